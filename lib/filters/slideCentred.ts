import { finiteNumber, oneOf } from "../arrays/index.js";
import type { Positions } from "../signals/positions.js";
import type { Plane } from "./padPlane.js";
import type { Slide2d } from "./slide2d.js";
import { slide, slideSeparable } from "./slideSeparable.js";

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

/** Fills in the defaults and refuses what scipy.ndimage does not know. */
export function checkBoundary(options: BoundaryOptions): Required<BoundaryOptions> {
  const { boundary = "reflect", fillValue = 0 } = options;
  oneOf(boundary, "boundary", ["reflect", "mirror", "nearest", "wrap", "constant"]);
  finiteNumber(fillValue, "fillValue");
  return { boundary, fillValue };
}

/** Slides one kernel over a plane; the result has the plane's size. */
export function slideCentred(plane: Plane, kernel: CentredKernel, around: Required<BoundaryOptions>): Plane {
  return slide(plane, kernel, centred(plane, kernel, around));
}

/**
 * Slides weights down the columns and then along the rows: a separable kernel, at 2 k instead of k² products a pixel.
 * As in scipy.ndimage, `fillValue` stands around what the first slide made, too.
 */
export function slideDownAndAcross(
  plane: Plane,
  down: Float64Array,
  across: Float64Array,
  around: Required<BoundaryOptions>,
): Plane {
  const middle = (weights: Float64Array) => Math.floor(weights.length / 2);
  const column: CentredKernel = { data: down, height: down.length, width: 1, row: middle(down), column: 0 };
  const row: CentredKernel = { data: across, height: 1, width: across.length, row: 0, column: middle(across) };
  if (around.boundary === "constant" && around.fillValue !== 0) {
    return slideCentred(slideCentred(plane, column, around), row, around);
  }
  return slideSeparable(plane, column, row, centred(plane, { row: column.row, column: row.column }, around));
}

function centred(
  plane: Plane,
  { row, column }: Pick<CentredKernel, "row" | "column">,
  around: Required<BoundaryOptions>,
): Slide2d {
  const whole = (count: number, before: number): Positions => ({ start: -before, count, stride: 1 });
  return { rows: whole(plane.height, row), columns: whole(plane.width, column), dilation: 1, ...around };
}
