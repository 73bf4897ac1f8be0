import type { LayerRule, WeightSpec } from "../rule.js";
import { weight } from "../rule.js";
import type { BatchNormLayer } from "../types.js";

/** Learns a factor and a summand a channel, and keeps a running mean and variance (Ioffe & Szegedy 2015). */
export const batchNorm: LayerRule<BatchNormLayer> = {
  options: ["scale", "center"],
  outputShape: (_layer, input) => input,
  weights({ scale = true, center = true }, input) {
    const channels = input[input.length - 1];
    const measured = (name: string): WeightSpec => ({ name, shape: [channels], trainable: false });
    return [
      ...(scale ? [weight("gamma", channels)] : []),
      ...(center ? [weight("beta", channels)] : []),
      measured("movingMean"),
      measured("movingVariance"),
    ];
  },
};
