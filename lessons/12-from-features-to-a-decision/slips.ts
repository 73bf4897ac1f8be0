import type { Rows } from "./inputs.js";

export const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
export const columnOf = (weights: Rows, unit: number) => weights.map((row) => row[unit]);

export const changedInPlace = (map: Rows, slope: number) => {
  for (const row of map)
    row.forEach((value, c) => {
      if (value < 0) row[c] = slope * value;
    });
  return map;
};
export const eachValue = (map: Rows, change: (value: number) => number) => map.map((row) => row.map(change));

export const layerOf = (batch: Rows, weights: Rows, bias: number[]) =>
  batch.map((inputs) => bias.map((b, unit) => dot(inputs, columnOf(weights, unit)) + b));

export const strip = (
  first: [number, number],
  second: [number, number],
  bias1: number[],
  out: number[],
  bias2: number,
) => ({
  weights1: [0, 1].map((i) => [first[i], second[i]]),
  bias1,
  weights2: out.map((weight) => [weight]),
  bias2: [bias2],
});

export const powersOver = (scores: number[], shift: number) => {
  const powers = scores.map((score) => Math.exp(score - shift));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

export const tiny = 1e-7;
export const chosen = (rows: Rows, labels: number[]) => labels.map((label, n) => rows[n]?.[label] ?? Number.NaN);
export const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const surprise = (p: number) => -Math.log(Math.max(p, tiny));

/** A dense layer with other biases than those that came. */
export const withBiases =
  (other: (bias: number[], weights: Rows) => number[]) =>
  (batch: Rows, weights: Rows, bias: number[]): Rows =>
    layerOf(batch, weights, other(bias, weights));

/** The mean of what a row of probabilities costs, with the right class. */
export const meanCost =
  (cost: (row: number[], label: number) => number) =>
  (rows: Rows, labels: number[]): number =>
    meanOf(rows.map((row, n) => cost(row, labels[n])));
