import { classWeights } from "cnn-workbook/datasets";
import { smallDigits, spreadOf } from "./pictures.js";

const { mean, deviation } = spreadOf(smallDigits(1000, 1));
const rounded = (value: number) => value.toFixed(2).replace("-", "−");

/** Pixels of the training pictures, and three of them normalised. */
export const pixels = {
  mean: mean.toFixed(1),
  deviation: deviation.toFixed(1),
  paper: rounded((0 - mean) / deviation),
  grey: rounded((100 - mean) / deviation),
  ink: rounded((255 - mean) / deviation),
};

export const knowsNothing = Math.log(10).toFixed(3);

export const factor = { small: (0.01 * Math.sqrt(100 / 2)).toFixed(2), large: Math.sqrt(100 / 2).toFixed(1) };

/** Dropout on a neuron with inputs 2 and 4 and weights 3 and 1: what is left in each of the four cases. */
const cases = [
  { name: "both stay", sum: 10, kept: 2 },
  { name: "only x stays", sum: 6, kept: 1 },
  { name: "only y stays", sum: 4, kept: 1 },
  { name: "none stays", sum: 0, kept: 0 },
];
export const dropoutTable = [
  "| | sum 3x + 1y | probability |",
  "| --- | ---: | ---: |",
  ...cases.map(({ name, sum }) => `| ${name} | ${sum} | 1/4 |`),
].join("\n");
export const dropoutMean = cases.reduce((total, { sum }) => total + sum / 4, 0);

/** Four values normalised by hand. */
const four = [1, 3, 3, 5];
export const batch = {
  values: four.join(", "),
  mean: 3,
  squares: four.map((v) => (v - 3) ** 2).join(" + "),
  variance: four.reduce((sum, v) => sum + (v - 3) ** 2, 0) / 4,
  normalised: four.map((v) => rounded((v - 3) / Math.sqrt(2))).join(", "),
  scaled: four.map((v) => rounded((10 * (v - 3)) / Math.sqrt(2) + 1)).join(", "),
};

export const counts = [100, 100, 100, 100, 100, 100, 100, 100, 10, 5];
export const total = counts.reduce((a, b) => a + b);
const labels = counts.flatMap((count, digit) => new Array<number>(count).fill(digit));
const weights = classWeights(labels);
export const alpha = { eight: weights[8], nine: weights[9], other: weights[0] };
