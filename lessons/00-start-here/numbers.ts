import { syntheticDigits } from "cnn-workbook/datasets";

const { images } = syntheticDigits({ count: 1, seed: 27 });

/** How many numbers a picture of a digit is. */
export const digit = { side: images.shape[1], pixels: images.shape[1] * images.shape[2] };

/** How many digits the network learns from, and is tested on. */
export const trainingCount = 6000;
export const testCount = 1000;
