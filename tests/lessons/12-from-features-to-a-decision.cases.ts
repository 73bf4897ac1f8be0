import { toNdarray } from "cnn-workbook";
import { crossEntropy, dense, leakyRelu, relu, softmax } from "cnn-workbook/layers";
import type { LessonCases } from "./lessonCases.js";

const network = (first: number[], second: number[], bias1: number[], out: number[], bias2: number) => ({
  weights1: first.map((w, i) => [w, second[i]]),
  bias1,
  weights2: out.map((w) => [w]),
  bias2: [bias2],
});

export const cases: LessonCases = {
  q1: {
    variants: [
      (inputs: number[], weights: number[], bias: number) => {
        const sum = inputs.reduce((all, x, i) => all + x * weights[i], bias);
        return sum > 0 ? sum : 0;
      },
      (inputs: number[], weights: number[], bias: number) => {
        let sum = 0;
        for (let i = inputs.length - 1; i >= 0; i--) sum += inputs[i] * weights[i];
        return Math.max(sum + bias, 0);
      },
      (inputs: number[], weights: number[], bias: number) =>
        relu(
          dense(
            inputs,
            weights.map((w) => [w]),
            { bias: [bias] },
          ),
        ).get(0),
    ],
    equivalent: [{ mutant: "Math.max(0, sum) → Math.max(sum, 0)", reason: "the larger of two, in either order" }],
  },
  q2: {
    variants: [
      (map: number[][], slope: number) => leakyRelu(map, { negativeSlope: slope }),
      (map: number[][], slope: number) =>
        map.map((row) => Float64Array.from(row, (value) => Math.max(0, value) + slope * Math.min(0, value))),
      (map: number[][], slope: number) => {
        const out: number[][] = [];
        for (let r = 0; r < map.length; r++) {
          out[r] = [];
          for (let c = 0; c < map[r].length; c++) out[r][c] = map[r][c] >= 0 ? map[r][c] : map[r][c] * slope;
        }
        return out;
      },
    ],
    equivalent: [{ mutant: "value < 0 → value <= 0", reason: "slope times 0 is 0" }],
  },
  q3: {
    variants: [
      (batch: number[][], weights: number[][], bias: number[]) => dense(batch, weights, { bias }),
      (batch: number[][], weights: number[][], bias: number[]) =>
        batch.map((inputs) => bias.map((b, u) => inputs.reduce((sum, x, i) => sum + x * weights[i][u], 0) + b)),
      (batch: number[][], weights: number[][], bias: number[]) =>
        batch.map((inputs) => {
          const row = Float64Array.from(bias);
          inputs.forEach((x, i) => {
            weights[i].forEach((w, u) => {
              row[u] += w * x;
            });
          });
          return row;
        }),
    ],
  },
  q4: {
    variants: [
      () => network([1, -1], [-1, 1], [0, 0], [-2, -2], 3),
      () => network([1, -1], [-1, 1], [-1, -1], [-1, -1], 0.5),
      () => {
        const { weights1, bias1, weights2, bias2 } = network([2, -2], [-3, 3], [0, 0], [-0.5, -1 / 3], 1.2);
        return {
          weights1: toNdarray(weights1, "w"),
          bias1,
          weights2: toNdarray(weights2, "w"),
          bias2: Float64Array.from(bias2),
        };
      },
    ],
  },
  q5: {
    variants: [
      (scores: number[]) => softmax(scores),
      (scores: number[]) => {
        let largest = scores[0];
        for (const score of scores) if (score > largest) largest = score;
        let sum = 0;
        for (const score of scores) sum += Math.exp(score - largest);
        return scores.map((score) => Math.exp(score - largest) / sum);
      },
      (scores: number[]) => {
        const largest = [...scores].sort((a, b) => b - a)[0];
        const logSum = largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
        return Float64Array.from(scores, (score) => Math.exp(score - logSum));
      },
    ],
  },
  q6: {
    variants: [
      (probabilities: number[][], labels: number[]) => crossEntropy(probabilities, labels),
      (probabilities: number[][], labels: number[]) =>
        labels
          .map((label, n) => Math.log(1 / Math.max(1e-7, probabilities[n][label])))
          .reduce((sum, cost, _, all) => sum + cost / all.length, 0),
      (probabilities: number[][], labels: number[]) => {
        let sum = 0;
        probabilities.forEach((row, n) => {
          row.forEach((p, k) => {
            const y = k === labels[n] ? 1 : 0;
            if (y > 0) sum += -y * Math.log(p < 1e-7 ? 1e-7 : p);
          });
        });
        return sum / probabilities.length;
      },
    ],
    equivalent: [
      {
        mutant: "Math.max(probabilities[n][labels[n]], 1e-7) → Math.max(1e-7, probabilities[n][labels[n]])",
        reason: "the larger of two, in either order",
      },
    ],
  },
};
