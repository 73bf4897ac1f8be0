import { oneOf, wholeNumber } from "../arrays/index.js";

/** Which positions of the kernel give an output: every overlap, one for each sample, or only where it fits wholly. */
export type CorrelateMode = "full" | "same" | "valid";

/** More values than this along one axis is a slip, such as a dilation meant for another argument, not a wish. */
const MOST = 1e8;

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
 * @throws {RangeError} an unknown mode, a stride below 1, or more than a hundred million values
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
  const count = Math.ceil(places / stride);
  if (count > MOST) {
    const named = `the result would have ${count} values along one axis, more than ${MOST}`;
    throw new RangeError(`${named}: use a smaller \`dilation\`, or mode "same"`);
  }
  return { start, count, stride };
}

/** Cells that a kernel covers when its entries stand `dilation` cells apart. */
export function kernelSpan(size: number, dilation: number): number {
  return (size - 1) * wholeNumber(dilation, "dilation", 1) + 1;
}
