import { type ArrayInput, crop, toList, toNdarray, toNested } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";

type Map = ReturnType<typeof conv2d>;

/** Rows of a strip of a picture. */
const STRIP = 60;

/** White where a map is above 0, black elsewhere. */
export function above0(map: Map): number[][] {
  return changed(map, (value) => (value > 0 ? 255 : 0));
}

/** A map as a grey picture: 0 becomes 128. */
export function midGrey(map: Map): number[][] {
  return changed(map, (value) => 128 + value);
}

/** A map as a grey picture: its smallest value black, its largest white. */
export function spread(map: Map): number[][] {
  const [low, high] = [Math.min, Math.max].map((pick) => toList(map).reduce((a, b) => pick(a, b)));
  return changed(map, (value) => (255 * (value - low)) / (high - low || 1));
}

/**
 * A colour picture where one of its channels is brightest, black elsewhere.
 *
 * @param image - [height, width, 3]; not modified
 * @param channel - 0 is red
 * @param share - of the pixels, 0 to 1
 * @returns the picture, and the mean colour of the pixels that are left
 */
export function brightestOf(image: Map, channel: number, share: number): { image: number[][][]; colour: number[] } {
  const sorted = [...toList(image.pick(null, null, channel))].sort((a, b) => b - a);
  const limit = sorted[Math.floor(share * sorted.length)];
  const rows = toNested(image) as number[][][];
  const kept = rows.flat().filter((pixel) => pixel[channel] > limit);
  return {
    image: rows.map((row) => row.map((pixel) => (pixel[channel] > limit ? pixel : [0, 0, 0]))),
    colour: [0, 1, 2].map((n) => Math.round(kept.reduce((sum, pixel) => sum + pixel[n], 0) / kept.length)),
  };
}

/** Up to 60 rows of a picture or map, around one row. */
export function strip(image: ArrayInput, row: number): ReturnType<typeof crop> {
  const picture = toNdarray(image, "image");
  const [rows, width] = picture.shape;
  const height = Math.min(STRIP, rows);
  const top = Math.max(0, Math.min(row - height / 2, rows - height));
  return crop(picture, { top, left: 0, height, width });
}

/**
 * Counts the places where the answer of a 3 × 3 filter is above 0: those with a red pixel in its right column, and others.
 *
 * @param map - the answers
 * @param image - the colour picture, two rows and columns larger
 */
export function sortMarks(map: Map, image: ArrayInput): { atRed: number; elsewhere: number } {
  const redness = conv2d(image, [[[[1], [-0.5], [-0.5]]]], { bias: [-90] });
  const count = { atRed: 0, elsewhere: 0 };
  changed(map, (value, row, column) => {
    if (value > 0) count[redness.get(row + 1, column + 2, 0) > 0 ? "atRed" : "elsewhere"]++;
    return value;
  });
  return count;
}

function changed(map: Map, change: (value: number, row: number, column: number) => number): number[][] {
  return (toNested(map) as number[][]).map((line, row) => line.map((value, column) => change(value, row, column)));
}
