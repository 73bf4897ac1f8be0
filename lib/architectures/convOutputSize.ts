import { checkOptions, wholeNumber } from "../arrays/index.js";
import { type AxisPadding, axisWindows } from "../layers/axisWindows.js";
import { type FittingChoices, fittingChoices } from "../layers/fittingChoices.js";
import { kernelSpan } from "../signals/positions.js";

/** Whether the windows come out even, and how many there are. */
export type OutputSize =
  | { fits: true; size: number }
  | {
      fits: false;
      /** What the formula gives, no whole number or below 1. */
      exact: number;
      /** What frameworks make of it: they drop the last cells; 0 when not even one window fits. */
      floor: number;
    };

export interface ConvOutputSizeOptions {
  /** Cells along the axis, W. */
  input: number;
  /** Weights along the axis, F. */
  kernel: number;
  /** Cells from one position to the next, S; default 1. */
  stride?: number;
  /** Cells added on each side, P, or `"valid"` (default, none), `"same"`, or [before, after]. */
  padding?: AxisPadding;
  /** Cells from one weight to the next; default 1. */
  dilation?: number;
}

const CONV = ["input", "kernel", "stride", "padding", "dilation"] as const;
const POOL = ["input", "size", "stride", "padding"] as const;

/**
 * How many positions a kernel has along one axis: (W − F + 2P) / S + 1.
 *
 * @returns `{ fits: true, size }`, or `{ fits: false, exact, floor }` when the last step would leave cells over
 * @throws {RangeError} an argument that is no whole number or too small
 * @example convOutputSize({ input: 7, kernel: 3, stride: 2 }) // { fits: true, size: 3 }
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016)
 */
export function convOutputSize(options: ConvOutputSizeOptions): OutputSize {
  const { input, kernel, stride = 1, padding = "valid", dilation = 1 } = checkOptions(options, "convOutputSize", CONV);
  const span = kernelSpan(wholeNumber(kernel, "kernel", 1), dilation);
  const { count, exact } = axisWindows(input, span, stride, padding);
  // "same" is defined by its result, so nothing of it is left over.
  if (count >= 1 && (exact === count || padding === "same")) return { fits: true, size: count };
  return { fits: false, exact, floor: Math.max(count, 0) };
}

/**
 * The nearest strides and paddings with which no cells are left over.
 *
 * @param options - as for `convOutputSize`
 * @returns `strides` that fit with this padding and `paddings` that fit with this stride, the nearest first; a padding
 *   is so many cells on each side, or [before, after] where only an odd number fits
 * @throws {RangeError} an argument that is no whole number or too small
 * @example convOutputChoices({ input: 7, kernel: 3, stride: 3 }) // { strides: [2], paddings: [1] }
 */
export function convOutputChoices(options: ConvOutputSizeOptions): FittingChoices {
  const {
    input,
    kernel,
    stride = 1,
    padding = "valid",
    dilation = 1,
  } = checkOptions(options, "convOutputChoices", CONV);
  const span = kernelSpan(wholeNumber(kernel, "kernel", 1), dilation);
  const { before, after } = axisWindows(input, span, stride, padding);
  return fittingChoices(input, span, stride, before + after);
}

export interface PoolOutputSizeOptions {
  /** Cells along the axis. */
  input: number;
  /** Cells of the window along the axis. */
  size: number;
  /** Default `size`: windows side by side. */
  stride?: number;
  /** As for `convOutputSize`. */
  padding?: AxisPadding;
}

/**
 * How many windows a pooling layer has along one axis; the same rule, with the window's size as default stride.
 *
 * @returns `{ fits: true, size }`, or `{ fits: false, exact, floor }` when cells would be left over
 * @throws {RangeError} an argument that is no whole number or too small
 * @example poolOutputSize({ input: 4, size: 2 }) // { fits: true, size: 2 }
 */
export function poolOutputSize(options: PoolOutputSizeOptions): OutputSize {
  const { input, size, stride = size, padding } = checkOptions(options, "poolOutputSize", POOL);
  return convOutputSize({ input, kernel: size, stride, padding });
}
