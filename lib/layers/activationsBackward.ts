import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  finiteNumber,
  readable,
  toNdarray,
} from "../arrays/index.js";
import { sigmoidOf } from "./activations.js";
import { readGradient } from "./readGradient.js";

/**
 * The way back through `relu`: what was positive lets its gradient pass, the rest stops it. At 0, where `relu` has a
 * corner and no slope, it stops, as in TensorFlow.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `relu`; not modified
 * @returns the gradient by the input, the same shape, a new array
 * @throws {RangeError} shapes that differ, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example reluBackward([5, 7], [-2, 3]) // [0, 7]
 */
export function reluBackward(gradient: ArrayInput, input: ArrayInput): Float64NdArray {
  return each(gradient, input, (above, value) => (value > 0 ? above : 0));
}

/**
 * The way back through `leakyRelu`: what was not positive lets through the slope's share of its gradient, at 0 too, as
 * in TensorFlow.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `leakyRelu`; not modified
 * @param options.negativeSlope - as given to `leakyRelu`; default 0.3
 * @returns the gradient by the input, the same shape, a new array
 * @throws {RangeError} shapes that differ, empty or non-finite arrays, a slope that is no finite number
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example leakyReluBackward([5, 7], [-2, 3], { negativeSlope: 0.1 }) // [0.5, 7]
 */
export function leakyReluBackward(
  gradient: ArrayInput,
  input: ArrayInput,
  options?: { negativeSlope?: number },
): Float64NdArray {
  const { negativeSlope = 0.3 } = checkOptions(options, "leakyReluBackward", ["negativeSlope"]);
  finiteNumber(negativeSlope, "negativeSlope");
  return each(gradient, input, (above, value) => (value > 0 ? above : negativeSlope * above));
}

/**
 * The way back through `sigmoid`: the gradient times s · (1 − s), which is at most a quarter.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `sigmoid`, not its result; not modified
 * @returns the gradient by the input, the same shape, a new array
 * @throws {RangeError} shapes that differ, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example sigmoidBackward([8], [0]) // [2]
 */
export function sigmoidBackward(gradient: ArrayInput, input: ArrayInput): Float64NdArray {
  return each(gradient, input, (above, value) => above * sigmoidOf(value) * sigmoidOf(-value));
}

/**
 * The way back through `tanh`: the gradient times 1 − tanh².
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `tanh`, not its result; not modified
 * @returns the gradient by the input, the same shape, a new array
 * @throws {RangeError} shapes that differ, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example tanhBackward([8], [0]) // [8]
 */
export function tanhBackward(gradient: ArrayInput, input: ArrayInput): Float64NdArray {
  return each(gradient, input, (above, value) => above * (1 - Math.tanh(value) ** 2));
}

function each(gradient: ArrayInput, input: ArrayInput, back: (above: number, value: number) => number): Float64NdArray {
  const { data, shape } = toNdarray(input, "input", { shared: true });
  const above = readGradient(gradient, shape);
  const out = new Float64Array(data.length);
  for (let i = 0; i < out.length; i++) out[i] = back(above[i], data[i]);
  return readable(ndarray(out, shape.slice()));
}
