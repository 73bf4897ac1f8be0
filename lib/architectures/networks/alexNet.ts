import type { Architecture, Layer } from "../types.js";
import { classes, convRelu, dense, dropout, flatten, localResponseNorm, maxPool } from "./parts.js";

const decision: Layer[] = [flatten, dropout(0.5), dense(4096), dropout(0.5), dense(4096), classes(1000)];

/** With fewer filters at the start, as torchvision has it (Krizhevsky, One weird trick, 2014). */
export const alexNet: Architecture = {
  name: "AlexNet",
  input: [224, 224, 3],
  layers: [
    convRelu(64, 11, { stride: 4, padding: 2 }),
    maxPool(3, 2),
    convRelu(192, 5, { padding: 2 }),
    maxPool(3, 2),
    convRelu(384, 3, { padding: 1 }),
    convRelu(256, 3, { padding: 1 }),
    convRelu(256, 3, { padding: 1 }),
    maxPool(3, 2),
    ...decision,
  ],
};

/**
 * As it won in 2012. Its channels were split between two graphics cards; `groups` 1 undoes that.
 *
 * @see Krizhevsky, Sutskever & Hinton, ImageNet classification with deep convolutional neural networks (2012)
 */
const alexNetOf2012 = (name: string, groups: 1 | 2): Architecture => ({
  name,
  input: [227, 227, 3],
  layers: [
    convRelu(96, 11, { stride: 4 }),
    localResponseNorm,
    maxPool(3, 2),
    convRelu(256, 5, { padding: 2, groups }),
    localResponseNorm,
    maxPool(3, 2),
    convRelu(384, 3, { padding: 1 }),
    convRelu(384, 3, { padding: 1, groups }),
    convRelu(256, 3, { padding: 1, groups }),
    maxPool(3, 2),
    ...decision,
  ],
});

export const alexNet2012 = alexNetOf2012("AlexNet (2012, two groups)", 2);
export const alexNet2012OneGroup = alexNetOf2012("AlexNet (2012, one group)", 1);
