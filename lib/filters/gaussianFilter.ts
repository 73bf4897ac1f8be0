import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { gaussianKernel1d } from "../signals/index.js";
import { eachChannel } from "./eachChannel.js";
import { AROUND, type BoundaryOptions, checkBoundary, slideDownAndAcross } from "./slideCentred.js";

/** How strongly to smooth, and what stands around the image. */
export interface GaussianFilterOptions extends BoundaryOptions {
  /** Standard deviation of the bell curve in pixels, greater than 0. */
  sigma: number;
  /** Pixels on each side of the middle; default ⌊4 · sigma + ½⌋. */
  radius?: number;
}

/**
 * Smooths an image with a bell curve: near neighbours count more than far ones. Colours are smoothed one by one.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.sigma - standard deviation in pixels
 * @param options.radius - where the bell is cut; default ⌊4 · sigma + ½⌋
 * @param options.boundary - default `"reflect"`
 * @param options.fillValue - for boundary `"constant"`; default 0
 * @returns the image's shape, a new array
 * @throws {RangeError} `sigma` not greater than 0, another option out of range, a wrong shape, non-finite pixels
 * @example gaussianFilter(image, { sigma: 2 })
 * @see scipy.ndimage.gaussian_filter, which this equals
 */
export function gaussianFilter(image: ArrayInput, options: GaussianFilterOptions): Float64NdArray {
  const { sigma, radius, ...rest } = checkOptions(options, "gaussianFilter", ["sigma", "radius", ...AROUND]);
  const around = checkBoundary(rest);
  const bell = gaussianKernel1d({ sigma, radius }).data;
  return eachChannel(image, (plane) => slideDownAndAcross(plane, bell, bell, around));
}
