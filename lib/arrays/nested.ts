import type { NdArray } from "ndarray";
import type { TypedArray } from "./types.js";

/** Numbers in arrays in arrays. */
export type Nested = number | Nested[];

/**
 * An ndarray as nested plain arrays.
 *
 * @param array - any shape and strides; not modified
 * @returns arrays nested as deep as the array has axes; a number where it has none
 * @example toNested(correlate1d([1, 2, 3], [1, 1], { mode: "valid" })) // [3, 5]
 */
export function toNested(array: NdArray<TypedArray | number[]>): Nested {
  if (array.dimension === 0) return array.get();
  return Array.from({ length: array.shape[0] }, (_, i) => toNested(array.pick(i)));
}

/**
 * The numbers of an ndarray in reading order, as a plain array.
 *
 * @param array - any shape and strides; not modified
 * @example toList(correlate1d([1, 2, 3], [1, 1], { mode: "valid" })) // [3, 5]
 */
export function toList(array: NdArray<TypedArray | number[]>): number[] {
  if (array.dimension === 0) return [array.get()];
  return Array.from({ length: array.shape[0] }, (_, i) => toList(array.pick(i))).flat();
}
