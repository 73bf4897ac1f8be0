import { type ArrayInput, checkOptions, type Float64NdArray } from "../arrays/index.js";
import { eachChannel } from "./eachChannel.js";
import { kernels } from "./kernels.js";
import { AROUND, type BoundaryOptions, checkBoundary, slideCentred } from "./slideCentred.js";

/**
 * Adds up how much each pixel's four neighbours exceed it: zero on flat and evenly sloping ground,
 * positive on the dark side of an edge, negative on the bright side. Colours are filtered one by one.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.boundary - default `"reflect"`
 * @param options.fillValue - for boundary `"constant"`; default 0
 * @returns the image's shape, a new array
 * @throws {RangeError} an unknown boundary, a wrong shape, non-finite pixels
 * @example laplacian([[0, 0, 9, 9]]) // [[0, 9, -9, 0]]
 * @see scipy.ndimage.laplace, which this equals
 */
export function laplacian(image: ArrayInput, options: BoundaryOptions = {}): Float64NdArray {
  const around = checkBoundary(checkOptions(options, "laplacian", AROUND));
  const kernel = { data: kernels.laplacian4.data, height: 3, width: 3, row: 1, column: 1 };
  return eachChannel(image, (plane) => slideCentred(plane, kernel, around));
}
