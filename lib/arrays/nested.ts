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
  const { data, shape, stride } = array;
  const read = (axis: number, offset: number): Nested =>
    axis === shape.length
      ? data[offset]
      : Array.from({ length: shape[axis] }, (_, i) => read(axis + 1, offset + i * stride[axis]));
  return read(0, array.offset);
}

/**
 * The numbers of an ndarray in reading order, as a plain array.
 *
 * @param array - any shape and strides; not modified
 * @example toList(correlate1d([1, 2, 3], [1, 1], { mode: "valid" })) // [3, 5]
 */
export function toList(array: NdArray<TypedArray | number[]>): number[] {
  const { data, shape, stride } = array;
  const list: number[] = [];
  const walk = (axis: number, offset: number) => {
    if (axis === shape.length) list.push(data[offset]);
    else for (let i = 0, at = offset; i < shape[axis]; i++, at += stride[axis]) walk(axis + 1, at);
  };
  walk(0, array.offset);
  return list;
}
