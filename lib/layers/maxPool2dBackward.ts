import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { type PoolWindow, poolBackward } from "./poolBackward.js";
import { checkPool, type PoolOptions } from "./poolOptions.js";

/**
 * The way back through `maxPool2d`: the largest cell of each window gets the window's whole gradient, the others
 * nothing. Of several equal ones the first, row after row, gets it, as in TensorFlow.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `maxPool2d`; not modified
 * @param options - as given to `maxPool2d`
 * @returns the gradient by the input, in its shape; where windows overlap, a cell adds up what it gets
 * @throws {RangeError} shapes that do not fit, an option out of range, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example maxPool2dBackward([[5]], [[1, 3], [2, 0]], { size: 2 }) // [[0, 5], [0, 0]]
 */
export function maxPool2dBackward(gradient: ArrayInput, input: ArrayInput, options: PoolOptions): Float64NdArray {
  return poolBackward(gradient, checkPool(input, options, "maxPool2dBackward"), giveLargest);
}

function giveLargest(out: Float64Array, gradient: number, window: PoolWindow, input: Float64Array): void {
  const { first, across, down, height, width } = window;
  let best = first;
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = first + y * down; x < width; x++, at += across) if (input[at] > input[best]) best = at;
  }
  out[best] += gradient;
}
