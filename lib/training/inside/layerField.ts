import { around, onePixel, type ReceptiveField, through } from "../../architectures/receptiveField.js";
import { cellByCell, type Window } from "../../architectures/rule.js";
import { axisWindows } from "../../layers/axisWindows.js";
import type { tf } from "../tensorflow.js";

/**
 * The receptive field of a layer of a TensorFlow.js model.
 *
 * @returns undefined where every output sees the whole picture, or the layer is of a kind that is not known here
 */
export function layerField(layer: tf.layers.Layer): ReceptiveField | undefined {
  const node = layer.inboundNodes[0];
  const before = node.inboundLayers as tf.layers.Layer[];
  if (before.length === 0) return onePixel;
  const window = windowOf(layer, node.inputShapes[0] as number[]);
  return through(around(before.map(layerField)), window ?? "all");
}

const CELL_BY_CELL =
  "Activation ReLU LeakyReLU PReLU ELU BatchNormalization Dropout SpatialDropout2D GaussianNoise Rescaling Add Concatenate LocalResponseNorm InputLayer".split(
    " ",
  );

function windowOf(layer: tf.layers.Layer, [, height, width]: number[]): Window | undefined {
  const config = layer.getConfig() as Record<string, never>;
  const kind = layer.getClassName();
  if (CELL_BY_CELL.includes(kind)) return cellByCell;
  if (kind === "ZeroPadding2D") {
    const [[top], [left]] = config.padding as [[number, number], [number, number]];
    return { ...cellByCell, before: [top, left] };
  }
  const size = pairOf(config.kernelSize ?? config.poolSize);
  if (size === undefined || kind === "Conv2DTranspose") return undefined;
  const step = pairOf(config.strides) ?? [1, 1];
  const dilation = pairOf(config.dilationRate) ?? [1, 1];
  const span = size.map((side, axis) => (side - 1) * dilation[axis] + 1) as [number, number];
  const padding = (axis: 0 | 1) => (config.sides ? config.sides[axis] : config.padding) as "valid" | "same";
  const before = ([height, width] as const).map(
    (length, axis) => axisWindows(length, span[axis], step[axis], padding(axis as 0 | 1)).before,
  ) as [number, number];
  return { span, step, before };
}

function pairOf(value: number | [number, number] | undefined): [number, number] | undefined {
  return typeof value === "number" ? [value, value] : value;
}
