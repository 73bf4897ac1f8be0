import { type ArrayInput, checkOptions, type Float64NdArray, oneOf } from "../arrays/index.js";
import { type Batch, readBatch } from "./batch.js";
import { readBias, readWeights } from "./convOptions.js";
import type { Sliding } from "./sliding.js";
import { type StampedAxis, stampedAxis } from "./stampedAxis.js";
import { type AxisGrid, pair, type Size } from "./windows.js";

export interface Conv2dTransposeOptions {
  /** One number added to each filter's sums; none when left out. */
  bias?: ArrayInput;
  /** Output cells from one stamp to the next; default 1. */
  stride?: Size;
  /** `"valid"` (default) keeps all that the stamps cover; `"same"` cuts it to side · stride. */
  padding?: "valid" | "same";
}

/** What a transposed convolution was given, checked, and the convolution that would go the other way. */
export interface ConvTranspose {
  batch: Batch;
  kernel: Float64NdArray;
  bias: Float64Array;
  /** Where the stamps stand on the output: what they cover beyond it is padding. */
  rows: AxisGrid;
  columns: AxisGrid;
  sliding: Sliding;
  /** The output but for its numbers. */
  out: Omit<Batch, "data">;
}

const OPTIONS = ["stride", "padding", "bias"] as const;

/**
 * Checks what `conv2dTranspose` or its backward pass was given. The pictures may be the input's own memory, only to be
 * read.
 *
 * @throws {RangeError} weights that do not fit the channels, an option out of range
 */
export function readConvTranspose(
  caller: string,
  input: ArrayInput,
  weights: ArrayInput,
  options?: Conv2dTransposeOptions,
): ConvTranspose {
  const { stride = 1, padding = "valid", bias } = checkOptions(options, caller, OPTIONS);
  const batch = readBatch(input, { shared: true });
  const kernel = readWeights(weights, "[kernel height, kernel width, filters, channels]");
  const [kernelHeight, kernelWidth, filters, channels] = kernel.shape;
  if (channels !== batch.channels) {
    throw new RangeError(
      `\`weights\` [${kernel.shape.join(", ")}] do not suit ${batch.channels} channels: their last axis must be ${batch.channels}`,
    );
  }
  oneOf(padding, "padding", ["valid", "same"]);
  const down = stampedAxis(batch.height, kernelHeight, pair(stride, "stride")[0], padding);
  const across = stampedAxis(batch.width, kernelWidth, pair(stride, "stride")[1], padding);
  const [rows, columns] = [gridOf(batch.height, kernelHeight, down), gridOf(batch.width, kernelWidth, across)];
  const sliding: Sliding = {
    pictures: {
      count: batch.count,
      height: down.count + rows.before + rows.after,
      width: across.count + columns.before + columns.after,
      channels: filters,
    },
    grid: [rows.count, columns.count],
    filters: channels,
    kernel: [kernelHeight, kernelWidth],
    stride: [down.stride, across.stride],
    dilation: [1, 1],
    groups: 1,
  };
  const out = { count: batch.count, height: down.count, width: across.count, channels: filters, rank: batch.rank };
  return { batch, kernel, bias: readBias(bias, filters), rows, columns, sliding, out };
}

/** The windows that stamps are: as many as input cells. Padding is negative where the last one ends before the output. */
function gridOf(length: number, kernel: number, { count, cut, stride }: StampedAxis): AxisGrid {
  return { count: length, before: cut, after: (length - 1) * stride + kernel - cut - count };
}
