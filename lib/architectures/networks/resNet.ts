import type { Architecture, Layer } from "../types.js";
import { add, batchNorm, classes, conv, convNormRelu, globalAveragePool, maxPool, relu } from "./parts.js";

/** Makes the picture smaller by `stride`; `project` brings the shortcut to the same shape. */
type Block = (filters: number, stride: number, project: boolean) => Layer[];

const shortcut = (filters: number, stride: number, project: boolean): Layer[] =>
  project ? [conv(filters, 1, { stride, bias: false }), batchNorm] : [];

const basic: Block = (filters, stride, project) => [
  add({
    residual: [
      ...convNormRelu(filters, 3, { stride, padding: 1 }),
      conv(filters, 3, { padding: 1, bias: false }),
      batchNorm,
    ],
    shortcut: shortcut(filters, stride, project && stride > 1),
  }),
  relu,
];

/** The stride is in the 3×3 convolution, as in torchvision. */
const bottleneck: Block = (filters, stride, project) => [
  add({
    residual: [
      ...convNormRelu(filters, 1),
      ...convNormRelu(filters, 3, { stride, padding: 1 }),
      conv(4 * filters, 1, { bias: false }),
      batchNorm,
    ],
    shortcut: shortcut(4 * filters, stride, project),
  }),
  relu,
];

/** As in the paper and in Keras: the stride is in the first 1×1 convolution, and every convolution has a bias. */
const bottleneckOf2015: Block = (filters, stride, project) => [
  add({
    residual: [
      ...[conv(filters, 1, { stride }), batchNorm, relu],
      ...[conv(filters, 3, { padding: 1 }), batchNorm, relu],
      ...[conv(4 * filters, 1), batchNorm],
    ],
    shortcut: project ? [conv(4 * filters, 1, { stride }), batchNorm] : [],
  }),
  relu,
];

/** @see He, Zhang, Ren & Sun, Deep residual learning for image recognition (2015) */
const resNet = (name: string, block: Block, blocks: number[], bias = false): Architecture => ({
  name,
  input: [224, 224, 3],
  layers: [
    ...convNormRelu(64, 7, { stride: 2, padding: 3, bias }),
    maxPool(3, 2, { padding: 1 }),
    ...blocks.flatMap((count, stage) =>
      Array.from({ length: count }, (_, i) => block(64 * 2 ** stage, i === 0 && stage > 0 ? 2 : 1, i === 0)).flat(),
    ),
    globalAveragePool,
    classes(1000),
  ],
});

export const resNet18 = resNet("ResNet-18", basic, [2, 2, 2, 2]);
export const resNet34 = resNet("ResNet-34", basic, [3, 4, 6, 3]);
export const resNet50 = resNet("ResNet-50", bottleneck, [3, 4, 6, 3]);
export const resNet101 = resNet("ResNet-101", bottleneck, [3, 4, 23, 3]);
export const resNet152 = resNet("ResNet-152", bottleneck, [3, 8, 36, 3]);
export const resNet50Of2015 = resNet("ResNet-50 (2015)", bottleneckOf2015, [3, 4, 6, 3], true);
