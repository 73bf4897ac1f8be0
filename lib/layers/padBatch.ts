import type { Batch } from "./batch.js";
import type { AxisGrid } from "./windows.js";

/** Zeros around each picture, so that every window lies inside; a cut where padding is left over at the end. */
export function padBatch(batch: Batch, rows: AxisGrid, columns: AxisGrid): Batch {
  if (rows.before + rows.after + columns.before + columns.after === 0) return batch;
  const { data, count, channels } = batch;
  const height = batch.height + rows.before + rows.after;
  const width = batch.width + columns.before + columns.after;
  const out = new Float64Array(count * height * width * channels);
  const line = batch.width * channels;
  for (let n = 0; n < count; n++) {
    for (let y = 0; y < batch.height; y++) {
      const from = (n * batch.height + y) * line;
      const to = ((n * height + y + rows.before) * width + columns.before) * channels;
      out.set(data.subarray(from, from + line), to);
    }
  }
  return { ...batch, data: out, height, width };
}
