import type { Architecture, Conv2dLayer, Layer, Size } from "../types.js";
import { averagePool, classes, concat, conv, globalAveragePool, maxPool, relu } from "./parts.js";

/** Batch normalisation without a factor, as in Keras: the next layer's weights can do that. */
const norm: Layer = { type: "batchNorm", scale: false };

const unit = (filters: number, kernel: Size, options: Partial<Conv2dLayer> = {}): Layer[] => [
  conv(filters, kernel, { padding: "same", bias: false, ...options }),
  norm,
  relu,
];

const pooled = (filters: number): Layer[] => [averagePool(3, 1, { padding: "same" }), ...unit(filters, 1)];
const shrinking = { stride: 2, padding: "valid" } as const;

const moduleA = (poolFilters: number): Layer =>
  concat({
    one: unit(64, 1),
    five: [...unit(48, 1), ...unit(64, 5)],
    threeTwice: [...unit(64, 1), ...unit(96, 3), ...unit(96, 3)],
    pooled: pooled(poolFilters),
  });

const reductionA = concat({
  three: unit(384, 3, shrinking),
  threeTwice: [...unit(64, 1), ...unit(96, 3), ...unit(96, 3, shrinking)],
  pooled: [maxPool(3, 2)],
});

/** A 7×7 convolution as 1×7 and 7×1. */
const moduleB = (filters: number): Layer =>
  concat({
    one: unit(192, 1),
    seven: [...unit(filters, 1), ...unit(filters, [1, 7]), ...unit(192, [7, 1])],
    sevenTwice: [
      ...unit(filters, 1),
      ...unit(filters, [7, 1]),
      ...unit(filters, [1, 7]),
      ...unit(filters, [7, 1]),
      ...unit(192, [1, 7]),
    ],
    pooled: pooled(192),
  });

const reductionB = concat({
  three: [...unit(192, 1), ...unit(320, 3, shrinking)],
  seven: [...unit(192, 1), ...unit(192, [1, 7]), ...unit(192, [7, 1]), ...unit(192, 3, shrinking)],
  pooled: [maxPool(3, 2)],
});

const split = concat({ across: unit(384, [1, 3]), down: unit(384, [3, 1]) });

const moduleC = concat({
  one: unit(320, 1),
  three: [...unit(384, 1), split],
  threeTwice: [...unit(448, 1), ...unit(384, 3), split],
  pooled: pooled(192),
});

/** @see Szegedy et al., Rethinking the Inception architecture for computer vision (2015); layers as in Keras */
export const inceptionV3: Architecture = {
  name: "Inception v3",
  input: [299, 299, 3],
  layers: [
    ...unit(32, 3, shrinking),
    ...unit(32, 3, { padding: "valid" }),
    ...unit(64, 3),
    maxPool(3, 2),
    ...unit(80, 1, { padding: "valid" }),
    ...unit(192, 3, { padding: "valid" }),
    maxPool(3, 2),
    ...[32, 64, 64].map(moduleA),
    reductionA,
    ...[128, 160, 160, 192].map(moduleB),
    reductionB,
    moduleC,
    moduleC,
    globalAveragePool,
    classes(1000),
  ],
};
