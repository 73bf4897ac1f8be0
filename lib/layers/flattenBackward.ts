import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";
import { flatShape } from "./flatten.js";
import { readGradient } from "./readGradient.js";

/**
 * The way back through `flatten`: the same numbers, in the shape that they had.
 *
 * @param gradient - of the loss by the layer's output, [n, numbers] or [numbers]; not modified
 * @param input - as given to `flatten`; not modified
 * @returns the gradient by the input, in its shape, a new array
 * @throws {RangeError} shapes that do not fit, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example flattenBackward([1, 2, 3, 4], [[0, 0], [0, 0]]) // [[1, 2], [3, 4]]
 */
export function flattenBackward(gradient: ArrayInput, input: ArrayInput): Float64NdArray {
  const { shape } = toNdarray(input, "input", { rank: [2, 3, 4], shared: true });
  return readable(ndarray(readGradient(gradient, flatShape(shape)).slice(), shape.slice()));
}
