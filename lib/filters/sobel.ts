import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import type { Correlate2dOptions } from "./checkCorrelate2d.js";
import { correlate2d } from "./correlate2d.js";
import { kernels } from "./kernels.js";

/** Change of brightness at each pixel. */
export interface Sobel {
  /** Correlation with `kernels.sobelX`: positive where the image gets darker to the right. */
  x: Float64NdArray;
  /** Correlation with `kernels.sobelY`: positive where the image gets darker downwards. */
  y: Float64NdArray;
  /** √(x² + y²): how strong the change is, in any direction. */
  magnitude: Float64NdArray;
  /** The way in which the image darkens fastest, in radians from −π to π: 0 is to the right, π / 2 is down. */
  direction: Float64NdArray;
}

/**
 * Finds edges with Sobel's two kernels (not flipped), and their strength and direction.
 *
 * @param image - [h, w], grey; not modified
 * @param options.mode - `"same"` (default) or `"valid"`, two rows and columns less
 * @param options.boundary - what is around the image: `"symm"` (default, no edge at the border), `"fill"` or `"wrap"`
 * @param options.fillValue - for boundary `"fill"`; default 0
 * @returns four arrays of one shape
 * @throws {RangeError} a wrong shape, an empty or non-finite image, an unknown mode or boundary
 * @example sobel([[8, 8, 0], [8, 8, 0], [8, 8, 0]], { mode: "valid" }).x // [[32]]
 * @see Sobel & Feldman (1968); skimage.filters.sobel is this magnitude divided by 4 √2
 */
export function sobel(
  image: ArrayInput,
  options: Pick<Correlate2dOptions, "mode" | "boundary" | "fillValue"> = {},
): Sobel {
  const { mode = "same", boundary = "symm", fillValue = 0 } = options;
  const x = correlate2d(image, kernels.sobelX, { mode, boundary, fillValue });
  const y = correlate2d(image, kernels.sobelY, { mode, boundary, fillValue });
  const pixelwise = (combine: (x: number, y: number) => number) =>
    readable(
      ndarray(
        x.data.map((value, i) => combine(value, y.data[i])),
        x.shape.slice(),
      ),
    );
  return {
    x,
    y,
    magnitude: pixelwise((dx, dy) => Math.sqrt(dx * dx + dy * dy)),
    direction: pixelwise((dx, dy) => Math.atan2(dy, dx)),
  };
}
