import { type ArrayInput, checkOptions, type Float64NdArray, wholeNumber } from "../arrays/index.js";
import { type Batch, readBatch, writeBatch } from "./batch.js";
import { CONV, type ConvOptions, placeKernel, readBias, readWeights } from "./convOptions.js";
import { padBatch } from "./padBatch.js";
import { pair } from "./windows.js";

export interface Conv2dOptions extends ConvOptions {
  /** Channels are split into so many groups, each with filters of its own; default 1. */
  groups?: number;
}

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
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example conv2d([[1, 2], [3, 4]], [[[[1]], [[0]]], [[[0]], [[1]]]]) // [[5]]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §9.5
 */
export function conv2d(input: ArrayInput, weights: ArrayInput, options: Conv2dOptions = {}): Float64NdArray {
  const { bias, groups = 1, ...slide } = checkOptions(options, "conv2d", [...CONV, "groups"]);
  const batch = readBatch(input);
  const kernel = readWeights(weights, "[kernel height, kernel width, channels, filters]");
  const [kernelHeight, kernelWidth, depth, filters] = kernel.shape;
  wholeNumber(groups, "groups", 1);
  if (depth * groups !== batch.channels || filters % groups !== 0) {
    const inGroups = groups === 1 ? "" : ` in ${groups} groups`;
    throw new RangeError(
      `\`weights\` [${kernel.shape.join(", ")}] do not suit ${batch.channels} channels${inGroups}: their third axis must be ` +
        `${batch.channels / groups}${groups === 1 ? "" : `, and ${groups} must divide the filters`}`,
    );
  }
  const [rows, columns] = placeKernel(batch, [kernelHeight, kernelWidth], slide);
  const padded = padBatch(batch, rows, columns);
  const out: Batch = {
    ...batch,
    height: rows.count,
    width: columns.count,
    channels: filters,
    data: new Float64Array(),
  };
  out.data = slideFilters(padded, kernel, out, readBias(bias, filters), slide, groups);
  return writeBatch(out);
}

/** For each place the products of one pixel after another with all filters: the weights lie in that order in memory. */
function slideFilters(
  input: Batch,
  { data: weights, shape }: Float64NdArray,
  out: Batch,
  bias: Float64Array,
  { stride = 1, dilation = 1 }: Conv2dOptions,
  groups: number,
): Float64Array {
  const [kernelHeight, kernelWidth, depth, filters] = shape;
  const [strideDown, strideAcross] = pair(stride, "stride");
  const [down, across] = pair(dilation, "dilation");
  const share = filters / groups;
  const sums = new Float64Array(out.count * out.height * out.width * filters);
  let to = 0;
  for (let n = 0; n < out.count; n++) {
    for (let y = 0; y < out.height; y++) {
      for (let x = 0; x < out.width; x++, to += filters) {
        sums.set(bias, to);
        for (let i = 0; i < kernelHeight; i++) {
          const row = (n * input.height + y * strideDown + i * down) * input.width;
          for (let j = 0; j < kernelWidth; j++) {
            const pixel = (row + x * strideAcross + j * across) * input.channels;
            const tap = (i * kernelWidth + j) * depth;
            for (let channel = 0; channel < input.channels; channel++) {
              const group = Math.floor(channel / depth);
              const from = (tap + channel - group * depth) * filters + group * share;
              addScaled(sums, to + group * share, input.data[pixel + channel], weights, from, share);
            }
          }
        }
      }
    }
  }
  return sums;
}

function addScaled(
  sums: Float64Array,
  to: number,
  factor: number,
  weights: Float64Array,
  from: number,
  count: number,
): void {
  for (let k = 0; k < count; k++) sums[to + k] += factor * weights[from + k];
}
