import ndarray, { type NdArray } from "ndarray";
import { type ArrayInput, checkOptions, readable, wholeNumber } from "../../arrays/index.js";
import { pause } from "../pause.js";
import type { tf } from "../tensorflow.js";
import { layerOutput } from "./activationMaps.js";
import { findLayer } from "./findLayer.js";
import { layerField } from "./layerField.js";
import { type Pictures, readPictures } from "./pictures.js";

/** A piece of a picture to which a filter answers strongly. */
export interface Patch {
  /** Which picture it is from. */
  image: number;
  /** The filter's answer. */
  activation: number;
  /** Row and column of the answer in the filter's map. */
  row: number;
  column: number;
  /** The first row and column of the piece in the picture; below 0 where it begins in the padding. */
  top: number;
  left: number;
  /** [height, width, channels], what the filter saw; 0 outside the picture. */
  patch: NdArray<Float32Array>;
}

const CHUNK = 512;

/**
 * The pieces of pictures to which a filter answers most strongly, at most one a picture: what it looks for. Each piece
 * is as large as what one cell of the layer sees.
 *
 * @param model - a TensorFlow.js model; not changed
 * @param images - [n, height, width, channels]; not modified
 * @param layer - the name of a layer with maps
 * @param options.filter - which of the layer's maps, from 0
 * @param options.count - how many pieces; default 9
 * @returns the pieces, the strongest answer first
 * @throws {RangeError} no such layer or filter, a layer without maps, or pictures that don't fit the model
 * @example const patches = await maximalPatches(model, images, "conv2d_2", { filter: 5 })
 * @see Zeiler & Fergus, Visualizing and understanding convolutional networks (2014), fig. 2
 */
export async function maximalPatches(
  model: tf.LayersModel,
  images: ArrayInput,
  layer: string,
  options: { filter: number; count?: number },
): Promise<Patch[]> {
  const { filter, count = 9 } = checkOptions(options, "maximalPatches", ["filter", "count"]);
  wholeNumber(count, "count", 1);
  const pictures = readPictures(model, images, "images");
  const chosen = findLayer(model, layer);
  const filters = chosen.outputShape.length === 4 ? (chosen.outputShape.at(-1) as number) : undefined;
  if (filters === undefined) throw new RangeError(`layer "${layer}" has no maps [n, height, width, channels]`);
  wholeNumber(filter, "filter", 0, filters - 1);
  const answers: Omit<Patch, "patch" | "top" | "left">[] = [];
  for (let start = 0; start < pictures.count; start += CHUNK) {
    answers.push(...strongest(model, pictures, chosen, filter, start));
    await pause();
  }
  answers.sort((a, b) => b.activation - a.activation);
  return answers.slice(0, count).map((answer) => ({ ...answer, ...cut(pictures, chosen, answer) }));
}

/** The strongest answer in each of the pictures from `start` on. */
function strongest(model: tf.LayersModel, all: Pictures, layer: tf.layers.Layer, filter: number, start: number) {
  const size = all.data.length / all.count;
  const count = Math.min(CHUNK, all.count - start);
  const part = { ...all, count, data: all.data.subarray(start * size, (start + count) * size) };
  const { data, shape } = layerOutput(model, part, layer);
  const [, height, width, filters] = shape;
  return Array.from({ length: count }, (_, i) => {
    let best = 0;
    const at = (cell: number) => data[(i * height * width + cell) * filters + filter];
    for (let cell = 1; cell < height * width; cell++) if (at(cell) > at(best)) best = cell;
    return { image: start + i, activation: at(best), row: Math.floor(best / width), column: best % width };
  });
}

/** What the cell saw; the whole picture where that is more. */
function cut(
  { data, shape }: Pictures,
  layer: tf.layers.Layer,
  { image, row, column }: Omit<Patch, "patch" | "top" | "left">,
) {
  const [height, width, channels] = shape;
  const field = layerField(layer) ?? { size: [height, width], step: [0, 0], start: [0, 0] };
  const [top, left] = [field.start[0] + row * field.step[0], field.start[1] + column * field.step[1]];
  const patch = ndarray(new Float32Array(field.size[0] * field.size[1] * channels), [...field.size, channels]);
  const from = image * height * width * channels;
  for (let y = Math.max(0, top); y < Math.min(height, top + field.size[0]); y++) {
    const [first, end] = [Math.max(0, left), Math.min(width, left + field.size[1])];
    const row = data.subarray(from + (y * width + first) * channels, from + (y * width + end) * channels);
    patch.data.set(row, ((y - top) * field.size[1] + first - left) * channels);
  }
  return { top, left, patch: readable(patch) };
}
