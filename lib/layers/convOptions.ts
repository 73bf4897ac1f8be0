import { type ArrayInput, type Float64NdArray, toNdarray } from "../arrays/index.js";
import type { Batch } from "./batch.js";
import { type Padding, pair, type Size, type SlidingWindow, windowGrid } from "./windows.js";

export interface ConvOptions {
  /** One number added to each filter's sums; none when left out. */
  bias?: ArrayInput;
  /** Cells from one position to the next; default 1. */
  stride?: Size;
  /** `"valid"` (default), `"same"`, cells on each side, [down, across], or each side by itself. */
  padding?: Padding;
  /** Cells from one weight to the next; default 1. */
  dilation?: Size;
}

/** The names of those options. */
export const CONV = ["stride", "padding", "dilation", "bias"] as const;

/** The window that a kernel of this size slides. */
export const convWindow = (
  size: Size,
  { stride = 1, padding = "valid", dilation = 1 }: Omit<ConvOptions, "bias">,
): SlidingWindow => ({
  size: pair(size, "kernel"),
  stride,
  padding,
  dilation,
  rounding: "floor",
});

/** Where the kernel stands on the pictures; an error says which kernel and which picture. */
export function placeKernel(
  { height, width }: Batch,
  [kernelHeight, kernelWidth]: readonly number[],
  options: ConvOptions,
) {
  try {
    return windowGrid(height, width, convWindow([kernelHeight, kernelWidth], options));
  } catch (error) {
    if (!(error instanceof RangeError) || error.message.startsWith("`")) throw error;
    const shapes = `kernel [${kernelHeight}, ${kernelWidth}] does not fit an input of [${height}, ${width}]`;
    throw new RangeError(`${shapes}: ${error.message}`);
  }
}

/**
 * Reads weights of four axes.
 *
 * @param axes - what they mean, for the error
 * @throws {RangeError} another number of axes
 */
export const readWeights = (weights: ArrayInput, axes: string): Float64NdArray => {
  const array = toNdarray(weights, "weights");
  if (array.dimension === 4) return array;
  throw new RangeError(`\`weights\` must be ${axes}, got shape [${array.shape.join(", ")}]`);
};

/** A bias for each filter; zeros when there is none. */
export function readBias(bias: ArrayInput | undefined, filters: number): Float64Array {
  if (bias === undefined) return new Float64Array(filters);
  const { data, shape } = toNdarray(bias, "bias", { rank: 1 });
  if (data.length === filters) return data;
  throw new RangeError(`\`bias\` must hold one number a filter, ${filters}, got shape [${shape.join(", ")}]`);
}

/** The same numbers again and again, `times` times. */
export function repeated(numbers: Float64Array, times: number): Float64Array {
  const out = new Float64Array(numbers.length * times);
  for (let at = 0; at < out.length; at += numbers.length) out.set(numbers, at);
  return out;
}
