import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { checkPool, type Pooling, type PoolOptions } from "./poolOptions.js";
import { poolRows } from "./poolRows.js";

/**
 * Mean of each window, channel by channel. Windows that would leave the padded input are dropped.
 *
 * @param input - [n, height, width, channels], one image [height, width, channels] or one plane [height, width];
 *   not modified
 * @param options.size - window side in cells, from 1 to the padded input's shorter side
 * @param options.stride - cells between window starts; default `size` (no overlap)
 * @param options.padding - `"valid"` (default) none; `"same"` as TensorFlow has it, ⌈side / stride⌉ outputs and the odd
 *   cell at the end; or cells a side, fewer than `size`. The mean is over the cells of the input alone, as in
 *   TensorFlow; PyTorch counts the padding in, as zeros, unless told otherwise.
 * @returns same rank; with padding p before and q after, height and width become ⌊(side + p + q − size) / stride⌋ + 1
 * @throws {RangeError} an option out of range, another number of axes, an empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example averagePool2d([[1, 3], [2, 9]], { size: 2 }) // [[3.75]]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §9.3
 */
export function averagePool2d(input: ArrayInput, options: PoolOptions): Float64NdArray {
  return poolRows(checkPool(input, options, "averagePool2d"), { down, across });
}

function down(row: Float64Array, from: Float64Array, start: number): void {
  for (let i = 0; i < row.length; i++) row[i] += from[start + i];
}

function across(row: Float64Array, height: number, pooling: Pooling, out: Float64Array, at: number): void {
  const { columns } = pooling;
  const { channels } = pooling.batch;
  for (let window = 0; window < columns.first.length; window++) {
    const end = columns.end[window] * channels;
    const cells = height * (columns.end[window] - columns.first[window]);
    for (let channel = 0; channel < channels; channel++, at++) {
      let sum = 0;
      for (let i = columns.first[window] * channels + channel; i < end; i += channels) sum += row[i];
      out[at] = sum / cells;
    }
  }
}
