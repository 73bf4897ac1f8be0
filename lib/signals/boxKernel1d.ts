import ndarray from "ndarray";
import { type Float64NdArray, readable, wholeNumber } from "../arrays/index.js";

/**
 * A kernel of equal weights that add up to 1: each output is the mean of `size` neighbouring samples.
 *
 * @param size - entries, at least 1
 * @returns [size]
 * @throws {RangeError} `size` is no whole number of at least 1
 * @example boxKernel1d(4) // [0.25, 0.25, 0.25, 0.25]
 */
export function boxKernel1d(size: number): Float64NdArray {
  wholeNumber(size, "size", 1);
  return readable(ndarray(new Float64Array(size).fill(1 / size), [size]));
}
