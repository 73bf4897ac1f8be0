import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  describe,
  type Float64NdArray,
  readable,
  toNdarray,
  wholeNumber,
} from "../arrays/index.js";

/** The new size. One side is enough: the other follows in proportion. */
export interface ResizeImageOptions {
  /** Rows, at least 1. */
  height?: number;
  /** Columns, at least 1. */
  width?: number;
  /** Whether to smooth when the image shrinks, so that fine patterns don't turn into coarse ones; default true. */
  antialias?: boolean;
}

/**
 * Makes an image smaller or larger by bilinear interpolation, with pixels as squares whose centres lie at ½, 1½, ….
 * When it shrinks, each new pixel is a weighted mean of all that it covers, unless `antialias` is false.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.height - rows; when left out, in proportion to `width`
 * @param options.width - columns; when left out, in proportion to `height`
 * @param options.antialias - default true
 * @returns [height, width] or [height, width, channels] in the new size
 * @throws {RangeError} neither side given, a side that is no whole number of at least 1, a wrong shape, non-finite pixels
 * @example resizeImage([[0, 100]], { width: 4 }) // [[0, 25, 75, 100], [0, 25, 75, 100]]
 * @see tf.image.resizeBilinear with halfPixelCenters (without antialias); Pillow's BILINEAR (with)
 */
export function resizeImage(image: ArrayInput, options: ResizeImageOptions): Float64NdArray {
  const input = toNdarray(image, "image", { rank: [2, 3] });
  const [height, width, channels = 1] = input.shape;
  const wanted = checkOptions(options, "resizeImage", ["height", "width", "antialias"]);
  const target = targetSize(height, width, wanted);
  const { antialias = true } = wanted;
  if (typeof antialias !== "boolean") {
    throw new TypeError(`\`antialias\` must be true or false, got ${describe(antialias)}`);
  }
  const down = taps(height, target.height, antialias);
  const across = taps(width, target.width, antialias);
  const rows = weigh(input.data, down, { outer: 1, length: height, inner: width * channels });
  const out = weigh(rows, across, { outer: target.height, length: width, inner: channels });
  return readable(ndarray(out, [target.height, target.width, ...input.shape.slice(2)]));
}

function targetSize(height: number, width: number, wanted: ResizeImageOptions): { height: number; width: number } {
  if (wanted.height === undefined && wanted.width === undefined) {
    throw new RangeError("resizeImage needs `height` or `width`, got neither");
  }
  const inProportion = (side: number, from: number, to: number) => Math.max(1, Math.round((side * to) / from));
  return {
    height: wholeNumber(wanted.height ?? inProportion(height, width, wanted.width ?? 1), "height", 1),
    width: wholeNumber(wanted.width ?? inProportion(width, height, wanted.height ?? 1), "width", 1),
  };
}

/** For each new cell, the old cells that it is made of: the first one, and the weight of each. */
type Taps = { first: number; weights: number[] }[];

/** A triangle over the new cell's centre: one old cell wide on each side, or one new cell where that is wider. */
function taps(from: number, to: number, antialias: boolean): Taps {
  const scale = from / to;
  const reach = antialias ? Math.max(1, scale) : 1;
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale - 0.5;
    const at = antialias && scale > 1 ? centre : Math.min(Math.max(centre, 0), from - 1);
    const first = Math.max(0, Math.ceil(at - reach));
    const last = Math.min(from - 1, Math.floor(at + reach));
    const weights = Array.from({ length: last - first + 1 }, (_, k) => 1 - Math.abs(first + k - at) / reach);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** Replaces the middle axis of [outer, length, inner] by weighted sums along it. */
function weigh(
  data: Float64Array,
  along: Taps,
  { outer, length, inner }: { outer: number; length: number; inner: number },
): Float64Array {
  const out = new Float64Array(outer * along.length * inner);
  for (let block = 0; block < outer; block++) {
    for (let i = 0; i < along.length; i++) {
      const to = (block * along.length + i) * inner;
      const { first, weights } = along[i];
      for (let k = 0; k < weights.length; k++) {
        const from = (block * length + first + k) * inner;
        for (let place = 0; place < inner; place++) out[to + place] += weights[k] * data[from + place];
      }
    }
  }
  return out;
}
