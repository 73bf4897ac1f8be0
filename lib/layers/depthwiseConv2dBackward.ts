import ndarray from "ndarray";
import { type ArrayInput, checkOptions, readable, toNdarray } from "../arrays/index.js";
import { conv2dBackward } from "./conv2dBackward.js";
import { CONV, type ConvOptions } from "./convOptions.js";
import type { WeightedGradients } from "./denseBackward.js";
import { asGroups } from "./depthwiseConv2d.js";

/**
 * The way back through `depthwiseConv2d`, channel by channel as through `conv2d`.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `depthwiseConv2d`; not modified
 * @param weights - as given to `depthwiseConv2d`; not modified
 * @param options - as given to `depthwiseConv2d`; what `bias` holds makes no difference here
 * @returns `{ input, weights, bias }`: the gradients by each of them, in their shapes; `bias` always
 * @throws {RangeError} shapes that do not fit, an option out of range
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example depthwiseConv2dBackward(gradient, picture, weights, { padding: "same" }).weights
 */
export function depthwiseConv2dBackward(
  gradient: ArrayInput,
  input: ArrayInput,
  weights: ArrayInput,
  options?: ConvOptions,
): WeightedGradients {
  const checked = checkOptions(options, "depthwiseConv2dBackward", CONV);
  const [grouped, groups] = asGroups(input, weights);
  const gradients = conv2dBackward(gradient, input, grouped, { ...checked, groups });
  const { shape } = toNdarray(weights, "weights");
  return { ...gradients, weights: readable(ndarray(gradients.weights.data, shape)) };
}
