import { oneOf, wholeNumber } from "../arrays/index.js";

/** Which positions of the kernel give an output: every overlap, one for each sample, or only where it fits wholly. */
export type CorrelateMode = "full" | "same" | "valid";

/** Where the kernel's first entry stands along an axis: `start`, `start + stride`, …, `count` times. */
export interface Positions {
  start: number;
  count: number;
  stride: number;
}

/**
 * Finds where a kernel stands along one axis. Positions below 0 or past the end mean that part of it lies outside.
 *
 * @param length - cells along the axis
 * @param span - cells from the kernel's first entry to its last, gaps of a dilated kernel included
 * @param before - in mode "same", cells from the kernel's first entry to the one that lies on the output's cell
 * @throws {RangeError} an unknown mode, a stride below 1, or mode "valid" where nothing fits
 * @example positions(5, 3, "valid", 1, 1) // { start: 0, count: 3, stride: 1 }
 */
export function positions(
  length: number,
  span: number,
  mode: CorrelateMode,
  stride: number,
  before: number,
): Positions {
  oneOf(mode, "mode", ["full", "same", "valid"]);
  wholeNumber(stride, "stride", 1);
  const start = { full: 1 - span, same: -before, valid: 0 }[mode];
  const places = { full: length + span - 1, same: length, valid: length - span + 1 }[mode];
  return { start, count: Math.ceil(places / stride), stride };
}

/** Cells that a kernel covers when its entries stand `dilation` cells apart. */
export function kernelSpan(size: number, dilation: number): number {
  return (size - 1) * wholeNumber(dilation, "dilation", 1) + 1;
}
