import type { Architecture } from "../types.js";
import { classes, conv, dense, flatten, maxPool } from "./parts.js";

/**
 * LeNet-5 as it is usually rebuilt: full connections between the convolutions, max pooling, softmax.
 *
 * @see LeCun, Bottou, Bengio & Haffner, Gradient-based learning applied to document recognition (1998)
 */
export const leNet5: Architecture = {
  name: "LeNet-5",
  input: [28, 28, 1],
  layers: [
    conv(6, 5, { padding: 2, activation: "tanh" }),
    maxPool(2, 2),
    conv(16, 5, { activation: "tanh" }),
    maxPool(2, 2),
    flatten,
    dense(120, "tanh"),
    dense(84, "tanh"),
    classes(10),
  ],
};
