import { onePixel, through } from "../../architectures/receptiveField.js";
import { axisWindows } from "../../layers/axisWindows.js";
import type { tf } from "../tensorflow.js";

/** What the first cell of a layer's output sees of the model's input, and how far apart neighbours see. */
export interface LayerField {
  /** Input cells from the first seen to the last, down and across; padding counts. */
  size: readonly [number, number];
  step: readonly [number, number];
  /** The first row and column; below 0 in the padding. */
  start: readonly [number, number];
}

/** A window of one layer: cells from its first to its last, cells between windows, cells added before the first. */
interface LayerWindow {
  span: [number, number];
  step: [number, number];
  before: [number, number];
}

/**
 * The receptive field of a layer of a TensorFlow.js model.
 *
 * @returns undefined where every output sees the whole picture, or the layer is of a kind that is not known here
 */
export function layerField(layer: tf.layers.Layer): LayerField | undefined {
  const node = layer.inboundNodes[0];
  const before = node.inboundLayers as tf.layers.Layer[];
  if (before.length === 0) return { ...onePixel, start: [0, 0] };
  const window = windowOf(layer, node.inputShapes[0] as number[]);
  const field = around(before.map(layerField));
  const seen = through(field, window ?? "all");
  if (field === undefined || window === undefined || seen === undefined) return undefined;
  const start = (axis: 0 | 1) => field.start[axis] - window.before[axis] * field.step[axis];
  return { ...seen, start: [start(0), start(1)] };
}

/** What reaches around all that branches see. */
function around(fields: readonly (LayerField | undefined)[]): LayerField | undefined {
  return fields.reduce((a, b) => {
    if (a === undefined || b === undefined) return undefined;
    const start = (axis: 0 | 1) => Math.min(a.start[axis], b.start[axis]);
    const end = (axis: 0 | 1) => Math.max(a.start[axis] + a.size[axis], b.start[axis] + b.size[axis]);
    return { step: a.step, start: [start(0), start(1)], size: [end(0) - start(0), end(1) - start(1)] };
  });
}

const CELL_BY_CELL =
  "Activation ReLU LeakyReLU PReLU ELU BatchNormalization Dropout SpatialDropout2D GaussianNoise Rescaling Add Concatenate LocalResponseNorm InputLayer".split(
    " ",
  );

function windowOf(layer: tf.layers.Layer, [, height, width]: number[]): LayerWindow | undefined {
  const config = layer.getConfig() as Record<string, never>;
  const kind = layer.getClassName();
  if (CELL_BY_CELL.includes(kind)) return { span: [1, 1], step: [1, 1], before: [0, 0] };
  if (kind === "ZeroPadding2D") {
    const [[top], [left]] = config.padding as [[number, number], [number, number]];
    return { span: [1, 1], step: [1, 1], before: [top, left] };
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
