import { correlate2d, kernels } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";

const { images } = syntheticDigits({ count: 1, seed: 27 });

/** The opening picture. */
export const digit = { side: images.shape[1], pixels: images.shape[1] * images.shape[2] };

const wall = [
  [90, 90, 20],
  [90, 90, 20],
  [90, 90, 20],
];

/** The middle pixel of an edge under two kernels. */
export const edge = {
  blurred: correlate2d(wall, kernels.boxBlur, { mode: "valid" }).get(0, 0).toFixed(2),
  found: correlate2d(wall, kernels.laplacian8, { mode: "valid" }).get(0, 0),
};

/** How many digits the network learns from, and is tested on. */
export const trainingCount = 6000;
export const testCount = 1000;
