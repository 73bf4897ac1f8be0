import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { batchShape, writeBatch } from "./batch.js";
import type { Pooling } from "./poolOptions.js";
import { readGradient } from "./readGradient.js";

/** A window's cells in the pictures' numbers: `height` runs of one channel, one below the other. */
export interface PoolWindow {
  /** Its first number. */
  first: number;
  /** From one number of the channel to the next in its row, and to the next row. */
  across: number;
  down: number;
  height: number;
  width: number;
}

/** Shares the gradient of each window and channel among the window's cells. */
export type Share = (out: Float64Array, gradient: number, window: PoolWindow, input: Float64Array) => void;

/** The way back through a pooling layer; where windows overlap, cells add up what they get. */
export function poolBackward(gradient: ArrayInput, { batch, rows, columns }: Pooling, share: Share): Float64NdArray {
  const { count, height, width, channels } = batch;
  const out = { ...batch, height: rows.first.length, width: columns.first.length };
  const above = readGradient(gradient, batchShape(out));
  const data = new Float64Array(batch.data.length);
  const window: PoolWindow = { first: 0, across: channels, down: width * channels, height: 0, width: 0 };
  let from = 0;
  for (let n = 0; n < count; n++) {
    for (let y = 0; y < out.height; y++) {
      window.height = rows.end[y] - rows.first[y];
      for (let x = 0; x < out.width; x++) {
        window.width = columns.end[x] - columns.first[x];
        window.first = ((n * height + rows.first[y]) * width + columns.first[x]) * channels;
        for (let channel = 0; channel < channels; channel++, window.first++)
          share(data, above[from++], window, batch.data);
      }
    }
  }
  return writeBatch({ ...batch, data });
}
