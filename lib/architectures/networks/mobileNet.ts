import type { Architecture, Layer } from "../types.js";
import { batchNorm, classes, conv, dropout, globalAveragePool } from "./parts.js";

const relu6: Layer = { type: "activation", activation: "relu6" };
/** A picture of even sides gets its padding at the end, as in Keras. */
const padAtEnd: Layer = { type: "zeroPad2d", padding: { top: 0, bottom: 1, left: 0, right: 1 } };

const normed = (layer: Layer): Layer[] => [layer, batchNorm, relu6];

/** Each channel by itself through 3×3, then all channels together through 1×1. */
const separable = (filters: number, stride: number): Layer[] => [
  ...(stride === 2 ? [padAtEnd] : []),
  ...normed({ type: "depthwiseConv2d", kernel: 3, stride, padding: stride === 2 ? "valid" : "same", bias: false }),
  ...normed(conv(filters, 1, { bias: false })),
];

/** @see Howard et al., MobileNets (2017); layers as in Keras */
export const mobileNet: Architecture = {
  name: "MobileNet v1",
  input: [224, 224, 3],
  layers: [
    padAtEnd,
    ...normed(conv(32, 3, { stride: 2, bias: false })),
    ...separable(64, 1),
    ...[128, 256, 512].flatMap((filters) => [...separable(filters, 2), ...separable(filters, 1)]),
    ...Array.from({ length: 4 }, () => separable(512, 1)).flat(),
    ...separable(1024, 2),
    ...separable(1024, 1),
    globalAveragePool,
    dropout(0.001),
    classes(1000),
  ],
};
