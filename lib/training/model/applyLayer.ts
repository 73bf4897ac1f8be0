import type { SimpleLayer } from "../../architectures/kinds/index.js";
import { pool2dWindow } from "../../architectures/kinds/pool2d.js";
import type { Activation, Conv2dLayer } from "../../architectures/types.js";
import type { SimpleStep } from "../../architectures/walk.js";
import { convWindow } from "../../layers/convOptions.js";
import { paddingSides, pair, type SlidingWindow, windowGrid } from "../../layers/windows.js";
import { tf } from "../tensorflow.js";
import { GroupedConv2d } from "./groupedConv2d.js";
import { LocalResponseNorm } from "./localResponseNorm.js";
import { PaddedPool2d } from "./paddedPool2d.js";

/** Gives the next seed for first weights, or undefined for weights by chance. */
export type Sow = () => number | undefined;

type Sides = [[top: number, bottom: number], [left: number, right: number]];
type Weighted = Pick<Conv2dLayer, "bias" | "activation">;
type Of<T extends SimpleLayer["type"]> = Extract<SimpleLayer, { type: T }>;

/** Puts one layer of a network behind a tensor. */
export function applyLayer(step: SimpleStep, input: tf.SymbolicTensor, sow: Sow): tf.SymbolicTensor {
  const { layer, name } = step;
  const make = makers[layer.type] as (layer: SimpleLayer, step: SimpleStep, sow: Sow) => tf.layers.Layer[];
  const layers = make(layer, step, sow);
  // For Keras's layers this activation is a layer of its own.
  if ("activation" in layer && layer.type !== "activation" && layer.activation === "leakyRelu") {
    layers.push(...activated(layer.activation, `${name}_activation`));
  }
  return layers.reduce((tensor, one) => one.apply(tensor) as tf.SymbolicTensor, input);
}

const makers: { [T in SimpleLayer["type"]]: (layer: Of<T>, step: SimpleStep, sow: Sow) => tf.layers.Layer[] } = {
  conv2d(layer, step, sow) {
    const { filters, kernel, stride = 1, dilation = 1, groups = 1 } = layer;
    const { before, padding } = paddingOf(convWindow(kernel, layer), step);
    const options = {
      ...weighted(layer, step, sow),
      filters,
      kernelSize: [...pair(kernel, "kernel")] as [number, number],
      strides: [...pair(stride, "stride")] as [number, number],
      dilationRate: [...pair(dilation, "dilation")] as [number, number],
      padding,
    };
    return [...before, groups === 1 ? tf.layers.conv2d(options) : new GroupedConv2d({ ...options, groups })];
  },
  depthwiseConv2d(layer, step, sow) {
    const { kernel, stride = 1, dilation = 1, multiplier = 1 } = layer;
    const { before, padding } = paddingOf(convWindow(kernel, layer), step);
    const { kernelInitializer, ...options } = weighted(layer, step, sow);
    return [
      ...before,
      tf.layers.depthwiseConv2d({
        ...options,
        depthwiseInitializer: kernelInitializer,
        kernelSize: [...pair(kernel, "kernel")] as [number, number],
        strides: [...pair(stride, "stride")] as [number, number],
        dilationRate: [...pair(dilation, "dilation")] as [number, number],
        depthMultiplier: multiplier,
        padding,
      }),
    ];
  },
  conv2dTranspose(layer, step, sow) {
    const { filters, kernel, stride = 1, padding = "valid" } = layer;
    const [kernelSize, strides] = [[...pair(kernel, "kernel")], [...pair(stride, "stride")]] as [number, number][];
    return [tf.layers.conv2dTranspose({ ...weighted(layer, step, sow), filters, kernelSize, strides, padding })];
  },
  dense: (layer, step, sow) => [tf.layers.dense({ ...weighted(layer, step, sow), units: layer.units })],
  maxPool2d: pool,
  averagePool2d: pool,
  globalAveragePool2d: (_layer, { name }) => [tf.layers.globalAveragePooling2d({ name, dataFormat: "channelsLast" })],
  batchNorm: ({ scale = true, center = true }, { name }) => [tf.layers.batchNormalization({ name, scale, center })],
  localResponseNorm: (_layer, { name }) => [new LocalResponseNorm({ name })],
  activation: ({ activation }, { name }) => activated(activation, name),
  dropout: ({ rate }, { name }) => [tf.layers.dropout({ name, rate })],
  flatten: (_layer, { name }) => [tf.layers.flatten({ name })],
  zeroPad2d: ({ padding }, { name }) => [tf.layers.zeroPadding2d({ name, padding: paddingSides(padding) })],
  crop2d: ({ crop }, { name }) => [tf.layers.cropping2D({ name, cropping: paddingSides(crop) })],
  upsample2d({ factor, method = "nearest" }, { name }) {
    return [tf.layers.upSampling2d({ name, size: [...pair(factor, "factor")], interpolation: method })];
  },
};

function pool(layer: Of<"maxPool2d" | "averagePool2d">, step: SimpleStep): tf.layers.Layer[] {
  const { size, stride = size } = layer;
  const { name } = step;
  const [poolSize, strides] = [[...pair(size, "size")], [...pair(stride, "stride")]] as [number, number][];
  const { before, padding, sides } = paddingOf(pool2dWindow(layer), step);
  const kind = layer.type === "maxPool2d" ? "max" : "average";
  if (before.length > 0) return [new PaddedPool2d({ name, kind, poolSize, strides, sides })];
  const make = kind === "max" ? tf.layers.maxPooling2d : tf.layers.averagePooling2d;
  return [make({ name, poolSize, strides, padding })];
}

/** Keras's layers know `valid` and `same`; padding of other sizes becomes a layer of zeros before them. */
function paddingOf(window: SlidingWindow, { name, input }: SimpleStep) {
  const [rows, columns] = windowGrid(input[0], input[1], window);
  const sides: Sides = [
    [rows.before, rows.after],
    [columns.before, columns.after],
  ];
  const named = typeof window.padding === "string" && (window.padding === "same" || window.rounding === "floor");
  if (named) return { before: [], padding: window.padding as "valid" | "same", sides };
  if (sides.flat().every((cells) => cells === 0)) return { before: [], padding: "valid" as const, sides };
  return {
    before: [tf.layers.zeroPadding2d({ name: `${name}_padding`, padding: sides })],
    padding: "valid" as const,
    sides,
  };
}

function weighted({ bias = true, activation = "linear" }: Weighted, { name }: SimpleStep, sow: Sow) {
  return {
    name,
    useBias: bias,
    activation: activation === "leakyRelu" ? ("linear" as const) : activation,
    kernelInitializer: tf.initializers.glorotUniform({ seed: sow() }),
  };
}

function activated(activation: Activation = "linear", name: string): tf.layers.Layer[] {
  if (activation === "linear") return [];
  return [activation === "leakyRelu" ? tf.layers.leakyReLU({ name }) : tf.layers.activation({ name, activation })];
}
