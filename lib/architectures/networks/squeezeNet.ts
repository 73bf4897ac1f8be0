import type { Architecture, Layer } from "../types.js";
import { concat, convRelu, dropout, globalAveragePool, maxPool } from "./parts.js";

/** Few channels through a 1×1 convolution, then out again through 1×1 and 3×3 side by side. */
const fire = (squeeze: number, expand: number): Layer[] => [
  convRelu(squeeze, 1),
  concat({ one: [convRelu(expand, 1)], three: [convRelu(expand, 3, { padding: 1 })] }),
];

const pool = maxPool(3, 2, { rounding: "ceil" });

const decision: Layer[] = [
  dropout(0.5),
  convRelu(1000, 1),
  globalAveragePool,
  { type: "activation", activation: "softmax" },
];

/** @see Iandola et al., SqueezeNet (2016) */
export const squeezeNet10: Architecture = {
  name: "SqueezeNet 1.0",
  input: [224, 224, 3],
  layers: [
    convRelu(96, 7, { stride: 2 }),
    pool,
    ...[fire(16, 64), fire(16, 64), fire(32, 128)].flat(),
    pool,
    ...[fire(32, 128), fire(48, 192), fire(48, 192), fire(64, 256)].flat(),
    pool,
    ...fire(64, 256),
    ...decision,
  ],
};

/** Smaller at the start, so less than half of the work. */
export const squeezeNet11: Architecture = {
  name: "SqueezeNet 1.1",
  input: [224, 224, 3],
  layers: [
    convRelu(64, 3, { stride: 2 }),
    pool,
    ...[fire(16, 64), fire(16, 64)].flat(),
    pool,
    ...[fire(32, 128), fire(32, 128)].flat(),
    pool,
    ...[fire(48, 192), fire(48, 192), fire(64, 256), fire(64, 256)].flat(),
    ...decision,
  ],
};
