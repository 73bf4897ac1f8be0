import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { readBatch, writeBatch } from "./batch.js";
import { readGradient } from "./readGradient.js";

/**
 * The way back through `globalAveragePool2d`: every pixel gets the same share of its channel's gradient.
 *
 * @param gradient - of the loss by the layer's output, [n, channels] or [channels]; not modified
 * @param input - as given to `globalAveragePool2d`; not modified
 * @returns the gradient by the input, in its shape
 * @throws {RangeError} shapes that do not fit, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example globalAveragePool2dBackward([8], [[1, 3], [2, 6]]) // [[2, 2], [2, 2]]
 */
export function globalAveragePool2dBackward(gradient: ArrayInput, input: ArrayInput): Float64NdArray {
  const batch = readBatch(input, { shared: true });
  const { count, height, width, channels, rank } = batch;
  const above = readGradient(gradient, rank === 4 ? [count, channels] : [channels]);
  const numbers = height * width * channels;
  const data = new Float64Array(batch.data.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = above[Math.floor(i / numbers) * channels + (i % channels)] / (height * width);
  }
  return writeBatch({ ...batch, data });
}
