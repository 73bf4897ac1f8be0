import { oneOf, wholeNumber } from "../arrays/index.js";

/** Cells added along one axis: none, enough to keep ⌈length / stride⌉ windows, so many on each side, or before and after. */
export type AxisPadding = "valid" | "same" | number | readonly [before: number, after: number];

/** How windows stand along one axis. */
export interface AxisWindows {
  /** Windows; 0 or less when not even one fits. */
  count: number;
  /** Cells added before the first one. */
  before: number;
  /** Cells added after the last one. */
  after: number;
  /** Where the last window would start, in strides; no whole number when the windows don't come out even. */
  exact: number;
}

/**
 * Counts windows along one axis, ⌊(length + padding − span) / stride⌋ + 1, and says where padding goes.
 * The one place for this rule: layers, output sizes and architectures all use it.
 *
 * @param length - cells of the input
 * @param span - cells from the window's first to its last, gaps of a dilated kernel included
 * @param padding - `"same"` as TensorFlow has it: an odd cell goes to the end
 * @throws {RangeError} an argument that is no whole number, or negative padding
 * @example axisWindows(7, 3, 2, "valid") // { count: 3, before: 0, after: 0, exact: 3 }
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016)
 */
export function axisWindows(length: number, span: number, stride: number, padding: AxisPadding): AxisWindows {
  wholeNumber(length, "input", 1);
  wholeNumber(stride, "stride", 1);
  const [before, after] = paddingCells(length, span, stride, padding);
  const exact = (length + before + after - span) / stride + 1;
  return { count: Math.floor(exact), before, after, exact };
}

function paddingCells(length: number, span: number, stride: number, padding: AxisPadding): [number, number] {
  if (typeof padding === "string") {
    if (oneOf(padding, "padding", ["valid", "same"]) === "valid") return [0, 0];
    const total = Math.max((Math.ceil(length / stride) - 1) * stride + span - length, 0);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  }
  const [before, after] = typeof padding === "number" ? [padding, padding] : padding;
  return [wholeNumber(before, "padding", 0), wholeNumber(after, "padding", 0)];
}
