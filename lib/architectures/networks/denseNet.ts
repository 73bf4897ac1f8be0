import type { Architecture, Layer } from "../types.js";
import {
  averagePool,
  batchNorm,
  classes,
  concat,
  conv,
  convNormRelu,
  globalAveragePool,
  maxPool,
  relu,
} from "./parts.js";

const GROWTH = 32;
const STEM = 2 * GROWTH;

const normReluConv = (filters: number, kernel: number): Layer[] => [
  batchNorm,
  relu,
  conv(filters, kernel, { padding: "same", bias: false }),
];

/** Adds `GROWTH` channels to those that are there. */
const unit = (): Layer => concat({ before: [], added: [...normReluConv(4 * GROWTH, 1), ...normReluConv(GROWTH, 3)] });

/** @see Huang, Liu, van der Maaten & Weinberger, Densely connected convolutional networks (2016) */
function denseNet(name: string, units: number[]): Architecture {
  let channels = STEM;
  const stages = units.flatMap((count, stage) => {
    const stacked = Array.from({ length: count }, unit);
    channels += count * GROWTH;
    if (stage === units.length - 1) return stacked;
    channels /= 2;
    return [...stacked, ...normReluConv(channels, 1), averagePool(2, 2)];
  });
  const stem = [...convNormRelu(STEM, 7, { stride: 2, padding: 3 }), maxPool(3, 2, { padding: 1 })];
  return {
    name,
    input: [224, 224, 3],
    layers: [...stem, ...stages, batchNorm, relu, globalAveragePool, classes(1000)],
  };
}

export const denseNet121 = denseNet("DenseNet-121", [6, 12, 24, 16]);
export const denseNet169 = denseNet("DenseNet-169", [6, 12, 32, 32]);
