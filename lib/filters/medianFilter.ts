import { type ArrayInput, checkOptions, type Float64NdArray, wholeNumber } from "../arrays/index.js";
import { eachChannel } from "./eachChannel.js";
import { type Plane, padPlane } from "./padPlane.js";
import { selectSmallest } from "./selectSmallest.js";
import { AROUND, type BoundaryOptions, checkBoundary } from "./slideCentred.js";

/** The window's size, and what stands around the image. */
export interface MedianFilterOptions extends BoundaryOptions {
  /** Side of the square window in pixels, at least 1; default 3. */
  size?: number;
}

/**
 * Replaces each pixel by the median of the square window around it: specks that fill less than half of the window
 * vanish, and edges stay sharp. No kernel can do this. Colours are filtered one by one.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param options.size - side of the window; default 3. An even window reaches one pixel further up and left, and of
 *   the two values in its middle the larger is taken.
 * @param options.boundary - default `"reflect"`
 * @param options.fillValue - for boundary `"constant"`; default 0
 * @returns the image's shape, a new array
 * @throws {RangeError} an option out of range, a wrong shape, non-finite pixels
 * @example medianFilter([[0, 0, 9, 0, 0]], { size: 3 }) // [[0, 0, 0, 0, 0]]
 * @see scipy.ndimage.median_filter, which this equals
 */
export function medianFilter(image: ArrayInput, options: MedianFilterOptions = {}): Float64NdArray {
  const { size: side = 3, ...around } = checkOptions(options, "medianFilter", ["size", ...AROUND]);
  const size = wholeNumber(side, "size", 1);
  const { boundary, fillValue } = checkBoundary(around);
  const before = Math.floor(size / 2);
  const after = size - 1 - before;
  const margins = { top: before, bottom: after, left: before, right: after };
  return eachChannel(image, (plane) => windowMedians(padPlane(plane, margins, boundary, fillValue), size));
}

function windowMedians(padded: Plane, size: number): Plane {
  const height = padded.height - size + 1;
  const width = padded.width - size + 1;
  const data = new Float64Array(height * width);
  const window = new Float64Array(size * size);
  const middle = Math.floor(window.length / 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let filled = 0;
      for (let i = y; i < y + size; i++) {
        const row = i * padded.width;
        for (let j = row + x; j < row + x + size; j++) window[filled++] = padded.data[j];
      }
      data[y * width + x] = selectSmallest(window, middle);
    }
  }
  return { data, height, width };
}
