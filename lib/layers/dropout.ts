import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  finiteNumber,
  readable,
  toNdarray,
} from "../arrays/index.js";
import { randomGenerator } from "../signals/index.js";

export interface DropoutOptions {
  /** Share of values set to zero, from 0 to below 1. */
  rate: number;
  /** Which values; the same seed drops the same ones. */
  seed: number;
}

/**
 * Sets values to zero by chance and makes the others 1 / (1 − rate) times as large, so that sums stay the same on
 * average. For training; a trained network in use leaves dropout out.
 *
 * @param input - any shape; not modified
 * @returns the same shape, a new array
 * @throws {RangeError} `rate` below 0 or not below 1, non-finite input
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example dropout([1, 1, 1, 1], { rate: 0.5, seed: 1 }) // some 0, the others 2
 * @see Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov, Dropout (2014)
 */
export function dropout(input: ArrayInput, options: DropoutOptions): Float64NdArray {
  const { rate, seed } = checkOptions(options, "dropout", ["rate", "seed"]);
  const { data, shape } = toNdarray(input, "input");
  if (finiteNumber(rate, "rate", 0, 1) === 1) throw new RangeError("`rate` 1 would drop everything; use less");
  const random = randomGenerator(seed);
  const out = data.map((value) => (random.uniform() < rate ? 0 : value / (1 - rate)));
  return readable(ndarray(out, shape.slice()));
}
