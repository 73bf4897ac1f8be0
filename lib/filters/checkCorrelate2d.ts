import ndarray from "ndarray";
import {
  type ArrayInput,
  type Float64NdArray,
  finiteNumber,
  oneOf,
  readable,
  type ToNdarrayOptions,
  toNdarray,
} from "../arrays/index.js";
import { type CorrelateMode, kernelSpan, positions } from "../signals/positions.js";
import type { Plane } from "./padPlane.js";
import type { Slide2d } from "./slide2d.js";

/** How the kernel is slid over the image. */
export interface Correlate2dOptions {
  /**
   * Which outputs are kept, for an image of h × w and a kernel of k × l: `"full"` (default) wherever the two overlap,
   * h + k − 1 × w + l − 1; `"same"` one for each pixel; `"valid"` where the kernel fits wholly, h − k + 1 × w − l + 1.
   */
  mode?: CorrelateMode;
  /**
   * What stands around the image: `"fill"` (default) `fillValue`; `"wrap"` the image again, as on a torus;
   * `"symm"` the image mirrored, edge pixels included.
   */
  boundary?: "fill" | "wrap" | "symm";
  /** The value outside the image for boundary `"fill"`; default 0, which is black. */
  fillValue?: number;
  /** Pixels between one output and the next, down and across; default 1. */
  stride?: number;
  /** Pixels between neighbouring kernel entries, down and across; default 1, which leaves no gap. */
  dilation?: number;
}

/** The names of those options. */
export const CORRELATE_2D = ["mode", "boundary", "fillValue", "stride", "dilation"] as const;

/**
 * Checks what `correlate2d` and `convolve2d` were given. `before` is as in `positions`.
 *
 * @param finite - false where the caller looks for NaN and infinities in the image by itself
 * @returns `image` may be the very memory that was given, only to be read; `kernel` is a copy
 */
export function checkCorrelate2d(
  image: ArrayInput,
  kernel: ArrayInput,
  options: Correlate2dOptions,
  before: (span: number) => number,
  finite = true,
): { image: Plane; kernel: Plane; slide: Slide2d } {
  const { mode = "full", boundary = "fill", fillValue = 0, stride = 1, dilation = 1 } = options;
  oneOf(boundary, "boundary", ["fill", "wrap", "symm"]);
  finiteNumber(fillValue, "fillValue");
  const pixels = toPlane(image, "image", { shared: true, finite });
  const weights = toPlane(kernel, "kernel");
  const along = (length: number, size: number) => {
    const span = kernelSpan(size, dilation);
    return positions(length, span, mode, stride, before(span));
  };
  const rows = along(pixels.height, weights.height);
  const columns = along(pixels.width, weights.width);
  if (rows.count < 1 || columns.count < 1) {
    const spread = dilation > 1 ? ` with dilation ${dilation}` : "";
    throw new RangeError(
      `kernel [${weights.height}, ${weights.width}]${spread} is larger than the image [${pixels.height}, ${pixels.width}]; use mode "same" or "full"`,
    );
  }
  return { image: pixels, kernel: weights, slide: { rows, columns, dilation, boundary, fillValue } };
}

/** Reads an array of two axes; for a colour image the error says what to do instead. */
export function toPlane(
  input: ArrayInput,
  name: string,
  options: Pick<ToNdarrayOptions, "shared" | "finite"> = {},
): Plane {
  const array = toNdarray(input, name, options);
  if (array.dimension === 2) return { data: array.data, height: array.shape[0], width: array.shape[1] };
  const colours =
    array.dimension === 3 ? `; use toGray(${name}), or one channel at a time: ${name}.pick(null, null, 0)` : "";
  throw new RangeError(
    `\`${name}\` must have 2 axes, [height, width], got shape [${array.shape.join(", ")}]${colours}`,
  );
}

/** A plane as the array that users get. */
export function fromPlane({ data, height, width }: Plane): Float64NdArray {
  return readable(ndarray(data, [height, width]));
}
