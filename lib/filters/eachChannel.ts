import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";
import type { Plane } from "./padPlane.js";

/**
 * Filters the channels of an image one by one; a grey image has one.
 *
 * @param image - [height, width] or [height, width, channels]; not modified
 * @param filter - makes a new plane of the same size; the one that it is given is only to be read
 * @returns the image's shape, a new array
 * @throws {RangeError} other shapes, empty or non-finite images
 */
export function eachChannel(image: ArrayInput, filter: (plane: Plane) => Plane): Float64NdArray {
  const input = toNdarray(image, "image", { rank: [2, 3], shared: true });
  const [height, width, channels = 1] = input.shape;
  if (channels === 1) {
    const { data } = filter({ data: input.data, height, width });
    return readable(ndarray(data, input.shape.slice()));
  }
  const out = new Float64Array(input.size);
  for (let channel = 0; channel < channels; channel++) {
    const plane = { data: new Float64Array(height * width), height, width };
    for (let i = 0, at = channel; at < out.length; i++, at += channels) plane.data[i] = input.data[at];
    const { data } = filter(plane);
    for (let i = 0, at = channel; at < out.length; i++, at += channels) out[at] = data[i];
  }
  return readable(ndarray(out, input.shape.slice()));
}
