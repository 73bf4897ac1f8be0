import type { NdArray } from "ndarray";

/** The typed arrays that functions of this library accept. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/** Rows of rows of numbers, as deep as the array has axes: `[[1, 2], [3, 4]]` has two. */
export type NestedArray = readonly (number | NestedArray)[];

/** What functions accept as an array: nested arrays, a typed array (one axis) or an ndarray (any strides). */
export type ArrayInput = NestedArray | TypedArray | NdArray<TypedArray | number[]>;

/** What functions return: double precision, rows one after another without gaps. */
export type Float64NdArray = NdArray<Float64Array>;
