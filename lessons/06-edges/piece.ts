import { type ArrayInput, crop, toList, toNdarray, toNested } from "cnn-workbook";

/** Which square part of a picture. */
export interface PieceOptions {
  /** First row and first column. */
  top: number;
  left: number;
  /** Height and width, in pixels. */
  side: number;
}

/**
 * A square part of a picture; in a picture too small for it, the nearest part that fits.
 *
 * @param image - grey, [height, width]; not modified
 * @param options - `top`, `left` and `side`, in pixels
 * @returns [side, side]
 * @throws {RangeError} a picture of another rank
 * @example piece(harbour, { top: 200, left: 10, side: 200 })
 */
export function piece(image: ArrayInput, { top, left, side }: PieceOptions): ReturnType<typeof crop> {
  const [height, width] = toNdarray(image, "image", { rank: 2 }).shape;
  const most = Math.min(side, height, width);
  return crop(image, {
    top: Math.min(top, height - most),
    left: Math.min(left, width - most),
    height: most,
    width: most,
  });
}

/**
 * The picture with its mean subtracted, divided by 255: small numbers around 0, which learning likes.
 *
 * @param image - grey, [height, width], 0 to 255; not modified
 * @returns rows of numbers from −1 to 1
 * @example centred([[0, 255]]) // [[-0.5, 0.5]]
 */
export function centred(image: ArrayInput): number[][] {
  const picture = toNdarray(image, "image", { rank: 2 });
  const mean = toList(picture).reduce((sum, value) => sum + value, 0) / picture.size;
  return (toNested(picture) as number[][]).map((row) => row.map((value) => (value - mean) / 255));
}
