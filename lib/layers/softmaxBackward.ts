import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import { readGradient } from "./readGradient.js";
import { softmax } from "./softmax.js";

/**
 * The way back through `softmax`: each probability times what its gradient is above the average of the gradients,
 * weighed by the probabilities.
 *
 * @param gradient - of the loss by the probabilities, in their shape; not modified
 * @param input - the scores, as given to `softmax`; not modified
 * @returns the gradient by the scores, the same shape; each row adds up to 0
 * @throws {RangeError} shapes that differ, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example softmaxBackward([1, 0], [0, 0]) // [0.25, -0.25]
 */
export function softmaxBackward(gradient: ArrayInput, input: ArrayInput): Float64NdArray {
  const { data: probabilities, shape } = softmax(input);
  const above = readGradient(gradient, shape);
  const classes = shape[shape.length - 1];
  const out = new Float64Array(probabilities.length);
  for (let start = 0; start < out.length; start += classes) {
    let average = 0;
    for (let k = start; k < start + classes; k++) average += probabilities[k] * above[k];
    for (let k = start; k < start + classes; k++) out[k] = probabilities[k] * (above[k] - average);
  }
  return readable(ndarray(out, shape.slice()));
}
