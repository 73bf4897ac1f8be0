import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";

/**
 * Turns scores into probabilities: e to the score, divided by the sum over the last axis. The largest score is taken
 * off first, which changes nothing but keeps e to a large score from overflowing.
 *
 * @param input - [..., classes] scores; not modified
 * @returns the same shape; the last axis adds up to 1
 * @throws {RangeError} empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example softmax([0, 0]) // [0.5, 0.5]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §4.1 and §6.2.2
 */
export function softmax(input: ArrayInput): Float64NdArray {
  const { data, shape } = toNdarray(input, "input");
  const classes = shape[shape.length - 1];
  const out = new Float64Array(data.length);
  for (let start = 0; start < data.length; start += classes) {
    const scores = data.subarray(start, start + classes);
    const largest = scores.reduce((a, b) => Math.max(a, b));
    const powers = scores.map((score) => Math.exp(score - largest));
    const sum = powers.reduce((a, b) => a + b);
    for (let k = 0; k < classes; k++) out[start + k] = powers[k] / sum;
  }
  return readable(ndarray(out, shape.slice()));
}
