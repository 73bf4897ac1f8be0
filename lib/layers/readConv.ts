import { type ArrayInput, checkOptions, type Float64NdArray, wholeNumber } from "../arrays/index.js";
import { type Batch, readBatch } from "./batch.js";
import { CONV, type ConvOptions, readBias, readWeights } from "./convOptions.js";
import { type Placed, slideKernel } from "./slideKernel.js";

export interface Conv2dOptions extends ConvOptions {
  /** Channels are split into so many groups, each with filters of its own; default 1. */
  groups?: number;
}

/** What a convolutional layer was given, checked, and how its kernel slides. */
export interface Conv extends Placed {
  batch: Batch;
  kernel: Float64NdArray;
  bias: Float64Array;
  /** The output but for its numbers. */
  out: Omit<Batch, "data">;
}

/**
 * Checks what `conv2d` or its backward pass was given. The pictures may be the input's own memory, only to be read.
 *
 * @throws {RangeError} weights that do not fit the channels, a kernel that does not fit the picture, naming both shapes
 */
export function readConv(caller: string, input: ArrayInput, weights: ArrayInput, options?: Conv2dOptions): Conv {
  const checked = checkOptions(options, caller, [...CONV, "groups"]);
  const batch = readBatch(input, { shared: true });
  const kernel = readWeights(weights, "[kernel height, kernel width, channels, filters]");
  const [kernelHeight, kernelWidth, , filters] = kernel.shape;
  const groups = checkGroups(checked.groups, kernel, batch);
  const { padded, sides, sliding } = slideKernel(batch, [kernelHeight, kernelWidth], checked, filters, groups);
  const [rows, columns] = sides;
  const out = { count: batch.count, height: rows.count, width: columns.count, channels: filters, rank: batch.rank };
  return { batch, padded, kernel, bias: readBias(checked.bias, filters), sides, sliding, out };
}

function checkGroups(given: number | undefined, { shape }: Float64NdArray, { channels }: Batch): number {
  const groups = wholeNumber(given ?? 1, "groups", 1);
  if (shape[2] * groups === channels && shape[3] % groups === 0) return groups;
  const inGroups = groups === 1 ? "" : ` in ${groups} groups`;
  throw new RangeError(
    `\`weights\` [${shape.join(", ")}] do not suit ${channels} channels${inGroups}: their third axis must be ` +
      `${channels / groups}${groups === 1 ? "" : `, and ${groups} must divide the filters`}`,
  );
}
