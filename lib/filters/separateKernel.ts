import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import { toPlane } from "./checkCorrelate2d.js";
import type { Plane } from "./padPlane.js";

/** A kernel as a column times a row. */
export interface SeparatedKernel {
  /** [k], slid down the columns. */
  column: Float64NdArray;
  /** [l], slid along the rows. */
  row: Float64NdArray;
}

/**
 * Writes a kernel of k × l as a column times a row where that is possible, that is, where its rank is 1. Sliding the
 * one and then the other gives the same result with k + l products a pixel instead of k · l.
 *
 * All rows of such a kernel are multiples of the row that holds the largest entry, so that row and the column through
 * that entry, divided by it, are the only candidates; they are multiplied out and compared.
 *
 * @param kernel - [k, l]; not modified
 * @returns the largest entry of `row` is 1 or −1; `undefined` where any entry differs from column times row
 *   by more than rounding (about 2 · 10⁻¹⁵ of the largest entry)
 * @throws {RangeError} a wrong number of axes, an empty or non-finite kernel
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example separateKernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]]) // { column: [1, 2, 1], row: [1, 0, -1] }
 */
export function separateKernel(kernel: ArrayInput): SeparatedKernel | undefined {
  const separated = separatePlane(toPlane(kernel, "kernel", { shared: true }));
  if (separated === undefined) return undefined;
  const line = ({ data }: Plane) => readable(ndarray(data, [data.length]));
  return { column: line(separated.column), row: line(separated.row) };
}

/** The same for a plane: the column as k × 1, the row as 1 × l. */
export function separatePlane({ data, height, width }: Plane): { column: Plane; row: Plane } | undefined {
  const peak = indexOfLargest(data);
  const column = Float64Array.from({ length: height }, (_, i) => data[i * width + (peak % width)]);
  const start = peak - (peak % width);
  const row = Float64Array.from({ length: width }, (_, j) => (data[peak] === 0 ? 0 : data[start + j] / data[peak]));
  const rounding = 8 * Number.EPSILON * Math.abs(data[peak]);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      if (Math.abs(data[i * width + j] - column[i] * row[j]) > rounding) return undefined;
    }
  }
  return { column: { data: column, height, width: 1 }, row: { data: row, height: 1, width } };
}

function indexOfLargest(data: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < data.length; i++) if (Math.abs(data[i]) > Math.abs(data[largest])) largest = i;
  return largest;
}
