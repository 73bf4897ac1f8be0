import { type ArrayInput, checkOptions, type Float64NdArray, finiteNumber, toNdarray } from "../arrays/index.js";
import { gaussianFilter } from "./gaussianFilter.js";

/** What counts as detail, and how much of it is added. */
export interface UnsharpMaskOptions {
  /** Standard deviation in pixels of the smoothing that tells detail from the rest; default 1. */
  sigma?: number;
  /** How much of the detail is added: default 1; 0 changes nothing, a negative amount smooths. */
  amount?: number;
  /** Whether results below 0 become 0 and those above 255 become 255; default true. */
  clip?: boolean;
}

/**
 * Sharpens: takes what smoothing removes, the detail, and adds it once more. Colours are sharpened one by one.
 *
 * @param image - [height, width] or [height, width, channels], 0 to 255; not modified
 * @param options.sigma - the coarsest detail that counts; default 1 (scikit-image calls it `radius`)
 * @param options.amount - image + amount · (image − smoothed); default 1
 * @param options.clip - keeps the result within 0 to 255; default true
 * @returns the image's shape, a new array
 * @throws {RangeError} `sigma` not greater than 0, `amount` not finite, a wrong shape, non-finite pixels
 * @example unsharpMask(image, { sigma: 2, amount: 1.5 })
 * @see skimage.filters.unsharp_mask, which works from 0 to 1; `clip: false` is its `preserve_range`
 */
export function unsharpMask(image: ArrayInput, options: UnsharpMaskOptions = {}): Float64NdArray {
  const { sigma = 1, clip = true, ...rest } = checkOptions(options, "unsharpMask", ["sigma", "amount", "clip"]);
  const amount = finiteNumber(rest.amount ?? 1, "amount");
  const input = toNdarray(image, "image", { rank: [2, 3], shared: true });
  const out = gaussianFilter(input, { sigma });
  for (let i = 0; i < out.data.length; i++) {
    const pixel = input.data[i];
    const sharpened = pixel + amount * (pixel - out.data[i]);
    out.data[i] = clip ? Math.min(255, Math.max(0, sharpened)) : sharpened;
  }
  return out;
}
