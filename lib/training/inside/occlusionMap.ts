import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  finiteNumber,
  readable,
  wholeNumber,
} from "../../arrays/index.js";
import type { tf } from "../tensorflow.js";
import { type Pictures, readPicture } from "./pictures.js";
import { predictBatches } from "./predictBatches.js";

/** The square that is laid over a picture, and of which class the probability is told. */
export interface OcclusionMapOptions {
  /** Side of the square, in pixels. */
  size: number;
  /** Pixels between the square's places; default 1. */
  stride?: number;
  /** What the square is filled with; default 0. */
  fillValue?: number;
  /** Default the class that the model takes the whole picture for. */
  classIndex?: number;
}

/**
 * How probable a class stays when a square hides a part of the picture, place by place: where the probability falls,
 * the model had seen something.
 *
 * @param model - a classifier that ends in probabilities; not changed
 * @param image - [height, width, channels], one picture; not modified
 * @param options.size - the square's side in pixels
 * @param options.stride - pixels from place to place; default 1
 * @param options.fillValue - what hides the pixels; default 0
 * @param options.classIndex - default the class that the model takes the picture for
 * @returns [⌈height / stride⌉, ⌈width / stride⌉]: at [i, j] the probability with the square's middle over pixel
 *   [i · stride, j · stride]; parts of the square outside the picture hide nothing
 * @throws {RangeError} an option out of range, no such class, or a picture that does not fit the model
 * @example await occlusionMap(model, images.pick(0), { size: 7 })
 * @see Zeiler & Fergus, Visualizing and understanding convolutional networks (2014), §4.2
 */
export async function occlusionMap(
  model: tf.LayersModel,
  image: ArrayInput,
  options: OcclusionMapOptions,
): Promise<Float64NdArray> {
  const { classIndex, ...square } = readSquare(options);
  const picture = readPicture(model, image, "image");
  const whole = probabilitiesOf(await predictBatches(model, picture), 1)[0];
  const chosen =
    classIndex === undefined
      ? whole.indexOf(Math.max(...whole))
      : wholeNumber(classIndex, "classIndex", 0, whole.length - 1);
  const [rows, columns] = [0, 1].map((axis) => Math.ceil(picture.shape[axis] / square.stride));
  const hidden = hide(picture, square, rows, columns);
  const answers = probabilitiesOf(await predictBatches(model, hidden), hidden.count);
  const map = Float64Array.from(answers, (answer) => answer[chosen]);
  return readable(ndarray(map, [rows, columns]));
}

function readSquare(options: OcclusionMapOptions) {
  const names = ["size", "stride", "fillValue", "classIndex"] as const;
  const { size, stride = 1, fillValue = 0, classIndex } = checkOptions(options, "occlusionMap", names);
  return {
    size: wholeNumber(size, "size", 1),
    stride: wholeNumber(stride, "stride", 1),
    fillValue: finiteNumber(fillValue, "fillValue"),
    classIndex,
  };
}

/** The picture once for each place of the square. */
function hide(
  picture: Pictures,
  { size, stride, fillValue }: { size: number; stride: number; fillValue: number },
  rows: number,
  columns: number,
): Pictures {
  const [height, width, channels] = picture.shape;
  const length = height * width * channels;
  const data = new Float32Array(rows * columns * length);
  const half = Math.floor(size / 2);
  for (let place = 0; place < rows * columns; place++) {
    const copy = data.subarray(place * length, (place + 1) * length);
    copy.set(picture.data);
    const top = Math.floor(place / columns) * stride - half;
    const left = (place % columns) * stride - half;
    for (let y = Math.max(0, top); y < Math.min(height, top + size); y++) {
      const row = y * width;
      copy.fill(fillValue, (row + Math.max(0, left)) * channels, (row + Math.min(width, left + size)) * channels);
    }
  }
  return { count: rows * columns, shape: picture.shape, data, single: false };
}

/** The probabilities of all classes, also where a single output is that of class 1. */
function probabilitiesOf(values: Float32Array, count: number): number[][] {
  const outputs = values.length / count;
  return Array.from({ length: count }, (_, i) => {
    const row = Array.from(values.subarray(i * outputs, (i + 1) * outputs));
    return outputs === 1 ? [1 - row[0], row[0]] : row;
  });
}
