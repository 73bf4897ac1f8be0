import { toList } from "cnn-workbook";
import { crossEntropy, softmax, softmaxCrossEntropyBackward } from "cnn-workbook/layers";
import { oneWeight, smallDense, smallScores, smallSlide, twoLayers } from "./hand.js";
import { handPass } from "./handPass.js";
import { startNetwork, weightsOf } from "./network.js";

const minus = (value: number | string) => String(value).replaceAll("-", "−");
const inBrackets = (value: number) => (value < 0 ? `(${minus(value)})` : String(value));
const short = (value: number, digits = 3) => minus(Math.round(value * 10 ** digits) / 10 ** digits + 0);

const { x, w, b, target } = oneWeight;
const a = 1 / (1 + Math.exp(-(w * x + b)));
const [byA, byZ] = [2 * (a - target), 2 * (a - target) * a * (1 - a)];
export const one = {
  z: `${w}×${x} − ${-b} = ${w * x + b}`,
  a,
  loss: (a - target) ** 2,
  byA: minus(byA),
  byB: minus(byZ),
  table: [
    "| step | value | its rate | |",
    "| --- | ---: | ---: | --- |",
    `| z = w x + b | ${w * x + b} | z with w: **${x}** | as large as the input x |`,
    `| a = sigmoid(z) | ${a} | a with z: **${a * (1 - a)}** | the slope of the sigmoid, a (1 − a) |`,
    `| J = (a − target)² | ${(a - target) ** 2} | J with a: **${minus(byA)}** | the slope of a square, 2 (a − target) |`,
  ].join("\n"),
};

const pass = handPass(twoLayers);
const pair = (values: number[]) => values.map((value) => short(value)).join(" and ");
const [h0, h1] = pass.hidden;
// ln 3 is no exact number in a computer, so the last digit is off.
const bySums2 = pass.bySums2.map((rate) => Math.round(rate * 1e6) / 1e6);
const [r0, r1] = bySums2;
const { weights1, weights2, bias1, bias2, inputs } = twoLayers;
const wayThrough = (unit: number) =>
  `${inBrackets(bySums2[unit])} × ${inBrackets(weights2[0][unit])} = ${short(bySums2[unit] * weights2[0][unit])}`;
export const hand = {
  loss: short(pass.loss),
  sum0: `${weights1[0][0]}×${inputs[0]} + ${inBrackets(weights1[1][0])}×${inputs[1]} = 0`,
  sum1: `${inBrackets(weights1[0][1])}×${inputs[0]} + ${weights1[1][1]}×${inputs[1]} + ${bias1[1].toFixed(4)} = ${bias1[1].toFixed(4)}`,
  hidden: pair(pass.hidden),
  output0: `${weights2[0][0]}×${h0} + ${weights2[1][0]}×${short(h1)} − ${-bias2[0]} = 0`,
  output1: `${inBrackets(weights2[0][1])}×${h0} + ${weights2[1][1]}×${short(h1)} − ${-bias2[1]} = 0`,
  byOutputs: pair(pass.byOutputs),
  bySums2: pair(pass.bySums2),
  weight: `${short(r0)} × ${short(h0)} = ${short(r0 * h0)}`,
  way0: wayThrough(0),
  way1: wayThrough(1),
  otherWays: `${inBrackets(r0)} × ${weights2[1][0]} + ${r1} × ${weights2[1][1]} = ${short(pass.byHidden[1])}`,
  first: `${short(pass.byHidden[0])} × ${short(h0 * (1 - h0))} × ${inputs[0]} = ${short(pass.byWeights1[0][0])}`,
};

const { inputs: fed, weights, above } = smallDense;
export const layer = {
  table: [
    "| | to unit 0 | to unit 1 |",
    "| --- | ---: | ---: |",
    ...weights.map((row, i) => `| input ${i} was ${minus(fed[i])} | ${row.map(minus).join(" | ")} |`),
    `| comes back | ${above.map((rate) => `**${minus(rate)}**`).join(" | ")} |`,
  ].join("\n"),
  example: `${inBrackets(fed[0])} × ${above[0]} = ${fed[0] * above[0]}`,
};

const { signal, kernel, above: rates } = smallSlide;
const terms = (values: number[], others: number[]) =>
  values.map((value, i) => `${inBrackets(value)}×${others[i]}`).join(" + ");
const from = (start: number) => signal.slice(start, start + rates.length);
const total = (start: number) => rates.reduce((sum, rate, n) => sum + rate * from(start)[n], 0);
const full = signal.map((_, i) => (rates[i] ?? 0) * kernel[0] + (rates[i - 1] ?? 0) * kernel[1]);
export const slide = {
  signal: signal.join(", "),
  kernel: minus(kernel.join(", ")),
  above: minus(rates.join(", ")),
  first: minus(
    from(0)
      .map((sample, n) => rates[n] * sample)
      .join(", "),
  ),
  k0: `${terms(rates, from(0))} = ${minus(total(0))}`,
  k1: `${terms(rates, from(1))} = ${minus(total(1))}`,
  stamps: [
    "| comes back | x₀ | x₁ | x₂ | x₃ |",
    "| ---: | ---: | ---: | ---: | ---: |",
    ...rates.map((rate, n) => {
      const cells = signal.map((_, i) => (i - n === 0 || i - n === 1 ? minus(rate * kernel[i - n]) : ""));
      return `| ${minus(rate)} × (${minus(kernel.join(", "))}) | ${cells.join(" | ")} |`;
    }),
    `| sum | ${full.map((sum) => `**${minus(sum)}**`).join(" | ")} |`,
  ].join("\n"),
};

const { scores, label } = smallScores;
const probabilities = toList(softmax(scores));
const back = toList(softmaxCrossEntropyBackward(scores, label));
export const answer = {
  scores: minus(scores.join(", ")),
  loss: crossEntropy(probabilities, label).toFixed(3),
  table: [
    "| score | p | truth y | slope, p − y |",
    "| ---: | ---: | ---: | ---: |",
    ...scores.map(
      (s, k) =>
        `| ${minus(s)} | ${probabilities[k].toFixed(3)} | ${k === label ? 1 : 0} | **${minus(back[k].toFixed(3))}** |`,
    ),
  ].join("\n"),
};

export const size = {
  weights: weightsOf(startNetwork()).toLocaleString("en"),
};
