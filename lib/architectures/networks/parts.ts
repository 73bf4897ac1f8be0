import type { Activation, Conv2dLayer, Layer, PoolLayer, Size } from "../types.js";

type ConvOptions = Partial<Omit<Conv2dLayer, "type" | "filters" | "kernel">>;
type PoolOptions = Partial<Omit<PoolLayer, "type" | "size" | "stride">>;

export const conv = (filters: number, kernel: Size, options: ConvOptions = {}): Layer => ({
  type: "conv2d",
  filters,
  kernel,
  ...options,
});

/** With ReLU behind it. */
export const convRelu = (filters: number, kernel: Size, options: ConvOptions = {}): Layer =>
  conv(filters, kernel, { activation: "relu", ...options });

/** Batch normalisation in place of the bias, then ReLU. */
export const convNormRelu = (filters: number, kernel: Size, options: ConvOptions = {}): Layer[] => [
  conv(filters, kernel, { bias: false, ...options }),
  batchNorm,
  relu,
];

export const batchNorm: Layer = { type: "batchNorm" };
export const relu: Layer = { type: "activation", activation: "relu" };
export const flatten: Layer = { type: "flatten" };
export const globalAveragePool: Layer = { type: "globalAveragePool2d" };
export const localResponseNorm: Layer = { type: "localResponseNorm" };

export const maxPool = (size: number, stride: number, options: PoolOptions = {}): Layer => ({
  type: "maxPool2d",
  size,
  stride,
  ...options,
});

export const averagePool = (size: number, stride: number, options: PoolOptions = {}): Layer => ({
  type: "averagePool2d",
  size,
  stride,
  ...options,
});

export const dropout = (rate: number): Layer => ({ type: "dropout", rate });
export const dense = (units: number, activation: Activation = "relu"): Layer => ({ type: "dense", units, activation });
/** One probability for each class. */
export const classes = (units: number): Layer => dense(units, "softmax");

export const concat = (branches: Record<string, Layer[]>): Layer => ({ type: "concat", branches });
export const add = (branches: Record<string, Layer[]>): Layer => ({ type: "add", branches });
