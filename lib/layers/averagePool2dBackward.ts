import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { type PoolWindow, poolBackward } from "./poolBackward.js";
import { checkPool, type PoolOptions } from "./poolOptions.js";

/**
 * The way back through `averagePool2d`: every cell of a window gets the same share of its gradient. Padding gets none,
 * since it did not count.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `averagePool2d`; not modified
 * @param options - as given to `averagePool2d`
 * @returns the gradient by the input, in its shape; where windows overlap, a cell adds up what it gets
 * @throws {RangeError} shapes that do not fit, an option out of range, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example averagePool2dBackward([[8]], [[1, 3], [2, 0]], { size: 2 }) // [[2, 2], [2, 2]]
 */
export function averagePool2dBackward(gradient: ArrayInput, input: ArrayInput, options: PoolOptions): Float64NdArray {
  return poolBackward(gradient, checkPool(input, options, "averagePool2dBackward"), shareEqually);
}

function shareEqually(out: Float64Array, gradient: number, window: PoolWindow): void {
  const { first, across, down, height, width } = window;
  const share = gradient / (height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = first + y * down; x < width; x++, at += across) out[at] += share;
  }
}
