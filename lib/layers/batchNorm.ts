import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  positiveNumber,
  readable,
  toNdarray,
} from "../arrays/index.js";

export interface BatchNormOptions {
  /** [channels] factor; default 1. */
  gamma?: ArrayInput;
  /** [channels] summand; default 0. */
  beta?: ArrayInput;
  /** [channels] running mean, as kept in training; default the mean of `input` itself. */
  mean?: ArrayInput;
  /** [channels] running variance; default that of `input` itself. */
  variance?: ArrayInput;
  /** Added to the variance, so that a constant channel does not divide by zero; default 0.001, as in Keras. */
  epsilon?: number;
}

/**
 * Shifts and scales each channel to mean 0 and variance 1, then by what the layer learned:
 * gamma · (x − mean) / √(variance + epsilon) + beta.
 *
 * @param input - [..., channels]; not modified
 * @param options - with `mean` and `variance` as when a trained network is used, without as in training
 * @returns the same shape, a new array
 * @throws {RangeError} an option that does not hold one number a channel, a negative variance, non-finite input
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example batchNorm([[1], [3]], { epsilon: 1e-9 }) // [[-1], [1]]
 * @see Ioffe & Szegedy, Batch normalization (2015)
 */
export function batchNorm(input: ArrayInput, options?: BatchNormOptions): Float64NdArray {
  const { data, shape, channels, gamma, beta, mean, variance, epsilon } = readBatchNorm("batchNorm", input, options);
  const scale = gamma.map((factor, channel) => factor / Math.sqrt(variance[channel] + epsilon));
  const out = new Float64Array(data.length);
  for (let i = 0, channel = 0; i < out.length; i++, channel = (channel + 1) % channels) {
    out[i] = scale[channel] * (data[i] - mean[channel]) + beta[channel];
  }
  return readable(ndarray(out, shape.slice()));
}

const OPTIONS = ["gamma", "beta", "mean", "variance", "epsilon"] as const;

/** Checks what `batchNorm` or its backward pass was given, and takes mean and variance where they are not. */
export function readBatchNorm(caller: string, input: ArrayInput, options?: BatchNormOptions) {
  const given = checkOptions(options, caller, OPTIONS);
  const { data, shape } = toNdarray(input, "input", { shared: true });
  const epsilon = positiveNumber(given.epsilon ?? 1e-3, "epsilon");
  const channels = shape[shape.length - 1];
  const gamma = perChannel(given.gamma, "gamma", channels) ?? new Float64Array(channels).fill(1);
  const beta = perChannel(given.beta, "beta", channels) ?? new Float64Array(channels);
  const mean = perChannel(given.mean, "mean", channels) ?? channelMeans(data, channels, (value) => value);
  const variance =
    perChannel(given.variance, "variance", channels) ??
    channelMeans(data, channels, (value, channel) => (value - mean[channel]) ** 2);
  if (variance.some((value) => value < 0)) throw new RangeError("`variance` must not be negative");
  return { data, shape, channels, gamma, beta, mean, variance, epsilon };
}

function perChannel(values: ArrayInput | undefined, name: string, channels: number): Float64Array | undefined {
  if (values === undefined) return undefined;
  const { data, shape } = toNdarray(values, name, { rank: 1 });
  if (data.length === channels) return data;
  throw new RangeError(`\`${name}\` must hold one number a channel, ${channels}, got shape [${shape.join(", ")}]`);
}

function channelMeans(data: Float64Array, channels: number, of: (value: number, channel: number) => number) {
  const means = new Float64Array(channels);
  for (let i = 0; i < data.length; i++) means[i % channels] += of(data[i], i % channels);
  return means.map((sum) => (sum * channels) / data.length);
}
