import type { Architecture, Layer } from "../types.js";
import { concat, conv, convRelu, maxPool } from "./parts.js";

const twice = (filters: number): Layer[] => [convRelu(filters, 3), convRelu(filters, 3)];

/**
 * One level and all below it: what is found here goes on beside what comes back from below, cut to its size.
 *
 * @param crops - cells cut at each side, from this level down
 */
function level(filters: number, [crop, ...below]: number[]): Layer[] {
  if (crop === undefined) return twice(filters);
  const deeper: Layer[] = [
    maxPool(2, 2),
    ...level(2 * filters, below),
    { type: "conv2dTranspose", filters, kernel: 2, stride: 2 },
  ];
  return [...twice(filters), concat({ across: [{ type: "crop2d", crop }], below: deeper }), ...twice(filters)];
}

/** @see Ronneberger, Fischer & Brox, U-Net: Convolutional networks for biomedical image segmentation (2015) */
export const uNet: Architecture = {
  name: "U-Net",
  input: [572, 572, 1],
  layers: [...level(64, [88, 40, 16, 4]), conv(2, 1, { activation: "softmax" })],
};
