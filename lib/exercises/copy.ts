import ndarray, { type NdArray } from "ndarray";
import { isNdarray, readable } from "../arrays/index.js";

/**
 * A copy that shares no numbers with the original: arrays, typed arrays, ndarrays and plain objects, as deep as they go.
 * Functions and objects of other classes stay the same.
 *
 * @example copy([[1, 2], [3, 4]]) // equal, but writing into it leaves the original alone
 */
export function copy<T>(value: T): T {
  return copyAny(value) as T;
}

function copyAny(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyAny);
  if (ArrayBuffer.isView(value) && "slice" in value) return (value as Float64Array).slice();
  if (isNdarray(value)) return copyNdarray(value as NdArray<Float64Array>);
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copyAny(entry)]));
  return value;
}

function copyNdarray(array: NdArray<Float64Array>): NdArray<Float64Array> {
  return readable(ndarray(array.data.slice(), array.shape.slice(), array.stride.slice(), array.offset));
}

/** Whether `value` is a record such as `{ size: 3 }`, of this or another realm. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
