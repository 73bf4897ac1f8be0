import type { Architecture } from "../types.js";
import { classes, convRelu, dense, dropout, flatten, maxPool } from "./parts.js";

/** Two wide convolutions and a large dense layer, for digits. */
export const digitsTwoConvolutions: Architecture = {
  name: "Digits, two convolutions",
  input: [28, 28, 1],
  layers: [
    convRelu(32, 5, { padding: "same" }),
    maxPool(2, 2),
    convRelu(64, 5, { padding: "same" }),
    maxPool(2, 2),
    flatten,
    dense(1024),
    dropout(0.5),
    classes(10),
  ],
};

/** One convolution, for digits. */
export const digitsOneConvolution: Architecture = {
  name: "Digits, one convolution",
  input: [28, 28, 1],
  layers: [convRelu(28, 3), maxPool(2, 2), flatten, dense(128), dropout(0.2), classes(10)],
};

/** Two kinds of photographs, such as cats and dogs: one number out. */
export const twoKinds: Architecture = {
  name: "Two kinds of photographs",
  input: [150, 150, 3],
  layers: [
    ...[32, 64, 128, 128].flatMap((filters) => [convRelu(filters, 3), maxPool(2, 2)]),
    flatten,
    dense(512),
    dense(1, "sigmoid"),
  ],
};
