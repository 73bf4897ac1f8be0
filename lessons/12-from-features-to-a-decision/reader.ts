import { type ArrayInput, toList, toNdarray, toNested } from "cnn-workbook";
import { classMeans, largestOf } from "./digits.js";

/**
 * A dense layer whose largest score belongs to the nearest mean: weights m and bias −|m|²/2 for the mean m of each class.
 *
 * @param features - [n, features]; not modified
 * @param labels - [n], classes from 0
 * @returns weights [features][classes] and bias [classes]
 */
export function nearestMean(features: ArrayInput, labels: ArrayInput): { weights: number[][]; bias: number[] } {
  const means = classMeans(features, labels); // [classes][features]
  const weights = means[0].map((_, i) => means.map((mean) => mean[i]));
  const bias = means.map((mean) => -mean.reduce((sum, value) => sum + value * value, 0) / 2);
  return { weights, bias };
}

/** Percent of the rows [n, classes] whose largest number is that of the right class. */
export function accuracy(scores: ArrayInput, labels: ArrayInput): number {
  const right = toList(toNdarray(labels, "labels", { rank: 1 }));
  const said = largestOf(scores);
  return (100 * said.filter((label, n) => label === right[n]).length) / said.length;
}

/** Every score times the same factor. */
export function times(scores: ArrayInput, factor: number): number[][] {
  return (toNested(toNdarray(scores, "scores", { rank: 2 })) as number[][]).map((row) => row.map((s) => s * factor));
}

/** An example, what was said of it and with which probability, what is right, and what the answer costs. */
export interface Answer {
  n: number;
  said: number;
  p: number;
  right: number;
  cost: number;
}

/** The answers [n, classes] that cost most, the costliest first. */
export function costliest(answers: ArrayInput, labels: ArrayInput, count: number): Answer[] {
  const rows = toNested(toNdarray(answers, "answers", { rank: 2 })) as number[][];
  const right = toList(toNdarray(labels, "labels", { rank: 1 }));
  const all = rows.map((row, n) => {
    const said = row.indexOf(Math.max(...row));
    return { n, said, p: row[said], right: right[n], cost: -Math.log(Math.max(row[right[n]], 1e-7)) };
  });
  return all.sort((a, b) => b.cost - a.cost).slice(0, count);
}
