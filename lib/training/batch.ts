import type { Examples } from "./examples.js";
import { tf } from "./tensorflow.js";

/** What a step trains on: x, y and, where classes have weights, those of the examples. */
export type Batch = readonly tf.Tensor[];

/** The examples at `indices` as a batch, to be disposed of. */
export function makeBatch(examples: Examples, indices: Int32Array, classWeight?: readonly number[]): Batch {
  const { x, y } = examples.take(indices);
  if (!classWeight) return [x, y];
  return [x, y, tf.tensor1d(Float32Array.from(indices, (index) => classWeight[examples.labels[index]]))];
}
