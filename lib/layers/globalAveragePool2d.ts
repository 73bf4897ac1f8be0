import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import { readBatch } from "./batch.js";

/**
 * The mean of each channel.
 *
 * @param input - [n, height, width, channels], one picture [height, width, channels] or one plane [height, width];
 *   not modified
 * @returns [n, channels] for a batch, else [channels]
 * @throws {RangeError} other shapes, empty or non-finite input
 * @example globalAveragePool2d([[1, 3], [2, 6]]) // [3]
 * @see Lin, Chen & Yan, Network in network (2013)
 */
export function globalAveragePool2d(input: ArrayInput): Float64NdArray {
  const { data, count, height, width, channels, rank } = readBatch(input);
  const means = new Float64Array(count * channels);
  const pixels = height * width;
  for (let i = 0; i < data.length; i++) {
    means[Math.floor(i / (pixels * channels)) * channels + (i % channels)] += data[i] / pixels;
  }
  return readable(ndarray(means, rank === 4 ? [count, channels] : [channels]));
}
