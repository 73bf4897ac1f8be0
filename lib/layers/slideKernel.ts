import type { Batch } from "./batch.js";
import { type ConvOptions, placeKernel } from "./convOptions.js";
import { padBatch } from "./padBatch.js";
import type { Sliding } from "./sliding.js";
import { type AxisGrid, pair } from "./windows.js";

/** Pictures with a kernel on its way over them. */
export interface Placed {
  padded: Batch;
  /** Windows down and across, and the padding on either side. */
  sides: [rows: AxisGrid, columns: AxisGrid];
  sliding: Sliding;
}

/**
 * Pads pictures so that every window of a kernel lies inside, and says how it slides.
 *
 * @param filters - numbers that each window becomes
 * @throws {RangeError} a kernel that does not fit the pictures, an option out of range
 */
export function slideKernel(
  batch: Batch,
  kernel: readonly [height: number, width: number],
  options: ConvOptions,
  filters: number,
  groups: number,
): Placed {
  const sides = placeKernel(batch, kernel, options);
  const padded = padBatch(batch, ...sides);
  const sliding: Sliding = {
    pictures: padded,
    grid: [sides[0].count, sides[1].count],
    filters,
    kernel,
    stride: pair(options.stride ?? 1, "stride"),
    dilation: pair(options.dilation ?? 1, "dilation"),
    groups,
  };
  return { padded, sides, sliding };
}
