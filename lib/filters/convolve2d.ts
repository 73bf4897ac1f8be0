import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { CORRELATE_2D, type Correlate2dOptions, checkCorrelate2d, fromPlane } from "./checkCorrelate2d.js";
import { slide } from "./slideSeparable.js";

/**
 * Convolution as mathematics and signal processing define it: turns the kernel by half a turn (flips it both ways),
 * then slides it over the image and sums the products.
 *
 * @param image - [h, w], grey; not modified. For colours use it on one channel at a time.
 * @param kernel - [k, l] weights; the flipped copy is made here, the array is not modified
 * @param options.mode - `"full"` (default): [h + k − 1, w + l − 1]; `"same"`: [h, w]; `"valid"`: [h − k + 1, w − l + 1].
 *   `"same"` with an even side: [[a, b]] gives a · x[i] + b · x[i − 1].
 * @param options.boundary - what is around the image: `"fill"` (default), `"wrap"` or `"symm"`
 * @param options.fillValue - the value around it for `"fill"`; default 0, which darkens the border
 * @param options.stride - keeps every stride-th output, down and across; default 1
 * @param options.dilation - pixels from one kernel entry to the next; default 1
 * @returns [rows, columns], a new array
 * @throws {RangeError} a wrong number of axes, an empty or non-finite input, an option out of range,
 *   or a kernel too large for mode "valid"
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example convolve2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]], { mode: "valid" }) // [[5, 11], [23, 29]]
 * @see scipy.signal.convolve2d, whose modes and boundaries these are
 */
export function convolve2d(image: ArrayInput, kernel: ArrayInput, options: Correlate2dOptions = {}): Float64NdArray {
  const given = checkCorrelate2d(image, kernel, checkOptions(options, "convolve2d", CORRELATE_2D), (span) =>
    Math.floor(span / 2),
  );
  given.kernel.data.reverse();
  return fromPlane(slide(given.image, given.kernel, given.slide));
}
