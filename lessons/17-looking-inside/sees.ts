import { upToSecond } from "./hand.js";

/** What one cell of the second convolution sees of the picture, and how far apart neighbours see: lesson 09's rule. */
export const secondSees = upToSecond.reduce(
  ({ size, step }, layer) => ({ size: size + (layer.size - 1) * step, step: step * layer.stride }),
  { size: 1, step: 1 },
);
