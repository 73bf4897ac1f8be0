import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";

/**
 * Lays the numbers of each example in one row: row after row, the channels of a pixel together.
 *
 * @param input - a batch [n, height, width, channels], one picture [height, width, channels] or one plane
 *   [height, width]; not modified
 * @returns [n, height · width · channels] for a batch, else [height · width · channels]
 * @throws {RangeError} other shapes, empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example flatten([[1, 2], [3, 4]]) // [1, 2, 3, 4]
 */
export function flatten(input: ArrayInput): Float64NdArray {
  const { data, shape } = toNdarray(input, "input", { rank: [2, 3, 4] });
  return readable(ndarray(data, flatShape(shape)));
}

/** A row for each example of a batch, else one row. */
export function flatShape(shape: readonly number[]): number[] {
  const size = shape.reduce((product, side) => product * side, 1);
  return shape.length === 4 ? [shape[0], size / shape[0]] : [size];
}
