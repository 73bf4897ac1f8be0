import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { gaussianKernel1d } from "../signals/index.js";
import { eachChannel } from "./eachChannel.js";
import { AROUND, type BoundaryOptions, checkBoundary, slideDownAndAcross } from "./slideCentred.js";

/** How strongly to smooth, and what stands around the image. */
export interface GaussianLaplaceOptions extends BoundaryOptions {
  /** Standard deviation of the bell curve in pixels, greater than 0. */
  sigma: number;
}

/**
 * Laplacian of Gaussian: smooths with a bell curve and takes the second derivative of the result along both axes, in
 * one go. Changes sign at edges and is strongest, negative, on bright spots of radius √2 · sigma.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.sigma - standard deviation in pixels; the curve is cut at ⌊4 · sigma + ½⌋ pixels
 * @param options.boundary - default `"reflect"`
 * @param options.fillValue - for boundary `"constant"`; default 0
 * @returns the image's shape, a new array. Flat ground gives almost 0, not 0: the weights of the cut curve add up to a
 *   few ten-thousandths, as SciPy's do.
 * @throws {RangeError} `sigma` not greater than 0, another option out of range, a wrong shape, non-finite pixels
 * @example gaussianLaplace(image, { sigma: 2 })
 * @see Marr & Hildreth (1980); scipy.ndimage.gaussian_laplace, which this equals
 */
export function gaussianLaplace(image: ArrayInput, options: GaussianLaplaceOptions): Float64NdArray {
  const { sigma, ...rest } = checkOptions(options, "gaussianLaplace", ["sigma", ...AROUND]);
  const around = checkBoundary(rest);
  const bell = gaussianKernel1d({ sigma }).data;
  const bend = secondDerivative(bell, sigma);
  return eachChannel(image, (plane) => {
    const down = slideDownAndAcross(plane, bend, bell, around);
    const across = slideDownAndAcross(plane, bell, bend, around);
    for (let i = 0; i < down.data.length; i++) down.data[i] += across.data[i];
    return down;
  });
}

/** The bell curve's second derivative, bell · (x² / sigma² − 1) / sigma². */
function secondDerivative(bell: Float64Array, sigma: number): Float64Array {
  const middle = Math.floor(bell.length / 2);
  return bell.map((weight, i) => (weight * ((i - middle) ** 2 / sigma ** 2 - 1)) / sigma ** 2);
}
