import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import { type BatchNormOptions, readBatchNorm } from "./batchNorm.js";
import { readGradient, sumOverRows } from "./readGradient.js";

/** How a loss changes with what `batchNorm` was given. */
export interface BatchNormGradients {
  input: Float64NdArray;
  /** [channels]; given always. */
  gamma: Float64NdArray;
  /** [channels]; given always. */
  beta: Float64NdArray;
}

/**
 * The way back through `batchNorm`. Where mean and variance come from the input itself, as in training, each value
 * moves them too: what its gradient has in common with all others of its channel is taken off, and what goes along
 * with the normalised values. A mean or variance that was given is a constant.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `batchNorm`; not modified
 * @param options - as given to `batchNorm`
 * @returns `{ input, gamma, beta }`: the gradients by each of them, in their shapes
 * @throws {RangeError} shapes that do not fit, an option out of range, non-finite arrays
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example batchNormBackward([[1], [2]], [[1], [3]]).beta // [3]
 * @see Ioffe & Szegedy, Batch normalization (2015), §3
 */
export function batchNormBackward(
  gradient: ArrayInput,
  input: ArrayInput,
  options?: BatchNormOptions,
): BatchNormGradients {
  const norm = readBatchNorm("batchNormBackward", input, options);
  const { data, shape, channels, gamma, mean, variance, epsilon } = norm;
  const above = readGradient(gradient, shape);
  const inverse = variance.map((value) => 1 / Math.sqrt(value + epsilon));
  const normalised = data.map((value, i) => (value - mean[i % channels]) * inverse[i % channels]);
  const byBeta = sumOverRows(above, channels);
  const byGamma = sumOverRows(above.map((value, i) => value * normalised[i]), channels); // biome-ignore format: one idea
  const rows = data.length / channels;
  const common = options?.mean === undefined ? byBeta.map((sum) => sum / rows) : new Float64Array(channels);
  const along = options?.variance === undefined ? byGamma.map((sum) => sum / rows) : new Float64Array(channels);
  const byInput = above.map((value, i) => {
    const channel = i % channels;
    return gamma[channel] * inverse[channel] * (value - common[channel] - along[channel] * normalised[i]);
  });
  return {
    input: readable(ndarray(byInput, shape.slice())),
    gamma: readable(ndarray(byGamma)),
    beta: readable(ndarray(byBeta)),
  };
}
