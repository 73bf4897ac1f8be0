import type { Layer } from "cnn-workbook/architectures";
import type { LessonCases } from "./lessonCases.js";

type Rows = number[][];

const conv = (filters: number): Layer => ({
  type: "conv2d",
  filters,
  kernel: [5, 5],
  stride: 1,
  padding: 2,
  activation: "relu",
});

export const cases: LessonCases = {
  q1: {
    variants: [
      (): Layer[] => [
        conv(32),
        { type: "maxPool2d", size: 2, stride: 2, padding: "valid" },
        conv(64),
        { type: "maxPool2d", size: [2, 2] },
        { type: "flatten", name: "pool2" },
        { type: "dense", units: 1024, activation: "relu", name: "fc" },
        { type: "dropout", rate: 1 / 4 },
        { type: "dense", units: 10, activation: "softmax", name: "logits" },
      ],
      (): Layer[] => {
        const stages = [32, 64].flatMap((filters): Layer[] => [
          { type: "conv2d", filters, kernel: 5, padding: "same", activation: "relu" },
          { type: "maxPool2d", size: 2, padding: "same" },
        ]);
        return [
          ...stages,
          { type: "flatten" },
          { type: "dense", units: 4 ** 5, activation: "relu" },
          { type: "dropout", rate: 1 - 0.75 },
          { type: "dense", units: 10, activation: "softmax" },
        ];
      },
      (): Layer[] => {
        const layers: Layer[] = [];
        layers.push(conv(32), { type: "maxPool2d", size: 2 }, conv(64), { type: "maxPool2d", size: 2 });
        layers.push({ type: "flatten" }, { type: "dense", units: 1024, activation: "relu", bias: true });
        layers.push({ type: "dropout", rate: 0.25 }, { type: "dense", units: 10, activation: "softmax" });
        return layers;
      },
    ],
  },
  q2: {
    variants: [
      (labels: number[], predictions: number[], classes: number) =>
        [...Array(classes).keys()].map((i) =>
          [...Array(classes).keys()].map(
            (j) => labels.filter((label, n) => label === i && predictions[n] === j).length,
          ),
        ),
      (labels: number[], predictions: number[], classes: number) => {
        const flat = new Float64Array(classes * classes);
        labels.forEach((label, i) => {
          flat[label * classes + predictions[i]]++;
        });
        return Array.from({ length: classes }, (_, i) => flat.slice(i * classes, (i + 1) * classes));
      },
      (labels: number[], predictions: number[], classes: number) =>
        labels.reduce<Rows>(
          (matrix, label, n) =>
            matrix.map((row, i) => row.map((count, j) => count + Number(i === label && j === predictions[n]))),
          Array.from({ length: classes }, () => Array(classes).fill(0)),
        ),
    ],
  },
  q3: {
    variants: [
      (matrix: Rows) => {
        const pairs = matrix.flatMap((row, i) => row.map((count, j) => ({ i, j, count })).filter(({ j }) => i !== j));
        const [first] = pairs.sort((a, b) => b.count - a.count);
        return [first.i, first.j];
      },
      (matrix: Rows) => {
        const off = matrix.flatMap((row, i) => row.map((count, j) => (i === j ? -1 : count)));
        const at = off.indexOf(Math.max(...off));
        return Int32Array.of(Math.floor(at / matrix.length), at % matrix.length);
      },
      (matrix: Rows) => {
        let [from, to] = [0, 1];
        for (const [i, row] of matrix.entries()) {
          for (const [j, count] of row.entries()) {
            if (i === j) continue;
            if (count > matrix[from][to]) [from, to] = [i, j];
          }
        }
        return [from, to];
      },
    ],
    equivalent: [
      { mutant: "0 → (-1)", reason: "some count beside the diagonal is above 0, so `most` may begin below 0" },
    ],
  },
  q4: {
    variants: [
      (probabilities: Rows, labels: number[], threshold: number) => {
        const kept = labels.flatMap((label, i) => (Math.max(...probabilities[i]) >= threshold ? [[i, label]] : []));
        const right = kept.filter(([i, label]) => probabilities[i].indexOf(Math.max(...probabilities[i])) === label);
        return [kept.length / labels.length, kept.length ? right.length / kept.length : 1];
      },
      (probabilities: Rows, labels: number[], threshold: number) => {
        const [kept, right] = probabilities.reduce(
          ([k, r], row, i) => {
            let best = 0;
            row.forEach((value, j) => {
              if (value > row[best]) best = j;
            });
            return row[best] < threshold ? [k, r] : [k + 1, r + Number(best === labels[i])];
          },
          [0, 0],
        );
        return Float64Array.of(kept / probabilities.length, kept > 0 ? right / kept : 1);
      },
      (probabilities: Rows, labels: number[], threshold: number) => {
        const correct: boolean[] = [];
        for (const [i, row] of probabilities.entries()) {
          const sure = row.reduce((a, b) => (b > a ? b : a));
          if (!(sure < threshold)) correct.push(row.indexOf(sure) === labels[i]);
        }
        if (correct.length === 0) return [0, 1];
        return [correct.length / labels.length, correct.filter(Boolean).length / correct.length];
      },
    ],
  },
  q5: {
    variants: [
      (image: Rows) => {
        const ink = image.flat().reduce((a, b) => a + b, 0);
        if (!ink) return [0, 0];
        const row = image.reduce((sum, line, r) => sum + r * line.reduce((a, b) => a + b, 0), 0) / ink;
        const column = image[0].reduce((sum, _, c) => sum + c * image.reduce((all, line) => all + line[c], 0), 0) / ink;
        return [(image.length - 1) / 2 - row, (image[0].length - 1) / 2 - column];
      },
      (image: Rows) => {
        const middle = [image.length, image[0].length].map((side) => (side - 1) / 2);
        let ink = 0;
        const moments = new Float64Array(2);
        for (const [r, line] of image.entries()) {
          for (const [c, value] of line.entries()) {
            ink += value;
            moments[0] += value * (middle[0] - r);
            moments[1] += value * (middle[1] - c);
          }
        }
        return ink === 0 ? [0, 0] : moments.map((moment) => moment / ink);
      },
      (image: Rows) => {
        const weights = image.map((line) => line.reduce((a, b) => a + b, 0));
        const across = image[0].map((_, c) => image.map((line) => line[c]).reduce((a, b) => a + b, 0));
        const way = (list: number[]) => {
          const sum = list.reduce((a, b) => a + b, 0);
          return sum > 0 ? (list.length - 1) / 2 - list.reduce((a, b, i) => a + b * i, 0) / sum : 0;
        };
        return [way(weights), way(across)];
      },
    ],
  },
};
