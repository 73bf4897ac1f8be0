import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, finiteNumber, oneOf, readable, toNdarray } from "../arrays/index.js";
import type { Positions } from "../signals/positions.js";
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
  const { boundary = "reflect", fillValue = 0 } = options;
  oneOf(boundary, "boundary", ["reflect", "mirror", "nearest", "wrap", "constant"]);
  finiteNumber(fillValue, "fillValue");
  const input = toNdarray(image, "image", { rank: [2, 3] });
  const [height, width, channels = 1] = input.shape;
  const whole = (count: number, before: number): Positions => ({ start: -before, count, stride: 1 });
  const out = new Float64Array(input.size);
  for (let channel = 0; channel < channels; channel++) {
    let plane: Plane = { data: input.data.filter((_, i) => i % channels === channel), height, width };
    for (const kernel of kernels) {
      const [rows, columns] = [whole(height, kernel.row), whole(width, kernel.column)];
      plane = slide2d(plane, kernel, { rows, columns, dilation: 1, boundary, fillValue });
    }
    for (let i = 0; i < plane.data.length; i++) out[i * channels + channel] = plane.data[i];
  }
  return readable(ndarray(out, input.shape.slice()));
}

/** The same weights down the columns and then along the rows: a separable kernel, at 2 k instead of k² products. */
export function downAndAcross(weights: Float64Array): CentredKernel[] {
  const middle = Math.floor(weights.length / 2);
  return [
    { data: weights, height: weights.length, width: 1, row: middle, column: 0 },
    { data: weights, height: 1, width: weights.length, row: 0, column: middle },
  ];
}
