import type { Batch } from "./batch.js";
import type { AxisGrid } from "./windows.js";

type Sides = Pick<AxisGrid, "before" | "after">;

/** Zeros around each picture, so that every window lies inside; a cut where padding is negative. */
export function padBatch(batch: Batch, rows: Sides, columns: Sides): Batch {
  if ([rows.before, rows.after, columns.before, columns.after].every((cells) => cells === 0)) return batch;
  const height = batch.height + rows.before + rows.after;
  const width = batch.width + columns.before + columns.after;
  return move(batch, height, width, rows.before, columns.before);
}

/** Takes the padding off again: pictures of `height` by `width`, zeros where the padding had cut. */
export function cropBatch(padded: Batch, height: number, width: number, rows: Sides, columns: Sides): Batch {
  if (padded.height === height && padded.width === width && rows.before + columns.before === 0) return padded;
  return move(padded, height, width, -rows.before, -columns.before);
}

/** Pictures moved so many cells down and across, on pictures of another size. */
function move(batch: Batch, height: number, width: number, down: number, across: number): Batch {
  const { data, count, channels } = batch;
  const out = new Float64Array(count * height * width * channels);
  const [left, right] = [Math.max(0, -across), Math.min(batch.width, width - across)];
  for (let n = 0; n < count; n++) {
    for (let y = Math.max(0, -down); y < Math.min(batch.height, height - down); y++) {
      const line = (n * batch.height + y) * batch.width;
      const to = ((n * height + y + down) * width + left + across) * channels;
      out.set(data.subarray((line + left) * channels, (line + right) * channels), to);
    }
  }
  return { ...batch, data: out, height, width };
}
