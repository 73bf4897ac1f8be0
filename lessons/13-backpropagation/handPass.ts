import type { TwoLayers } from "./hand.js";

const sigmoidOf = (z: number) => 1 / (1 + Math.exp(-z));
const sumsOf = (inputs: number[], weights: number[][], bias: number[]) =>
  bias.map((b, unit) => inputs.reduce((sum, x, i) => sum + x * weights[i][unit], b));
const outer = (inputs: number[], rates: number[]) => inputs.map((x) => rates.map((rate) => x * rate));

/**
 * The network of two layers, forward and back: every value, and the slope of the loss by every value and weight. The
 * loss is the sum of the squared differences to the target.
 */
export function handPass({ inputs, weights1, bias1, weights2, bias2, target }: TwoLayers) {
  const hidden = sumsOf(inputs, weights1, bias1).map(sigmoidOf);
  const outputs = sumsOf(hidden, weights2, bias2).map(sigmoidOf);
  const loss = outputs.reduce((sum, o, u) => sum + (o - target[u]) ** 2, 0);
  const byOutputs = outputs.map((o, u) => 2 * (o - target[u]));
  const bySums2 = byOutputs.map((rate, u) => rate * outputs[u] * (1 - outputs[u]));
  const byHidden = weights2.map((row) => row.reduce((sum, w, u) => sum + w * bySums2[u], 0));
  const bySums1 = byHidden.map((rate, u) => rate * hidden[u] * (1 - hidden[u]));
  return {
    ...{ hidden, outputs, loss, byOutputs, bySums2, byHidden, bySums1 },
    ...{ byWeights2: outer(hidden, bySums2), byWeights1: outer(inputs, bySums1) },
  };
}
