import { type ArrayInput, checkOptions, describe, type Float64NdArray } from "../arrays/index.js";
import { gaussianKernel1d } from "./gaussianKernel1d.js";
import { resampleAxes } from "./resampleAxes.js";
import { slide1d } from "./slide1d.js";

/** How much smaller, and whether to smooth first. */
export interface DownsampleOptions {
  /** Keeps every factor-th sample, from the first; at least 1, default 2. */
  factor?: number;
  /** Whether to smooth first, so that fast changes fade and do not turn into slow ones; default false. */
  antialias?: boolean;
}

/**
 * Keeps every second sample, f(2n), or every factor-th. Unless `antialias` is true nothing is smoothed first: what
 * changes faster than the samples that are kept comes out as something else (aliasing).
 *
 * `antialias` smooths with `gaussianKernel1d({ sigma: (factor − 1) / 2 })`, over the input mirrored at its ends (edge
 * samples included), along each axis that shrinks. A wave too fast for the new samples becomes weaker and does not
 * vanish wholly: to smooth more, slide a wider kernel first.
 *
 * @param input - a signal [n], or an image [height, width] or [height, width, channels], made smaller both ways;
 *   not modified
 * @param options.factor - default 2
 * @param options.antialias - default false
 * @returns [⌈n / factor⌉], or an image with both sides so
 * @throws {RangeError} `factor` below 1 or no whole number, a wrong shape, non-finite numbers
 * @throws {TypeError} `antialias` neither true nor false
 * @example downsample([1, 2, 3, 4, 5]) // [1, 3, 5]
 * @see scipy.ndimage.gaussian_filter and then slices; skimage.transform.rescale has the same sigma
 */
export function downsample(input: ArrayInput, options: DownsampleOptions = {}): Float64NdArray {
  const { factor = 2, antialias = false } = checkOptions(options, "downsample", ["factor", "antialias"]);
  if (typeof antialias !== "boolean") {
    throw new TypeError(`\`antialias\` must be true or false, got ${describe(antialias)}`);
  }
  return resampleAxes(input, factor, (line) =>
    antialias && factor > 1 ? smoothed(line, factor) : line.filter((_, i) => i % factor === 0),
  );
}

/** Every factor-th sample of the smoothed line; the others are not computed. */
function smoothed(line: Float64Array, factor: number): Float64Array {
  const { data } = gaussianKernel1d({ sigma: (factor - 1) / 2 });
  const reach = (data.length - 1) / 2;
  const mirrored = Float64Array.from(
    { length: line.length + 2 * reach },
    (_, i) => line[mirror(i - reach, line.length)],
  );
  return slide1d(mirrored, data, { start: 0, count: Math.ceil(line.length / factor), stride: factor }, 1);
}

/** The sample that stands at place `i` when a line of `length` samples is followed by its mirror image, again and again. */
function mirror(i: number, length: number): number {
  const place = ((i % (2 * length)) + 2 * length) % (2 * length);
  return place < length ? place : 2 * length - 1 - place;
}
