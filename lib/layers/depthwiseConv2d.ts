import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { readBatch, writeBatch } from "./batch.js";
import { CONV, type ConvOptions, placeKernel, readBias, readWeights } from "./convOptions.js";
import { padBatch } from "./padBatch.js";
import { pair } from "./windows.js";

/**
 * A convolution of each channel by itself, with filters of its own.
 *
 * @param input - [n, height, width, channels], one picture [height, width, channels] or one plane [height, width];
 *   not modified
 * @param weights - [kernel height, kernel width, channels, filters a channel]; not modified
 * @param options.bias - [channels · filters a channel]; default none
 * @param options.stride - default 1
 * @param options.padding - default `"valid"`
 * @param options.dilation - default 1
 * @returns same rank, with channels · filters a channel; all filters of the first channel come first
 * @throws {RangeError} weights that do not fit the channels, a kernel that does not fit the picture, naming both shapes
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example depthwiseConv2d(picture, weights, { padding: "same" })
 * @see Howard et al., MobileNets (2017)
 */
export function depthwiseConv2d(input: ArrayInput, weights: ArrayInput, options: ConvOptions = {}): Float64NdArray {
  checkOptions(options, "depthwiseConv2d", CONV);
  const batch = readBatch(input);
  const kernel = readWeights(weights, "[kernel height, kernel width, channels, filters a channel]");
  const [kernelHeight, kernelWidth, channels, multiplier] = kernel.shape;
  if (channels !== batch.channels) {
    throw new RangeError(
      `\`weights\` [${kernel.shape.join(", ")}] do not suit ${batch.channels} channels: their third axis must be ${batch.channels}`,
    );
  }
  const [rows, columns] = placeKernel(batch, [kernelHeight, kernelWidth], options);
  const padded = padBatch(batch, rows, columns);
  const filters = channels * multiplier;
  const bias = readBias(options.bias, filters);
  const [strideDown, strideAcross] = pair(options.stride ?? 1, "stride");
  const [down, across] = pair(options.dilation ?? 1, "dilation");
  const data = new Float64Array(batch.count * rows.count * columns.count * filters);
  let to = 0;
  for (let n = 0; n < batch.count; n++) {
    for (let y = 0; y < rows.count; y++) {
      for (let x = 0; x < columns.count; x++, to += filters) {
        data.set(bias, to);
        for (let i = 0; i < kernelHeight; i++) {
          const row = (n * padded.height + y * strideDown + i * down) * padded.width;
          for (let j = 0; j < kernelWidth; j++) {
            const pixel = (row + x * strideAcross + j * across) * channels;
            const tap = (i * kernelWidth + j) * filters;
            for (let f = 0; f < filters; f++) {
              data[to + f] += padded.data[pixel + Math.floor(f / multiplier)] * kernel.data[tap + f];
            }
          }
        }
      }
    }
  }
  return writeBatch({ ...batch, data, height: rows.count, width: columns.count, channels: filters });
}
