import { type ArrayInput, type Float64NdArray, finiteNumber, oneOf } from "../arrays/index.js";
import type { Positions } from "../signals/positions.js";
import { eachChannel } from "./eachChannel.js";
import type { Plane } from "./padPlane.js";
import { slide2d } from "./slide2d.js";

/** What stands around the image, under the names of scipy.ndimage. */
export interface BoundaryOptions {
  /**
   * `"reflect"` (default) the image mirrored, edge included; `"mirror"` mirrored about the edge pixel;
   * `"nearest"` the edge pixel repeated; `"wrap"` the image again; `"constant"` `fillValue`.
   */
  boundary?: "reflect" | "mirror" | "nearest" | "wrap" | "constant";
  /** The value outside the image for boundary `"constant"`; default 0. */
  fillValue?: number;
}

/** The names of those options. */
export const AROUND = ["boundary", "fillValue"] as const;

/** A kernel as a plane, and which of its entries lies over the output's own pixel. */
export interface CentredKernel extends Plane {
  row: number;
  column: number;
}

/**
 * Slides kernels one after another over each channel of an image; the result has the image's shape.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @throws {RangeError} other shapes, empty or non-finite images, an unknown boundary
 */
export function filterChannels(image: ArrayInput, kernels: CentredKernel[], options: BoundaryOptions): Float64NdArray {
  const around = checkBoundary(options);
  return eachChannel(image, (plane) => kernels.reduce((result, kernel) => slideCentred(result, kernel, around), plane));
}

/** Fills in the defaults and refuses what scipy.ndimage does not know. */
export function checkBoundary(options: BoundaryOptions): Required<BoundaryOptions> {
  const { boundary = "reflect", fillValue = 0 } = options;
  oneOf(boundary, "boundary", ["reflect", "mirror", "nearest", "wrap", "constant"]);
  finiteNumber(fillValue, "fillValue");
  return { boundary, fillValue };
}

/** Slides one kernel over a plane; the result has the plane's size. */
export function slideCentred(plane: Plane, kernel: CentredKernel, around: Required<BoundaryOptions>): Plane {
  const whole = (count: number, before: number): Positions => ({ start: -before, count, stride: 1 });
  const rows = whole(plane.height, kernel.row);
  const columns = whole(plane.width, kernel.column);
  return slide2d(plane, kernel, { rows, columns, dilation: 1, ...around });
}

/** Weights down the columns and then along the rows: a separable kernel, at 2 k instead of k² products a pixel. */
export function downAndAcross(down: Float64Array, across = down): CentredKernel[] {
  const middle = (weights: Float64Array) => Math.floor(weights.length / 2);
  return [
    { data: down, height: down.length, width: 1, row: middle(down), column: 0 },
    { data: across, height: 1, width: across.length, row: 0, column: middle(across) },
  ];
}
