import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  readable,
  toNdarray,
  wholeNumber,
} from "../arrays/index.js";
import { randomGenerator } from "../signals/index.js";
import { shuffle } from "../signals/shuffle.js";

export interface BatchesOptions {
  /** Examples of a batch, at least 1; the last batch has what is left. Default 32. */
  size?: number;
  /** Which order; take another for each time through the data. */
  seed: number;
}

/** Some of the examples. */
export interface ExampleBatch {
  /** [size, ...], as the data's other axes. */
  inputs: Float64NdArray;
  /** [size] or [size, ...]. */
  labels: Float64NdArray;
}

/**
 * Goes once through examples in random order, batch by batch.
 *
 * @param inputs - [n, ...], an example for each entry of the first axis; not modified
 * @param labels - [n, ...], what is right for each; not modified
 * @returns one batch after the other; every example is in one of them
 * @throws {RangeError} not as many labels as inputs, an option out of range, empty or non-finite arrays
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example for (const { inputs, labels } of batches(images, digits, { size: 32, seed: epoch })) train(inputs, labels);
 */
export function batches(inputs: ArrayInput, labels: ArrayInput, options: BatchesOptions): Iterable<ExampleBatch> {
  const { size = 32, seed } = checkOptions(options, "batches", ["size", "seed"]);
  wholeNumber(size, "size", 1);
  const [all, right] = [toNdarray(inputs, "inputs", { shared: true }), toNdarray(labels, "labels", { shared: true })];
  if (all.shape[0] !== right.shape[0]) {
    throw new RangeError(`\`labels\` must be one for each input, ${all.shape[0]}, got ${right.shape[0]}`);
  }
  const order = shuffle(
    Int32Array.from({ length: all.shape[0] }, (_, i) => i),
    randomGenerator(seed),
  );
  return { [Symbol.iterator]: () => inTurn(all, right, size, order) };
}

function* inTurn(inputs: Float64NdArray, labels: Float64NdArray, size: number, order: Int32Array) {
  for (let start = 0; start < order.length; start += size) {
    const places = order.slice(start, start + size);
    yield { inputs: pick(inputs, places), labels: pick(labels, places) };
  }
}

function pick({ data, shape }: Float64NdArray, places: Int32Array): Float64NdArray {
  const length = data.length / shape[0];
  const out = new Float64Array(places.length * length);
  places.forEach((place, i) => {
    out.set(data.subarray(place * length, (place + 1) * length), i * length);
  });
  return readable(ndarray(out, [places.length, ...shape.slice(1)]));
}
