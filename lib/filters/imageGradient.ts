import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { type Correlate2dOptions, checkCorrelate2d, fromPlane, toPlane } from "./checkCorrelate2d.js";
import type { Plane } from "./padPlane.js";
import { slide } from "./slideSeparable.js";
import { magnitudeWasm } from "./wasm/slideWasm.js";
import { whenAsked } from "./whenAsked.js";

/** Change of brightness at each pixel. An array may be computed when it is first asked for, of the image as it was given. */
export interface ImageGradient {
  /** Correlation with the kernel for x: positive where the image gets darker to the right. */
  x: Float64NdArray;
  /** Correlation with the kernel for y: positive where the image gets darker downwards. */
  y: Float64NdArray;
  /** √(x² + y²): how strong the change is, in any direction. */
  magnitude: Float64NdArray;
  /** The way in which the image darkens fastest, in radians from −π to π: 0 is to the right, π / 2 is down. */
  direction: Float64NdArray;
}

/** Which outputs are kept, and what stands around the image. */
export interface ImageGradientOptions extends Pick<Correlate2dOptions, "boundary" | "fillValue"> {
  /** `"same"` (default), or `"valid"`, two rows and columns less. */
  mode?: "same" | "valid" | "full";
}

/** The names of those options. */
export const GRADIENT = ["mode", "boundary", "fillValue"] as const;

/**
 * Slides a pair of kernels over a grey image and combines what they find. By default the border is mirrored.
 *
 * @param kernelX - 3 × 3: a column [a, b, a] times the row [1, 0, −1]
 * @param kernelY - the same on its side
 */
export function imageGradient(
  image: ArrayInput,
  kernelX: Float64NdArray,
  kernelY: Float64NdArray,
  options: ImageGradientOptions,
): ImageGradient {
  const { mode = "same", boundary = "symm", fillValue = 0 } = options;
  const given = checkCorrelate2d(image, kernelX, { mode, boundary, fillValue }, () => 1, false);
  const [side, , , middle] = given.kernel.data;
  const strength = magnitudeWasm(given.image, side, middle, given.slide);
  if (strength === undefined) toPlane(image, "image", { shared: true });
  // A copy: what is asked for later must not be of an image that was changed in between.
  const pixels = { ...given.image, data: new Float64Array(given.image.data) };
  const x = () => slide(pixels, given.kernel, given.slide);
  const y = () => slide(pixels, toPlane(kernelY, "kernel"), given.slide);
  return whenAsked({
    x: () => fromPlane(x()),
    y: () => fromPlane(y()),
    magnitude: () => fromPlane(strength ?? pointwise(x(), y(), norm)),
    direction: () => fromPlane(pointwise(x(), y(), (across, down) => Math.atan2(down, across))),
  });
}

/** Combines two planes number by number. */
function pointwise(x: Plane, y: Plane, combine: (x: number, y: number) => number): Plane {
  return { ...x, data: x.data.map((value, i) => combine(value, y.data[i])) };
}

function norm(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
