import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, readable } from "../arrays/index.js";
import { CORRELATE_1D, type Correlate1dOptions, checkSlide1d, slide1d } from "./slide1d.js";

/**
 * Convolution as mathematics and signal processing define it: turns the kernel round, then slides it along the
 * signal and sums the products. For a symmetric kernel it equals `correlate1d`. Outside the signal there are zeros.
 *
 * @param signal - [n] samples; not modified
 * @param kernel - [k] weights; the flipped copy is made here, the array is not modified
 * @param options.mode - `"full"` (default): n + k − 1 outputs; `"same"`: n; `"valid"`: n − k + 1.
 *   `"same"` with an even kernel: [a, b] gives a · x[i] + b · x[i − 1].
 * @param options.stride - keeps every stride-th output; default 1
 * @param options.dilation - samples from one kernel entry to the next; default 1; k becomes (k − 1) · dilation + 1
 * @returns [outputs], a new array
 * @throws {RangeError} an empty or non-finite input, an option out of range, or a kernel too long for mode "valid"
 * @throws {TypeError} something that is no array of numbers
 * @example convolve1d([1, 2, 3, 4], [1, 0, -1], { mode: "valid" }) // [2, 2]
 * @see scipy.signal.convolve, whose modes these are
 */
export function convolve1d(signal: ArrayInput, kernel: ArrayInput, options: Correlate1dOptions = {}): Float64NdArray {
  const given = checkSlide1d(signal, kernel, checkOptions(options, "convolve1d", CORRELATE_1D));
  const out = slide1d(given.signal.data, given.kernel.data.reverse(), given.at, given.dilation);
  return readable(ndarray(out, [out.length]));
}
