import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { boxKernel1d } from "../signals/index.js";
import { eachChannel } from "./eachChannel.js";
import { AROUND, type BoundaryOptions, checkBoundary, slideDownAndAcross } from "./slideCentred.js";

/** The window's size, and what stands around the image. */
export interface BoxFilterOptions extends BoundaryOptions {
  /** Side of the square window in pixels, at least 1; default 3. */
  size?: number;
}

/**
 * Replaces each pixel by the mean of the square window around it. Colours are averaged one by one.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.size - side of the window; default 3. An even window reaches one pixel further up and left.
 * @param options.boundary - default `"reflect"`
 * @param options.fillValue - for boundary `"constant"`; default 0
 * @returns the image's shape, a new array
 * @throws {RangeError} an option out of range, a wrong shape, non-finite pixels
 * @example boxFilter([[0, 0, 9]], { size: 3 }) // [[0, 3, 6]]
 * @see scipy.ndimage.uniform_filter, which this equals
 */
export function boxFilter(image: ArrayInput, options: BoxFilterOptions = {}): Float64NdArray {
  const { size = 3, ...rest } = checkOptions(options, "boxFilter", ["size", ...AROUND]);
  const around = checkBoundary(rest);
  const box = boxKernel1d(size).data;
  return eachChannel(image, (plane) => slideDownAndAcross(plane, box, box, around));
}
