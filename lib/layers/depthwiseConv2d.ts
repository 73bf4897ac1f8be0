import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { readBatch } from "./batch.js";
import { conv2d } from "./conv2d.js";
import { CONV, type ConvOptions, readWeights } from "./convOptions.js";

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
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example depthwiseConv2d(picture, weights, { padding: "same" })
 * @see Howard et al., MobileNets (2017)
 */
export function depthwiseConv2d(input: ArrayInput, weights: ArrayInput, options?: ConvOptions): Float64NdArray {
  const [grouped, groups] = asGroups(input, weights);
  return conv2d(input, grouped, { ...checkOptions(options, "depthwiseConv2d", CONV), groups });
}

/** A depthwise convolution is one with as many groups as channels: the same weights in the same order. */
export function asGroups(input: ArrayInput, weights: ArrayInput): [weights: Float64NdArray, groups: number] {
  const { data, shape } = readWeights(weights, "[kernel height, kernel width, channels, filters a channel]");
  const [height, width, channels, multiplier] = shape;
  const batch = readBatch(input, { shared: true });
  if (channels !== batch.channels) {
    throw new RangeError(
      `\`weights\` [${shape.join(", ")}] do not suit ${batch.channels} channels: their third axis must be ${batch.channels}`,
    );
  }
  return [ndarray(data, [height, width, 1, channels * multiplier]), channels];
}
