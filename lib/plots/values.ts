import { type Float64NdArray, toNested } from "../arrays/index.js";
import { round } from "./round.js";

/** Up to this many cells are written as readable rows of numbers; more are packed. */
const READABLE = 4096;

/** Plotly's form of a packed array: the bytes of a typed array, its type and shape. */
export interface PackedValues {
  dtype: "u1" | "i2" | "f4";
  bdata: string;
  shape: string;
}

/**
 * The cells of a matrix [rows, columns] for a heat map: rows of rounded numbers where there are few, packed bytes where
 * there are many (a 512 × 512 matrix takes 0.4 to 1.4 MB packed and 2 to 4 MB as text).
 */
export function cellValues(matrix: Float64NdArray): (number | null)[][] | PackedValues {
  if (matrix.size <= READABLE) {
    return (toNested(matrix) as number[][]).map((row) => row.map((value) => round(value, 5)));
  }
  return pack(matrix.data, matrix.shape);
}

function pack(data: Float64Array, shape: readonly number[]): PackedValues {
  const whole = data.every(Number.isInteger);
  const [low, high] = data.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  if (whole && low >= 0 && high <= 255) return packed("u1", Uint8Array.from(data), shape);
  if (whole && low >= -32768 && high <= 32767) return packed("i2", Int16Array.from(data), shape);
  return packed("f4", Float32Array.from(data), shape);
}

function packed(dtype: PackedValues["dtype"], { buffer }: { buffer: ArrayBufferLike }, shape: readonly number[]) {
  return { dtype, bdata: Buffer.from(buffer).toString("base64"), shape: shape.join(", ") };
}
