import type { Padding, Size } from "../layers/windows.js";

export type { Padding, Size };

/** Of one example: [height, width, channels], or [units] after flattening. */
export type Shape = readonly number[];

export const ACTIVATIONS = ["linear", "relu", "relu6", "leakyRelu", "sigmoid", "tanh", "softmax"] as const;

export type Activation = (typeof ACTIVATIONS)[number];

interface Named {
  /** Shown in the summary and in errors; default the type with a number, `conv2d_3`. */
  name?: string;
}

interface Weighted extends Named {
  /** A number added to each filter's or unit's sum; default true. */
  bias?: boolean;
  /** Applied to the result; default `"linear"`, nothing. */
  activation?: Activation;
}

export interface Conv2dLayer extends Weighted {
  type: "conv2d";
  filters: number;
  kernel: Size;
  /** Default 1. */
  stride?: Size;
  /** Default `"valid"`. */
  padding?: Padding;
  /** Default 1. */
  dilation?: Size;
  /** Channels are split into so many groups, each with filters of its own; default 1. */
  groups?: number;
}

export interface DepthwiseConv2dLayer extends Weighted {
  type: "depthwiseConv2d";
  kernel: Size;
  stride?: Size;
  padding?: Padding;
  dilation?: Size;
  /** Filters for each channel; default 1. */
  multiplier?: number;
}

export interface Conv2dTransposeLayer extends Weighted {
  type: "conv2dTranspose";
  filters: number;
  kernel: Size;
  stride?: Size;
  /** `"valid"` (default): (side − 1) · stride + kernel, at least side · stride; `"same"`: side · stride. */
  padding?: "valid" | "same";
}

export interface DenseLayer extends Weighted {
  type: "dense";
  units: number;
}

export interface PoolLayer extends Named {
  type: "maxPool2d" | "averagePool2d";
  size: Size;
  /** Default `size`. */
  stride?: Size;
  /** Default `"valid"`. */
  padding?: Padding;
  /** What becomes of a last window that is not whole: `"floor"` (default) drops it, `"ceil"` keeps it. */
  rounding?: "floor" | "ceil";
}

export interface GlobalAveragePool2dLayer extends Named {
  type: "globalAveragePool2d";
}

export interface BatchNormLayer extends Named {
  type: "batchNorm";
  /** Whether it learns a factor a channel; default true. */
  scale?: boolean;
  /** Whether it learns a summand a channel; default true. */
  center?: boolean;
}

/** Krizhevsky et al. (2012), section 3.3. */
export interface LocalResponseNormLayer extends Named {
  type: "localResponseNorm";
}

export interface ActivationLayer extends Named {
  type: "activation";
  activation: Activation;
}

export interface DropoutLayer extends Named {
  type: "dropout";
  /** Share of values set to zero in training, 0 to below 1. */
  rate: number;
}

export interface FlattenLayer extends Named {
  type: "flatten";
}

export interface ZeroPad2dLayer extends Named {
  type: "zeroPad2d";
  padding: Exclude<Padding, string>;
}

export interface Crop2dLayer extends Named {
  type: "crop2d";
  /** Cells cut off at each side. */
  crop: Exclude<Padding, string>;
}

export interface UpsampleLayer extends Named {
  type: "upsample2d";
  factor: Size;
  /** Default `"nearest"`, each cell repeated. */
  method?: "nearest" | "bilinear";
}

/** The input goes through each branch, an empty one leaves it as it is; the results are added or laid side by side. */
export interface MergeLayer extends Named {
  type: "add" | "concat";
  branches: Readonly<Record<string, readonly Layer[]>>;
}

/** A second output, as GoogLeNet's auxiliary classifiers: the input goes on unchanged. */
export interface SideLayer extends Named {
  type: "side";
  name: string;
  layers: readonly Layer[];
}

export type Layer =
  | Conv2dLayer
  | DepthwiseConv2dLayer
  | Conv2dTransposeLayer
  | DenseLayer
  | PoolLayer
  | GlobalAveragePool2dLayer
  | BatchNormLayer
  | LocalResponseNormLayer
  | ActivationLayer
  | DropoutLayer
  | FlattenLayer
  | ZeroPad2dLayer
  | Crop2dLayer
  | UpsampleLayer
  | MergeLayer
  | SideLayer;

/** A network as plain data. */
export interface Architecture {
  name: string;
  /** The input it was made for. */
  input: Shape;
  layers: readonly Layer[];
}
