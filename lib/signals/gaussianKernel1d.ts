import ndarray from "ndarray";
import { checkOptions, type Float64NdArray, positiveNumber, readable, wholeNumber } from "../arrays/index.js";

/** The width of a Gaussian kernel. */
export interface GaussianKernel1dOptions {
  /** Standard deviation in samples, greater than 0. */
  sigma: number;
  /** Entries on each side of the middle; default ⌊4 · sigma + ½⌋, beyond which the weights are below 0.04 %. */
  radius?: number;
}

/**
 * A kernel in the shape of a bell curve, exp(−x² / 2 sigma²), scaled so that its weights add up to 1.
 *
 * @returns [2 · radius + 1], symmetric, largest in the middle
 * @throws {RangeError} `sigma` is not greater than 0, or `radius` is no whole number of at least 0
 * @example gaussianKernel1d({ sigma: 1, radius: 1 }) // [0.2741, 0.4519, 0.2741]
 * @see scipy.ndimage.gaussian_filter1d, which cuts the bell at the same place
 */
export function gaussianKernel1d(options: GaussianKernel1dOptions): Float64NdArray {
  const given = checkOptions(options, "gaussianKernel1d", ["sigma", "radius"]);
  const sigma = positiveNumber(given.sigma, "sigma");
  const radius = wholeNumber(given.radius ?? Math.floor(4 * sigma + 0.5), "radius", 0);
  const bell = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)),
  );
  const sum = bell.reduce((total, weight) => total + weight, 0);
  return readable(
    ndarray(
      bell.map((weight) => weight / sum),
      [bell.length],
    ),
  );
}
