import type { ArrayInput, TypedArray } from "../arrays/index.js";
import { checkModel } from "./checkModel.js";
import { tf } from "./tensorflow.js";
import { type Flat, toFlat } from "./toTensor.js";

/** Pictures, or other inputs of a model, with the class of each. */
export interface LabelledData {
  /** [n, …] with the shape of the model's input after the first axis: [n, height, width, channels] for pictures. */
  images: ArrayInput;
  /** [n] whole numbers, the class of each picture, from 0. */
  labels: ArrayInput;
}

/** Checked examples for one model: `take` makes a batch of them. */
export interface Examples {
  count: number;
  classes: number;
  labels: TypedArray;
  /** The examples at `indices`: x as the model takes it, y as it should answer, [batch, outputs]. */
  take(indices: ArrayLike<number>): { x: tf.Tensor; y: tf.Tensor };
}

/**
 * Checks that `data` fits `model`.
 *
 * @throws {TypeError} something that is no model, or data without `images` and `labels`
 * @throws {RangeError} naming what does not fit: counts, the shape of a picture, a label that is no class
 * @example readExamples(model, { images, labels }, "data").count // 5000
 */
export function readExamples(model: tf.LayersModel, data: LabelledData, name: string): Examples {
  checkModel(model);
  if (typeof data !== "object" || data === null || !("images" in data && "labels" in data)) {
    throw new TypeError(`\`${name}\` must be an object with \`images\` and \`labels\``);
  }
  const images = toFlat(data.images, `${name}.images`);
  const labels = toFlat(data.labels, `${name}.labels`);
  const outputs = outputCount(model);
  const classes = Math.max(outputs, 2);
  checkImages(model, images.shape, name);
  checkLabels(labels, images.shape[0], classes, name);
  return { count: images.shape[0], classes, labels: labels.data, take: taker(images, labels.data, outputs) };
}

/** Examples `from` up to but not including `to`. */
export function indexRange(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, i) => from + i);
}

/** How many numbers the model answers with: one a class, or a single one for yes or no. */
function outputCount(model: tf.LayersModel): number {
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    const got = `${model.inputs.length} and ${model.outputs.length}`;
    throw new RangeError(`\`model\` must have one input and one output, got ${got}: train it with model.fit`);
  }
  const { shape } = model.outputs[0];
  const units = shape[1];
  if (shape.length === 2 && typeof units === "number") return units;
  throw new RangeError(
    `\`model\` must end with one number a class, [n, classes], got ${shapeText(shape)}: add a flatten and a dense layer, or train it with model.fit`,
  );
}

function checkImages(model: tf.LayersModel, shape: number[], name: string): void {
  const wanted = model.inputs[0].shape.slice(1);
  const got = shape.slice(1);
  if (wanted.length === got.length && wanted.every((side, axis) => side === null || side === got[axis])) return;
  const layer =
    model.layers.find((candidate) => candidate.getClassName() !== "InputLayer")?.name ?? model.layers[0].name;
  throw new RangeError(
    `\`${name}.images\` has shape ${shapeText(shape)}, but the model's first layer \`${layer}\` takes ${shapeText([null, ...wanted])}`,
  );
}

function checkLabels(labels: Flat, count: number, classes: number, name: string): void {
  if (labels.shape.length !== 1) {
    throw new RangeError(
      `\`${name}.labels\` must be a list of class numbers, [n], got shape ${shapeText(labels.shape)}`,
    );
  }
  if (labels.data.length !== count) {
    throw new RangeError(`\`${name}\` has ${count} images but ${labels.data.length} labels`);
  }
  const at = labels.data.findIndex((label) => !Number.isInteger(label) || label < 0 || label >= classes);
  if (at < 0) return;
  throw new RangeError(
    `\`${name}.labels[${at}]\` must be a whole number from 0 to ${classes - 1}, as the model tells ${classes} classes apart, got ${labels.data[at]}`,
  );
}

function taker(images: Flat, labels: TypedArray, outputs: number): Examples["take"] {
  const size = images.shape.slice(1).reduce((product, side) => product * side, 1);
  return (indices) => {
    const values = new Float32Array(indices.length * size);
    const targets = new Float32Array(indices.length * outputs);
    for (let i = 0; i < indices.length; i++) {
      const from = indices[i] * size;
      values.set(images.data.subarray(from, from + size), i * size);
      if (outputs === 1) targets[i] = labels[indices[i]];
      else targets[i * outputs + labels[indices[i]]] = 1;
    }
    return {
      x: tf.tensor(values, [indices.length, ...images.shape.slice(1)]),
      y: tf.tensor(targets, [indices.length, outputs]),
    };
  };
}

function shapeText(shape: readonly (number | null)[]): string {
  return `[${shape.map((side) => side ?? "n").join(", ")}]`;
}
