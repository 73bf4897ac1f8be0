import { type ArrayInput, checkOptions } from "../arrays/index.js";
import { GRADIENT, type ImageGradient, type ImageGradientOptions, imageGradient } from "./imageGradient.js";
import { kernels } from "./kernels.js";

/**
 * Finds edges with Scharr's two kernels (not flipped), whose directions are truer than Sobel's on slanted edges.
 *
 * @param image - [h, w], grey; not modified
 * @param options.mode - `"same"` (default) or `"valid"`, two rows and columns less
 * @param options.boundary - what is around the image: `"symm"` (default, no edge at the border), `"fill"` or `"wrap"`
 * @param options.fillValue - for boundary `"fill"`; default 0
 * @returns four arrays of one shape
 * @throws {RangeError} a wrong shape, an empty or non-finite image, an unknown mode or boundary
 * @example scharr([[8, 8, 0], [8, 8, 0], [8, 8, 0]], { mode: "valid" }).x // [[128]]
 * @see Scharr (2000); skimage.filters.scharr is this magnitude divided by 16 √2
 */
export function scharr(image: ArrayInput, options: ImageGradientOptions = {}): ImageGradient {
  return imageGradient(image, kernels.scharrX, kernels.scharrY, checkOptions(options, "scharr", GRADIENT));
}
