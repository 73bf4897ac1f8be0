import { type ArrayInput, checkOptions, type Float64NdArray, oneOf } from "../arrays/index.js";
import { type Batch, readBatch, writeBatch } from "./batch.js";
import { readBias, readWeights } from "./convOptions.js";
import { type StampedAxis, stampedAxis } from "./stampedAxis.js";
import { pair, type Size } from "./windows.js";

export interface Conv2dTransposeOptions {
  /** One number added to each filter's sums; none when left out. */
  bias?: ArrayInput;
  /** Output cells from one stamp to the next; default 1. */
  stride?: Size;
  /** `"valid"` (default) keeps all that the stamps cover; `"same"` cuts it to side · stride. */
  padding?: "valid" | "same";
}

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
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example conv2dTranspose([[2]], [[[[1]], [[3]]]]) // [[2, 6]]
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016), chapter 4
 */
export function conv2dTranspose(
  input: ArrayInput,
  weights: ArrayInput,
  options: Conv2dTransposeOptions = {},
): Float64NdArray {
  checkOptions(options, "conv2dTranspose", ["stride", "padding", "bias"]);
  const batch = readBatch(input);
  const kernel = readWeights(weights, "[kernel height, kernel width, filters, channels]");
  const [kernelHeight, kernelWidth, filters, channels] = kernel.shape;
  if (channels !== batch.channels) {
    throw new RangeError(
      `\`weights\` [${kernel.shape.join(", ")}] do not suit ${batch.channels} channels: their last axis must be ${batch.channels}`,
    );
  }
  const padding = oneOf(options.padding ?? "valid", "padding", ["valid", "same"]);
  const [down, across] = pair(options.stride ?? 1, "stride");
  const rows = stampedAxis(batch.height, kernelHeight, down, padding);
  const columns = stampedAxis(batch.width, kernelWidth, across, padding);
  const out: Batch = {
    ...batch,
    height: rows.count,
    width: columns.count,
    channels: filters,
    data: new Float64Array(),
  };
  out.data = stamp(batch, kernel, out, rows, columns, readBias(options.bias, filters));
  return writeBatch(out);
}

function stamp(
  input: Batch,
  { data: weights, shape }: Float64NdArray,
  { height, width, channels: filters }: Batch,
  rows: StampedAxis,
  columns: StampedAxis,
  bias: Float64Array,
): Float64Array {
  const [kernelHeight, kernelWidth] = shape;
  const { channels } = input;
  const out = new Float64Array(input.count * height * width * filters);
  for (let at = 0; at < out.length; at += filters) out.set(bias, at);
  for (let n = 0; n < input.count; n++) {
    for (let y = 0; y < input.height; y++) {
      for (let x = 0; x < input.width; x++) {
        const pixel = ((n * input.height + y) * input.width + x) * channels;
        for (let i = 0; i < kernelHeight; i++) {
          const row = y * rows.stride + i - rows.cut;
          if (row < 0 || row >= height) continue;
          for (let j = 0; j < kernelWidth; j++) {
            const column = x * columns.stride + j - columns.cut;
            if (column < 0 || column >= width) continue;
            const to = ((n * height + row) * width + column) * filters;
            const tap = (i * kernelWidth + j) * filters * channels;
            for (let f = 0; f < filters; f++) {
              for (let channel = 0; channel < channels; channel++) {
                out[to + f] += input.data[pixel + channel] * weights[tap + f * channels + channel];
              }
            }
          }
        }
      }
    }
  }
  return out;
}
