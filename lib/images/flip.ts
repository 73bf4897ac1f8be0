import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, oneOf, readable, toNdarray } from "../arrays/index.js";

/** Which way the image is turned over. */
export interface FlipOptions {
  /** `"horizontal"` swaps left and right, as a mirror does; `"vertical"` swaps top and bottom. */
  axis: "horizontal" | "vertical";
}

/**
 * Mirrors an image.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.axis - `"horizontal"` swaps left and right, `"vertical"` top and bottom
 * @returns the image's shape, a new array
 * @throws {RangeError} another axis, a wrong shape, non-finite pixels
 * @example flip([[1, 2], [3, 4]], { axis: "horizontal" }) // [[2, 1], [4, 3]]
 * @see numpy.fliplr, numpy.flipud
 */
export function flip(image: ArrayInput, options: FlipOptions): Float64NdArray {
  const { axis } = checkOptions(options, "flip", ["axis"]);
  oneOf(axis, "axis", ["horizontal", "vertical"]);
  const input = toNdarray(image, "image", { rank: [2, 3] });
  const [height, width, channels = 1] = input.shape;
  const out = new Float64Array(input.size);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = axis === "vertical" ? height - 1 - y : y;
      const column = axis === "horizontal" ? width - 1 - x : x;
      const from = (row * width + column) * channels;
      const to = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) out[to + channel] = input.data[from + channel];
    }
  }
  return readable(ndarray(out, input.shape.slice()));
}
