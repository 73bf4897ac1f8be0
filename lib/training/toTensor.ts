import type { NdArray } from "ndarray";
import { type ArrayInput, isNdarray, type TypedArray, toNdarray } from "../arrays/index.js";
import { tf } from "./tensorflow.js";

/**
 * An array as a tensor of 32-bit floats.
 *
 * @param array - nested arrays, a typed array or an ndarray of any strides; not modified
 * @returns a tensor of the same shape; dispose of it, or make it inside `tf.tidy`
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @throws {RangeError} no entries, NaN or infinity
 * @example toTensor([[1, 2], [3, 4]]).shape // [2, 2]
 */
export function toTensor(array: ArrayInput): tf.Tensor {
  const { data, shape } = toFlat(array, "array");
  return tf.tensor(Float32Array.from(data), shape, "float32");
}

/** Values row after row without gaps. */
export interface Flat {
  data: TypedArray;
  shape: number[];
}

/** An array's values row after row: those of the array itself where they already stand so, else a copy. */
export function toFlat(array: ArrayInput, name: string): Flat {
  if (!isNdarray(array) || !isPacked(array)) {
    const copy = toNdarray(array, name);
    return { data: copy.data, shape: copy.shape };
  }
  const data = array.data as TypedArray;
  if (array.size === 0) throw new RangeError(`\`${name}\` is empty: its shape is [${array.shape.join(", ")}]`);
  if (data instanceof Float32Array || data instanceof Float64Array) checkFinite(data, name, array.shape);
  return { data: data.length === array.size ? data : data.subarray(0, array.size), shape: array.shape.slice() };
}

function isPacked(array: NdArray<TypedArray | number[]>): boolean {
  if (!ArrayBuffer.isView(array.data) || array.offset !== 0) return false;
  let step = 1;
  for (let axis = array.dimension - 1; axis >= 0; axis--) {
    if (array.shape[axis] !== 1 && array.stride[axis] !== step) return false;
    step *= array.shape[axis];
  }
  return true;
}

function checkFinite(data: Float32Array | Float64Array, name: string, shape: number[]): void {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  let rest = at;
  const place = shape
    .map((_, axis) => {
      const size = shape.slice(axis + 1).reduce((product, side) => product * side, 1);
      const index = Math.floor(rest / size);
      rest -= index * size;
      return `[${index}]`;
    })
    .join("");
  throw new RangeError(`\`${name}${place}\` must be a finite number, got ${data[at]}`);
}
