import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  readable,
  toNdarray,
  wholeNumber,
} from "../arrays/index.js";

/** The rectangle to cut out, in pixels. What is left out reaches to the image's border. */
export interface CropOptions {
  /** The first row that is kept; default 0. */
  top?: number;
  /** The first column that is kept; default 0. */
  left?: number;
  /** Rows, at least 1; default all from `top` down. */
  height?: number;
  /** Columns, at least 1; default all from `left` on. */
  width?: number;
}

/**
 * Cuts a rectangle out of an image.
 *
 * @param image - [h, w] or [h, w, channels]; not modified
 * @param options.top - the first row that is kept, 0 … h − 1; default 0
 * @param options.left - the first column that is kept, 0 … w − 1; default 0
 * @param options.height - rows, 1 … h − top; default h − top
 * @param options.width - columns, 1 … w − left; default w − left
 * @returns [height, width] or [height, width, channels], a new array
 * @throws {RangeError} no options, a rectangle that is empty or leaves the image, a wrong shape, non-finite pixels
 * @example crop([[1, 2, 3], [4, 5, 6]], { left: 1, height: 1 }) // [[2, 3]]
 */
export function crop(image: ArrayInput, options: CropOptions): Float64NdArray {
  const input = toNdarray(image, "image", { rank: [2, 3] });
  const [rows, columns, channels = 1] = input.shape;
  const wanted = checkOptions(options, "crop", ["top", "left", "height", "width"]);
  if (options === undefined) throw new RangeError("crop needs `top`, `left`, `height` or `width`, got none");
  const top = wholeNumber(wanted.top ?? 0, "top", 0, rows - 1);
  const left = wholeNumber(wanted.left ?? 0, "left", 0, columns - 1);
  const height = side(wanted.height, "height", rows - top, `image's ${rows} rows from row ${top} on`);
  const width = side(wanted.width, "width", columns - left, `image's ${columns} columns from column ${left} on`);
  const out = new Float64Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * columns + left) * channels;
    out.set(input.data.subarray(from, from + width * channels), y * width * channels);
  }
  return readable(ndarray(out, [height, width, ...input.shape.slice(2)]));
}

function side(value: number | undefined, name: string, most: number, within: string): number {
  const length = wholeNumber(value ?? most, name, 1);
  if (length <= most) return length;
  throw new RangeError(`\`${name}\` must be at most ${most}, to stay within the ${within}, got ${length}`);
}
