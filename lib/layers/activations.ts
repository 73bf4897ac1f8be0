import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  finiteNumber,
  readable,
  toNdarray,
} from "../arrays/index.js";

/**
 * Keeps what is positive and makes the rest zero.
 *
 * @param input - any shape; not modified
 * @returns the same shape, a new array
 * @throws {RangeError} empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example relu([-2, 3]) // [0, 3]
 * @see Nair & Hinton, Rectified linear units improve restricted Boltzmann machines (2010)
 */
export function relu(input: ArrayInput): Float64NdArray {
  return each(input, (value) => Math.max(0, value));
}

/**
 * Like `relu`, but lets a little of what is negative through, so that a unit can recover.
 *
 * @param input - any shape; not modified
 * @param options.negativeSlope - what negative values are multiplied by; default 0.3, as in Keras
 * @returns the same shape, a new array
 * @throws {RangeError} empty or non-finite input, a slope that is no finite number
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example leakyRelu([-2, 3], { negativeSlope: 0.1 }) // [-0.2, 3]
 * @see Maas, Hannun & Ng, Rectifier nonlinearities improve neural network acoustic models (2013)
 */
export function leakyRelu(input: ArrayInput, options?: { negativeSlope?: number }): Float64NdArray {
  const { negativeSlope = 0.3 } = checkOptions(options, "leakyRelu", ["negativeSlope"]);
  finiteNumber(negativeSlope, "negativeSlope");
  return each(input, (value) => (value < 0 ? negativeSlope * value : value));
}

/**
 * Squeezes any number between 0 and 1: 1 / (1 + e^−x).
 *
 * @param input - any shape; not modified
 * @returns the same shape, a new array
 * @throws {RangeError} empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example sigmoid([0]) // [0.5]
 */
export function sigmoid(input: ArrayInput): Float64NdArray {
  return each(input, sigmoidOf);
}

/**
 * Squeezes any number between −1 and 1.
 *
 * @param input - any shape; not modified
 * @returns the same shape, a new array
 * @throws {RangeError} empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example tanh([0]) // [0]
 */
export function tanh(input: ArrayInput): Float64NdArray {
  return each(input, Math.tanh);
}

export const sigmoidOf = (value: number): number => 1 / (1 + Math.exp(-value));

function each(input: ArrayInput, change: (value: number) => number): Float64NdArray {
  const { data, shape } = toNdarray(input, "input", { shared: true });
  const out = new Float64Array(data.length);
  for (let i = 0; i < out.length; i++) out[i] = change(data[i]);
  return readable(ndarray(out, shape.slice()));
}
