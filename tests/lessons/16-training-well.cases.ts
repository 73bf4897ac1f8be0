import { toNdarray } from "cnn-workbook";
import { batchNorm } from "cnn-workbook/layers";
import type { LessonCases } from "./lessonCases.js";

type Rows = number[][];

const columnOf = (rows: Rows, c: number) => rows.map((row) => row[c]);
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value / values.length, 0);

export const cases: LessonCases = {
  q1: {
    variants: [
      (train: Rows, test: Rows) =>
        test.map((row) =>
          row.map((value, c) => {
            const mean = meanOf(columnOf(train, c));
            return (value - mean) / Math.sqrt(meanOf(columnOf(train, c).map((v) => v * v)) - mean * mean);
          }),
        ),
      (train: Rows, test: Rows) => {
        const known = train[0].map((_, c) => {
          const mean = meanOf(columnOf(train, c));
          return { mean, deviation: meanOf(columnOf(train, c).map((v) => (v - mean) ** 2)) ** 0.5 };
        });
        return test.map((row) => Float64Array.from(row, (value, c) => (value - known[c].mean) / known[c].deviation));
      },
      (train: Rows, test: Rows) => {
        const mean = train[0].map((_, c) => meanOf(columnOf(train, c)));
        const variance = train[0].map((_, c) => meanOf(columnOf(train, c).map((v) => (v - mean[c]) ** 2)));
        return batchNorm(test, { mean, variance, epsilon: 1e-12 });
      },
    ],
    equivalent: [
      { mutant: "0 → (-1)", reason: "a channel −1 does not exist; its NaN is no element of the row" },
      { mutant: "0 → 1", reason: "every row has as many channels as the first, and there are at least two rows" },
    ],
  },
  q2: {
    variants: [
      (batch: Rows, gamma: number[], beta: number[], epsilon: number) =>
        batch.map((row) =>
          row.map((value, c) => {
            const mean = meanOf(columnOf(batch, c));
            const variance = meanOf(columnOf(batch, c).map((v) => (v - mean) ** 2));
            return beta[c] + (value - mean) * (gamma[c] / Math.sqrt(variance + epsilon));
          }),
        ),
      (batch: Rows, gamma: number[], beta: number[], epsilon: number) =>
        batchNorm(batch, { gamma, beta, epsilon: Math.max(epsilon, 1e-14) }),
      (batch: Rows, gamma: number[], beta: number[], epsilon: number) => {
        const channels = gamma.map((_, c) => {
          const values = columnOf(batch, c);
          const mean = meanOf(values);
          const variance = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / values.length;
          return values.map((v) => ((v - mean) / (variance + epsilon) ** 0.5) * gamma[c] + beta[c]);
        });
        return toNdarray(
          batch.map((_, n) => channels.map((values) => values[n])),
          "output",
        );
      },
    ],
    equivalent: [{ mutant: "0 → (-1)", reason: "a channel −1 does not exist; its NaN is no element of the row" }],
  },
  q3: {
    variants: [
      (values: number[], kept: number[], rate: number, training: boolean) =>
        training ? Float64Array.from(values, (value, i) => (kept[i] === 1 ? value / (1 - rate) : 0)) : values.slice(),
      (values: number[], kept: number[], rate: number, training: boolean) => {
        const factor = training ? 1 / (1 - rate) : 1;
        return values.map((value, i) => (training && kept[i] === 0 ? 0 : value * factor));
      },
      (values: number[], kept: number[], rate: number, training: boolean) => {
        if (!training) return values;
        const out = [];
        for (let i = 0; i < values.length; i++) out.push((values[i] / (1 - rate)) * kept[i]);
        return toNdarray(out, "output");
      },
    ],
  },
  q4: {
    variants: [
      (patient: string) => {
        if (patient === "A") return "rate";
        if (patient === "B") return "labels";
        if (patient === "C") return "weights";
        if (patient === "D") return "leakage";
        return patient === "E" ? "scale" : "balance";
      },
      (patient: string) => ["rate", "labels", "weights", "leakage", "scale", "balance"]["ABCDEF".indexOf(patient)],
      (patient: string) =>
        new Map(Object.entries({ F: "balance", E: "scale", D: "leakage", C: "weights", B: "labels", A: "rate" })).get(
          patient,
        ),
    ],
  },
  q5: {
    variants: [
      (loss: number[], validationLoss: number[]) => {
        const [first, end] = [loss[0], loss[loss.length - 1]];
        if (!(end <= first)) return "diverged";
        if (!(end <= 0.9 * first)) return "not learning";
        for (const value of validationLoss) {
          if (validationLoss[validationLoss.length - 1] > 1.2 * value) return "overfitting";
        }
        return "fine";
      },
      (loss: number[], validationLoss: number[]) => {
        const end = loss.slice(-1)[0];
        const lowest = [...validationLoss].sort((a, b) => a - b)[0];
        const late = validationLoss.slice(-1)[0];
        if (Number.isNaN(end)) return "diverged";
        return end > loss[0]
          ? "diverged"
          : end > loss[0] * 0.9
            ? "not learning"
            : late > lowest * 1.2
              ? "overfitting"
              : "fine";
      },
      (loss: number[], validationLoss: number[]) => {
        const end = loss.at(-1)!;
        let verdict = "fine";
        if (validationLoss.at(-1)! > 1.2 * Math.min(...validationLoss)) verdict = "overfitting";
        if (end > 0.9 * loss[0]) verdict = "not learning";
        if (end > loss[0] || Number.isNaN(end)) verdict = "diverged";
        return verdict;
      },
    ],
  },
};
