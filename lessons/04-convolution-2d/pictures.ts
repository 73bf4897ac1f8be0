import { type ArrayInput, correlate2d, kernels, toNdarray } from "cnn-workbook";

/** The image and the kernel that are worked out by hand. */
export const five = [
  [3, 3, 2, 1, 0],
  [0, 0, 1, 3, 1],
  [3, 1, 2, 2, 3],
  [2, 0, 0, 2, 2],
  [2, 0, 0, 0, 1],
];
export const weights = [
  [0, 1, 2],
  [2, 2, 0],
  [0, 1, 2],
];

/** The image on which edges are worked out by hand. */
export const six = [
  [3, 0, 1, 2, 7, 4],
  [1, 5, 8, 9, 3, 1],
  [2, 7, 2, 5, 1, 3],
  [0, 1, 3, 1, 7, 8],
  [4, 2, 1, 6, 2, 8],
  [2, 4, 5, 2, 3, 9],
];

/**
 * What two kernels of the same nine numbers make of an image. Which is which is a prediction.
 *
 * @param image - [height, width], at least 3 × 3; not modified
 * @returns two outputs, [height − 2, width − 2] each
 * @example riddleOf(sampleImage("harbour")).A
 */
export function riddleOf(image: ArrayInput) {
  return {
    A: correlate2d(image, kernels.horizontalEdges, { mode: "valid" }),
    B: correlate2d(image, kernels.verticalEdges, { mode: "valid" }),
  };
}

/**
 * Mean of the pixels that are `distance` pixels from the nearest border.
 *
 * @param image - [height, width]
 * @param distance - 0 for the border itself
 * @example ringMean(image, 0)
 */
export function ringMean(image: ArrayInput, distance: number): number {
  const plane = toNdarray(image, "image", { rank: 2 });
  const [height, width] = plane.shape;
  const ring: number[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const nearest = Math.min(row, column, height - 1 - row, width - 1 - column);
      if (nearest === distance) ring.push(plane.get(row, column));
    }
  }
  return ring.reduce((sum, value) => sum + value, 0) / ring.length;
}
