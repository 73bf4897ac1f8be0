import ndarray, { type NdArray } from "ndarray";
import { readable, wholeNumber } from "../arrays/index.js";
import { SMALLEST } from "../layers/crossEntropy.js";
import { type Examples, indexRange, type LabelledData, readExamples } from "./examples.js";
import { pause } from "./pause.js";
import type { tf } from "./tensorflow.js";

/** How a model did on examples. */
export interface Evaluation {
  /** Mean cross-entropy, −ln of the probability that the model gives to the right class; 0 is perfect. */
  loss: number;
  /** Share of the pictures whose most probable class is the right one, 0 to 1. */
  accuracy: number;
  /** [n], the most probable class of each picture. */
  predictions: NdArray<Int32Array>;
}

/**
 * How well a classifier does on pictures with known classes. The model is not changed.
 *
 * @param model - ends in probabilities: softmax, or a sigmoid for yes or no
 * @param data - `images` [n, height, width, channels] and `labels` [n]; not modified
 * @param options.batchSize - pictures at a time; default 256
 * @returns loss, accuracy and the predicted classes
 * @throws {RangeError} data that does not fit the model, naming what
 * @example const { accuracy } = await evaluateModel(model, syntheticDigits({ count: 500, seed: 2 }))
 */
export async function evaluateModel(
  model: tf.LayersModel,
  data: LabelledData,
  { batchSize = 256 }: { batchSize?: number } = {},
): Promise<Evaluation> {
  wholeNumber(batchSize, "batchSize", 1);
  return evaluateExamples(model, readExamples(model, data, "data"), [0, undefined], batchSize);
}

/** The same for examples that are checked, and only those from the first to before the second number of `range`. */
export async function evaluateExamples(
  model: tf.LayersModel,
  examples: Examples,
  [from, to = examples.count]: readonly [number, number?],
  batchSize: number,
): Promise<Evaluation> {
  const predictions = new Int32Array(to - from);
  let loss = 0;
  let right = 0;
  for (let start = from; start < to; start += batchSize) {
    const indices = indexRange(start, Math.min(start + batchSize, to));
    const probabilities = predict(model, examples, indices);
    const outputs = probabilities.length / indices.length;
    for (const [i, index] of indices.entries()) {
      const row = probabilities.subarray(i * outputs, (i + 1) * outputs);
      const label = examples.labels[index];
      predictions[index - from] = mostProbable(row);
      if (predictions[index - from] === label) right++;
      loss -= Math.log(Math.max(probabilityOf(row, label), SMALLEST));
    }
    await pause();
  }
  const count = to - from;
  return {
    loss: loss / count,
    accuracy: right / count,
    predictions: readable(ndarray(predictions, [count])),
  };
}

function predict(model: tf.LayersModel, examples: Examples, indices: Int32Array): Float32Array {
  const { x, y } = examples.take(indices);
  const output = model.predict(x, { batchSize: indices.length }) as tf.Tensor;
  const values = output.dataSync() as Float32Array;
  for (const tensor of [x, y, output]) tensor.dispose();
  return values;
}

/** A single output is the probability of class 1. */
function mostProbable(row: Float32Array): number {
  return row.length === 1 ? Number(row[0] > 0.5) : row.indexOf(Math.max(...row));
}

function probabilityOf(row: Float32Array, label: number): number {
  if (row.length > 1) return row[label];
  return label === 1 ? row[0] : 1 - row[0];
}
