import { toList, toNested } from "cnn-workbook";
import { dense, relu, sigmoid, tanh } from "cnn-workbook/layers";
import { firstInput, secondInput, smallDense, smallNeuron, threeScores, twoLayers, weigh } from "./hand.js";
import { exactlyOne, outputsOf } from "./network.js";

const minus = (value: number | string) => String(value).replaceAll("-", "−");
const inBrackets = (value: number) => (value < 0 ? `(${value})` : String(value));
const products = (weights: number[], inputs: number[]) =>
  minus(weights.map((w, i) => `${inBrackets(w)}×${inBrackets(inputs[i])}`).join(" + "));

const { weights, bias } = smallNeuron;
export const neuron = {
  inputs: firstInput.join(", "),
  others: secondInput.join(", "),
  weights: minus(weights.join(", ")),
  bias: minus(bias),
  products: products(weights, firstInput),
  before: weigh(firstInput, weights, 0),
  sum: weigh(firstInput, weights, bias),
};

/** Some values of the functions, to see where they end. */
const at = (value: number) => [value, toList(sigmoid([value]))[0], toList(tanh([value]))[0], toList(relu([value]))[0]];
export const valuesTable = [
  "| x | sigmoid | tanh | ReLU |",
  "| ---: | ---: | ---: | ---: |",
  ...[-2, 0, 2].map(
    (x) =>
      `| ${at(x)
        .map((v, i) => minus(i % 3 ? v.toFixed(3) : v))
        .join(" | ")} |`,
  ),
].join("\n");

export const vanishing = { five: (0.25 ** 5).toFixed(4), ten: (0.25 ** 10).toExponential(0).replace("e-", " · 10^{-") };

const column = (unit: number) => smallDense.weights.map((row) => row[unit]);
export const hand = {
  inputs: minus(smallDense.inputs.join(", ")),
  unit0: `${products(smallDense.inputs, column(0))} + ${smallDense.bias[0]} = ${weigh(smallDense.inputs, column(0), smallDense.bias[0])}`,
  table: [
    "| | unit 0 | unit 1 |",
    "| --- | ---: | ---: |",
    ...smallDense.weights.map((row, i) => `| from input ${i} | ${row.map(minus).join(" | ")} |`),
    `| bias | ${smallDense.bias.join(" | ")} |`,
  ].join("\n"),
};

const hidden = toList(dense(twoLayers.inputs, twoLayers.weights1, { bias: twoLayers.bias1 }));
export const two = {
  inputs: twoLayers.inputs.join(", "),
  hidden: minus(hidden.join(" and ")),
};

/** The network for exactly one, point by point. */
export const exactlyOneTable = [
  "| x, y | sum 0: x + y | unit 0 | sum 1: x + y − 1 | unit 1 | output: unit 0 − 2 × unit 1 − ½ | |",
  "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
  ...[
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ].map((point) => {
    const sums = (toNested(dense([point], exactlyOne.weights1, { bias: exactlyOne.bias1 })) as number[][])[0];
    const units = toList(relu(sums));
    const [output] = outputsOf(exactlyOne, [point]);
    const cells = [point.join(", "), sums[0], units[0], sums[1], units[1], output, output > 0 ? "yes" : "no"];
    return `| ${cells.map(minus).join(" | ")} |`;
  }),
].join("\n");

const powers = threeScores.map(Math.exp);
const total = powers.reduce((a, b) => a + b);
export const softmaxTable = [
  "| score s | e to the s | divided by the sum |",
  "| ---: | ---: | ---: |",
  ...threeScores.map((s, i) => `| ${minus(s)} | ${powers[i].toFixed(3)} | **${(powers[i] / total).toFixed(3)}** |`),
  `| | sum ${total.toFixed(3)} | 1 |`,
].join("\n");

export const costs = {
  good: (-Math.log(0.9)).toFixed(3),
  half: (-Math.log(0.5)).toFixed(3),
  sum: (-Math.log(0.9) - Math.log(0.5)).toFixed(3),
  mean: ((-Math.log(0.9) - Math.log(0.5)) / 2).toFixed(3),
  floor: (-Math.log(1e-7)).toFixed(1),
};

export const mapNumbers = 26 * 26 * 2;
export const slide = { flat: (7 * 7 * 64).toLocaleString("en"), weights: (7 * 7 * 64 * 1024).toLocaleString("en") };
