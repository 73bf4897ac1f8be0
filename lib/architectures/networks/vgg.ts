import type { Architecture } from "../types.js";
import { classes, convRelu, dense, dropout, flatten, maxPool } from "./parts.js";

/** Filters of the five stages; within a stage all convolutions are alike. */
const FILTERS = [64, 128, 256, 512, 512];

/**
 * @param convolutions - in each of the five stages
 * @see Simonyan & Zisserman, Very deep convolutional networks for large-scale image recognition (2014)
 */
const vgg = (name: string, convolutions: number[]): Architecture => ({
  name,
  input: [224, 224, 3],
  layers: [
    ...FILTERS.flatMap((filters, stage) => [
      ...Array.from({ length: convolutions[stage] }, () => convRelu(filters, 3, { padding: 1 })),
      maxPool(2, 2),
    ]),
    flatten,
    dense(4096),
    dropout(0.5),
    dense(4096),
    dropout(0.5),
    classes(1000),
  ],
});

export const vgg11 = vgg("VGG-11", [1, 1, 2, 2, 2]);
export const vgg13 = vgg("VGG-13", [2, 2, 2, 2, 2]);
export const vgg16 = vgg("VGG-16", [2, 2, 3, 3, 3]);
export const vgg19 = vgg("VGG-19", [2, 2, 4, 4, 4]);
