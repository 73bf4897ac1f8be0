import { type ArrayInput, checkOptions, type Float64NdArray, oneOf } from "../arrays/index.js";
import { resampleAxes } from "./resampleAxes.js";

/** How much larger, and what goes between the samples. */
export interface UpsampleOptions {
  /** Samples that each one becomes; at least 1, default 2. */
  factor?: number;
  /**
   * `"zeros"` (default) zeros after each sample; `"hold"` the sample repeated;
   * `"linear"` a straight line to the next sample, level after the last one.
   */
  method?: "zeros" | "hold" | "linear";
}

/**
 * Makes room between samples: f(n / 2) at even places, and something at odd ones.
 *
 * @param input - a signal [n], or an image [height, width] or [height, width, channels], made larger both ways;
 *   not modified
 * @param options.factor - default 2
 * @param options.method - what fills the room: `"zeros"` (default), `"hold"` or `"linear"`
 * @returns [n · factor], or an image with both sides so
 * @throws {RangeError} `factor` below 1 or no whole number, an unknown method, a wrong shape, non-finite numbers
 * @example upsample([2, 4], { method: "linear" }) // [2, 3, 4, 4]
 */
export function upsample(input: ArrayInput, options: UpsampleOptions = {}): Float64NdArray {
  const { factor = 2, method = "zeros" } = checkOptions(options, "upsample", ["factor", "method"]);
  oneOf(method, "method", ["zeros", "hold", "linear"]);
  const between = {
    zeros: (here: number, _next: number, part: number) => (part === 0 ? here : 0),
    hold: (here: number) => here,
    linear: (here: number, next: number, part: number) => here + (next - here) * part,
  }[method];
  return resampleAxes(input, factor, (line) =>
    Float64Array.from({ length: line.length * factor }, (_, i) => {
      const at = Math.floor(i / factor);
      return between(line[at], line[Math.min(at + 1, line.length - 1)], (i % factor) / factor);
    }),
  );
}
