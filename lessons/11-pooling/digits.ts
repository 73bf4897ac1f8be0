import { toList, toNdarray } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import ndarray from "ndarray";

/** [count, height, width, 1] */
type Images = ReturnType<typeof ndarray<Float64Array>>;

/** Digits with room to move, and what they are. */
export interface FramedDigits {
  /** [count, side, side, 1], 0 to 255 */
  images: Images;
  labels: number[];
}

/**
 * Synthetic digits with a black frame around each, so that they can be moved without being cut off.
 *
 * @param options.frame - pixels on each side; default 4, which makes pictures of 36 × 36
 * @returns `images` [count, 28 + 2 frame, 28 + 2 frame, 1] and `labels`
 * @example framedDigits({ count: 10, seed: 1 }).images.shape // [10, 36, 36, 1]
 */
export function framedDigits(options: { count: number; seed: number; frame?: number }): FramedDigits {
  const { count, seed, frame = 4 } = options;
  const { images, labels } = syntheticDigits({ count, seed });
  const inner = images.shape[1];
  const side = inner + 2 * frame;
  const framed = new Float64Array(count * side * side);
  const values = toList(images);
  for (let line = 0; line < count * inner; line++) {
    const [picture, row] = [Math.floor(line / inner), line % inner];
    framed.set(values.slice(line * inner, (line + 1) * inner), (picture * side + row + frame) * side + frame);
  }
  return { images: ndarray(framed, [count, side, side, 1]), labels: toList(labels) };
}

/**
 * The same pictures with everything moved to the right, or to the left by a negative number. Black comes in.
 *
 * @param images - [count, height, width, 1]; not modified
 * @example moveRight(images, 3)
 */
export function moveRight(images: Images, columns: number): Images {
  const width = images.shape[2];
  const [from, to] = [toNdarray(images, "images").data, new Float64Array(images.size)];
  for (let i = 0; i < from.length; i++) {
    const column = (i % width) + columns;
    if (column >= 0 && column < width) to[i + columns] = from[i];
  }
  return ndarray(to, [...images.shape]);
}
