import type { ArrayInput } from "../../arrays/index.js";
import { checkModel } from "../checkModel.js";
import { tf } from "../tensorflow.js";
import { type Flat, toFlat } from "../toTensor.js";

/** Checked pictures for one model. */
export interface Pictures {
  count: number;
  /** [height, width, channels] of one. */
  shape: number[];
  /** Values of one after the other. */
  data: Flat["data"];
  /** Whether one picture came, without the axis that counts them. */
  single: boolean;
}

/**
 * Checks that pictures fit a model.
 *
 * @param images - [n, …] with the shape of the model's input after the first axis, or one picture; a plane [height,
 *   width] where that has one channel
 * @throws {TypeError} something that is no model or no array
 * @throws {RangeError} a model with several inputs or outputs, or pictures of another shape
 */
export function readPictures(model: tf.LayersModel, images: ArrayInput, name: string): Pictures {
  checkModel(model);
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    throw new RangeError(
      `\`model\` must have one input and one output, got ${model.inputs.length} and ${model.outputs.length}`,
    );
  }
  const wanted = model.inputs[0].shape.slice(1);
  const { data, shape } = toFlat(images, name);
  const isOne = (sides: number[]) =>
    sides.length === wanted.length && wanted.every((side, axis) => side === null || side === sides[axis]);
  if (isOne(shape.slice(1))) return { count: shape[0], shape: shape.slice(1), data, single: false };
  const plane = [...shape, 1];
  const one = [shape, plane].find(isOne);
  if (one) return { count: 1, shape: one, data, single: true };
  const sides = wanted.map((side) => side ?? "any").join(", ");
  throw new RangeError(`\`${name}\` must be [n, ${sides}] or [${sides}] for this model, got [${shape.join(", ")}]`);
}

/** The same for exactly one picture. */
export function readPicture(model: tf.LayersModel, image: ArrayInput, name: string): Pictures {
  const pictures = readPictures(model, image, name);
  if (pictures.count === 1) return pictures;
  throw new RangeError(`\`${name}\` must be one picture [${pictures.shape.join(", ")}], got ${pictures.count}`);
}

/** Pictures `from` up to but not including `to` as a tensor. */
export function pictureTensor({ data, shape }: Pictures, from: number, to: number): tf.Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(Float32Array.from(data.subarray(from * size, to * size)), [to - from, ...shape]);
}
