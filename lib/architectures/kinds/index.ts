import { finiteNumber } from "../../arrays/index.js";
import type { LayerRule } from "../rule.js";
import type { Layer, MergeLayer, Shape, SideLayer } from "../types.js";
import { batchNorm } from "./batchNorm.js";
import { conv2d } from "./conv2d.js";
import { conv2dTranspose } from "./conv2dTranspose.js";
import { dense } from "./dense.js";
import { depthwiseConv2d } from "./depthwiseConv2d.js";
import { pool2d } from "./pool2d.js";
import { crop2d, flatten, globalAveragePool2d, upsample2d, zeroPad2d } from "./resizing.js";

/** A layer with one input and one output, as opposed to one made of branches. */
export type SimpleLayer = Exclude<Layer, MergeLayer | SideLayer>;

const unchanged = (_layer: Layer, input: Shape): Shape => input;

const rules: { [T in SimpleLayer["type"]]: LayerRule<Extract<SimpleLayer, { type: T }>> } = {
  conv2d,
  depthwiseConv2d,
  conv2dTranspose,
  dense,
  maxPool2d: pool2d,
  averagePool2d: pool2d,
  globalAveragePool2d,
  batchNorm,
  localResponseNorm: { options: [], outputShape: unchanged },
  activation: { options: ["activation"], outputShape: unchanged },
  dropout: {
    options: ["rate"],
    outputShape({ rate }, input) {
      if (finiteNumber(rate, "rate", 0, 1) === 1) throw new RangeError("`rate` 1 would drop everything: use less");
      return input;
    },
  },
  flatten,
  zeroPad2d,
  crop2d,
  upsample2d,
};

export const layerTypes = [...Object.keys(rules), "add", "concat", "side"];

export function ruleOf<L extends SimpleLayer>(layer: L): LayerRule<L> {
  return rules[layer.type] as unknown as LayerRule<L>;
}
