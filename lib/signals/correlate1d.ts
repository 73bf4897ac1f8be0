import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, readable } from "../arrays/index.js";
import { CORRELATE_1D, type Correlate1dOptions, checkSlide1d, slide1d } from "./slide1d.js";

/**
 * Slides a kernel along a signal, as it is: each output is the sum of kernel entry times the sample under it.
 * This is what neural networks call convolution. Outside the signal there are zeros.
 *
 * @param signal - [n] samples; not modified
 * @param kernel - [k] weights, first entry over the earliest sample; not flipped, not modified
 * @param options.mode - `"full"` (default): n + k − 1 outputs; `"same"`: n; `"valid"`: n − k + 1.
 *   `"same"` puts entry ⌊k / 2⌋ over the output's own sample: [a, b] gives a · x[i − 1] + b · x[i].
 * @param options.stride - keeps every stride-th output; default 1
 * @param options.dilation - samples from one kernel entry to the next; default 1; k becomes (k − 1) · dilation + 1
 * @returns [outputs], a new array
 * @throws {RangeError} an empty or non-finite input, an option out of range, or a kernel too long for mode "valid"
 * @throws {TypeError} something that is no array of numbers
 * @example correlate1d([1, 2, 3, 4], [1, 0, -1], { mode: "valid" }) // [-2, -2]
 * @see scipy.signal.correlate, whose modes these are
 */
export function correlate1d(signal: ArrayInput, kernel: ArrayInput, options: Correlate1dOptions = {}): Float64NdArray {
  const given = checkSlide1d(signal, kernel, checkOptions(options, "correlate1d", CORRELATE_1D));
  const out = slide1d(given.signal.data, given.kernel.data, given.at, given.dilation);
  return readable(ndarray(out, [out.length]));
}
