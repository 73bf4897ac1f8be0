import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { writeBatch } from "./batch.js";
import { repeated } from "./convOptions.js";
import { type Conv2dOptions, readConv } from "./readConv.js";
import { addFiltered } from "./sliding.js";

/**
 * A convolutional layer: each filter slides over the picture, as it is (not flipped), through all channels of its
 * group, and makes one channel of the output.
 *
 * @param input - [n, height, width, channels], one picture [height, width, channels] or one plane [height, width];
 *   not modified
 * @param weights - [kernel height, kernel width, channels / groups, filters]; not modified
 * @param options.bias - [filters], added to each sum; default none
 * @param options.stride - default 1
 * @param options.padding - zeros around the picture; default `"valid"`, none; `"same"` as TensorFlow has it
 * @param options.dilation - default 1
 * @param options.groups - default 1
 * @returns same rank, with a channel for each filter (a plane and several filters give a picture)
 * @throws {RangeError} weights that do not fit the channels, a kernel that does not fit the picture, naming both shapes
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example conv2d([[1, 2], [3, 4]], [[[[1]], [[0]]], [[[0]], [[1]]]]) // [[5]]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §9.5
 */
export function conv2d(input: ArrayInput, weights: ArrayInput, options?: Conv2dOptions): Float64NdArray {
  const { padded, kernel, bias, sliding, out } = readConv("conv2d", input, weights, options);
  const data = repeated(bias, out.count * out.height * out.width);
  addFiltered(data, padded.data, kernel.data, sliding);
  return writeBatch({ ...out, data });
}
