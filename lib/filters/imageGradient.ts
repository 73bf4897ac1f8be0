import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import type { Correlate2dOptions } from "./checkCorrelate2d.js";
import { correlate2d } from "./correlate2d.js";

/** Change of brightness at each pixel. */
export interface ImageGradient {
  /** Correlation with the kernel for x: positive where the image gets darker to the right. */
  x: Float64NdArray;
  /** Correlation with the kernel for y: positive where the image gets darker downwards. */
  y: Float64NdArray;
  /** √(x² + y²): how strong the change is, in any direction. */
  magnitude: Float64NdArray;
  /** The way in which the image darkens fastest, in radians from −π to π: 0 is to the right, π / 2 is down. */
  direction: Float64NdArray;
}

/** Which outputs are kept, and what stands around the image. */
export interface ImageGradientOptions extends Pick<Correlate2dOptions, "boundary" | "fillValue"> {
  /** `"same"` (default), or `"valid"`, two rows and columns less. */
  mode?: "same" | "valid" | "full";
}

/** The names of those options. */
export const GRADIENT = ["mode", "boundary", "fillValue"] as const;

/** Slides a pair of kernels over a grey image and combines what they find. By default the border is mirrored. */
export function imageGradient(
  image: ArrayInput,
  kernelX: Float64NdArray,
  kernelY: Float64NdArray,
  options: ImageGradientOptions,
): ImageGradient {
  const { mode = "same", boundary = "symm", fillValue = 0 } = options;
  const x = correlate2d(image, kernelX, { mode, boundary, fillValue });
  const y = correlate2d(image, kernelY, { mode, boundary, fillValue });
  const magnitude = new Float64Array(x.size);
  const direction = new Float64Array(x.size);
  for (let i = 0; i < magnitude.length; i++) {
    magnitude[i] = Math.sqrt(x.data[i] * x.data[i] + y.data[i] * y.data[i]);
    direction[i] = Math.atan2(y.data[i], x.data[i]);
  }
  const shaped = (data: Float64Array) => readable(ndarray(data, x.shape.slice()));
  return { x, y, magnitude: shaped(magnitude), direction: shaped(direction) };
}
