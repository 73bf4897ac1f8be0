import type { Float64NdArray } from "../arrays/index.js";
import { writeBatch } from "./batch.js";
import type { Pooling } from "./poolOptions.js";

/** How a kind of pooling combines numbers: first down the columns, into one row, and then along that row. */
export interface Combine {
  /** Combines `row` with as many numbers of `from`, which begin at `start`. */
  down(row: Float64Array, from: Float64Array, start: number): void;
  /** Combines the columns of each window of `row`, which was made of `height` rows, and writes them to `out` from `at` on. */
  across(row: Float64Array, height: number, pooling: Pooling, out: Float64Array, at: number): void;
}

/** Pools in two steps, at 2 k instead of k² numbers a window: numbers side by side in memory are worked on side by side. */
export function poolRows(pooling: Pooling, { down, across }: Combine): Float64NdArray {
  const { batch, rows, columns } = pooling;
  const { count, height, channels } = batch;
  const length = batch.width * channels;
  const width = columns.first.length;
  const outLength = width * channels;
  const out = new Float64Array(count * rows.first.length * outLength);
  const row = new Float64Array(length);
  let at = 0;
  for (let image = 0; image < count; image++) {
    for (let window = 0; window < rows.first.length; window++, at += outLength) {
      const first = image * height + rows.first[window];
      const end = image * height + rows.end[window];
      row.set(batch.data.subarray(first * length, (first + 1) * length));
      for (let y = first + 1; y < end; y++) down(row, batch.data, y * length);
      across(row, end - first, pooling, out, at);
    }
  }
  return writeBatch({ ...batch, data: out, height: rows.first.length, width });
}
