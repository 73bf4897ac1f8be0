import { wholeNumber } from "../arrays/index.js";

/** Where the stamps of a transposed convolution lie along an axis. */
export interface StampedAxis {
  /** Output cells. */
  count: number;
  /** Stamped cells that are cut off before the first. */
  cut: number;
  stride: number;
}

/**
 * Counts the output cells of a transposed convolution along one axis: side · stride, and with `"valid"` what the last
 * stamp covers beyond that.
 *
 * @throws {RangeError} a kernel or stride that is no whole number of at least 1
 * @example stampedAxis(3, 3, 2, "valid") // { count: 7, cut: 0, stride: 2 }
 */
export function stampedAxis(length: number, kernel: number, stride: number, padding: "valid" | "same"): StampedAxis {
  wholeNumber(kernel, "kernel", 1);
  wholeNumber(stride, "stride", 1);
  const over = Math.max(kernel - stride, 0);
  if (padding === "valid") return { count: length * stride + over, cut: 0, stride };
  return { count: length * stride, cut: Math.floor(over / 2), stride };
}
