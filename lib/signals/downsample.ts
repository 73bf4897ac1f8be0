import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { resampleAxes } from "./resampleAxes.js";

/** How much smaller. */
export interface DownsampleOptions {
  /** Keeps every factor-th sample, from the first; at least 1, default 2. */
  factor?: number;
}

/**
 * Keeps every second sample, f(2n), or every factor-th. Nothing is smoothed first: what changes faster than the
 * samples that are kept comes out as something else (aliasing).
 *
 * @param input - a signal [n], or an image [height, width] or [height, width, channels], made smaller both ways;
 *   not modified
 * @param options.factor - default 2
 * @returns [⌈n / factor⌉], or an image with both sides so
 * @throws {RangeError} `factor` below 1 or no whole number, a wrong shape, non-finite numbers
 * @example downsample([1, 2, 3, 4, 5]) // [1, 3, 5]
 */
export function downsample(input: ArrayInput, { factor = 2 }: DownsampleOptions = {}): Float64NdArray {
  return resampleAxes(input, factor, (line) => line.filter((_, i) => i % factor === 0));
}
