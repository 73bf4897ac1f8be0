import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";

/** Pictures one after another, channels last, and how many axes they came with. */
export interface Batch {
  data: Float64Array;
  count: number;
  height: number;
  width: number;
  channels: number;
  rank: number;
}

/**
 * Reads a batch [n, height, width, channels], one picture [height, width, channels] or one plane [height, width].
 *
 * @param options.shared - whether `data` may be the input's own memory, only to be read; default false
 * @throws {RangeError} other shapes, empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 */
export function readBatch(input: ArrayInput, { shared = false } = {}): Batch {
  const { data, shape } = toNdarray(input, "input", { rank: [2, 3, 4], shared });
  const rank = shape.length;
  const [count, height, width, channels] = { 2: [1, ...shape, 1], 3: [1, ...shape], 4: shape }[rank as 2 | 3 | 4];
  return { data, count, height, width, channels, rank };
}

/** As many axes as came in; a plane that became several channels is a picture. */
export function writeBatch(batch: Batch): Float64NdArray {
  return readable(ndarray(batch.data, batchShape(batch)));
}

/** The shape of the array that `writeBatch` makes. */
export function batchShape({ count, height, width, channels, rank }: Omit<Batch, "data">): number[] {
  if (rank === 4) return [count, height, width, channels];
  return rank === 2 && channels === 1 ? [height, width] : [height, width, channels];
}
