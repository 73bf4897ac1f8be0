import { type Float64NdArray, toNdarray } from "../arrays/index.js";

/**
 * Turns a photograph upright.
 *
 * @param image - [height, width] or [height, width, 3]
 * @param orientation - 1 to 8 as EXIF counts: 1 upright, 3 upside down, 6 to be turned clockwise,
 *   8 counterclockwise; 2, 4, 5 and 7 are these seen in a mirror
 */
export function upright(image: Float64NdArray, orientation: number): Float64NdArray {
  if (orientation === 1) return image;
  const swapped = orientation >= 5;
  const turned = swapped ? image.transpose(...[1, 0, 2].slice(0, image.dimension)) : image;
  const flipUp = orientation === 3 || orientation === 4 || orientation === 7 || orientation === 8;
  const flipLeft = orientation === 2 || orientation === 3 || orientation === 6 || orientation === 7;
  return toNdarray(turned.step(flipUp ? -1 : 1, flipLeft ? -1 : 1), "image");
}
