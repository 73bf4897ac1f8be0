import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { writeBatch } from "./batch.js";
import { cropBatch } from "./padBatch.js";
import { type Conv2dTransposeOptions, readConvTranspose } from "./readConvTranspose.js";
import { addStamped } from "./sliding.js";

/**
 * A transposed convolution: each input cell stamps its filters, times its value, onto the output, `stride` cells
 * apart; where stamps overlap they add up. It makes pictures larger, as a convolution with a stride makes them smaller.
 *
 * @param input - [n, height, width, channels], one picture [height, width, channels] or one plane [height, width];
 *   not modified
 * @param weights - [kernel height, kernel width, filters, channels], as in Keras; not modified
 * @param options.bias - [filters]; default none
 * @param options.stride - default 1
 * @param options.padding - default `"valid"`: sides become (side − 1) · stride + kernel, at least side · stride
 * @returns same rank, with a channel for each filter (a plane and several filters give a picture)
 * @throws {RangeError} weights that do not fit the channels, an option out of range
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example conv2dTranspose([[2]], [[[[1]], [[3]]]]) // [[2, 6]]
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016), chapter 4
 */
export function conv2dTranspose(
  input: ArrayInput,
  weights: ArrayInput,
  options?: Conv2dTransposeOptions,
): Float64NdArray {
  const { batch, kernel, bias, rows, columns, sliding, out } = readConvTranspose(
    "conv2dTranspose",
    input,
    weights,
    options,
  );
  const { count, height, width } = sliding.pictures;
  const stamped = { ...out, height, width, data: new Float64Array(count * height * width * out.channels) };
  addStamped(stamped.data, batch.data, kernel.data, sliding);
  const { data } = cropBatch(stamped, out.height, out.width, rows, columns);
  for (let i = 0; i < data.length; i++) data[i] += bias[i % bias.length];
  return writeBatch({ ...out, data });
}
