import { correlate2d, gaussianFilter, medianFilter, toNdarray, toNested } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

const column = (values: number[]) => values.map((value) => [value]);

export const cases: LessonCases = {
  q1: {
    variants: [
      (down: number[], row: number[]) => down.map((a) => row.map((b) => a * b)),
      (down: number[], row: number[]) => correlate2d(column(down), [[...row].reverse()]),
      (down: number[], row: number[]) => {
        const kernel = toNdarray(
          down.map(() => [...row]),
          "kernel",
        );
        for (const [i, factor] of down.entries()) {
          for (const [j, value] of row.entries()) kernel.set(i, j, factor * value);
        }
        return kernel;
      },
    ],
  },
  q2: {
    variants: [
      (image: number[][], down: number[], row: number[]) =>
        correlate2d(
          image,
          down.map((a) => row.map((b) => a * b)),
          { mode: "valid" },
        ),
      (image: number[][], down: number[], row: number[]) =>
        correlate2d(correlate2d(image, column(down), { mode: "valid" }), [row], { mode: "valid" }),
      (image: number[][], down: number[], row: number[]) => {
        const across = image.map((line) =>
          line.slice(row.length - 1).map((_, x) => row.reduce((sum, weight, k) => sum + weight * line[x + k], 0)),
        );
        const output = across.slice(down.length - 1).map((line) => line.map(() => 0));
        down.forEach((weight, k) => {
          output.forEach((line, y) => {
            for (let x = 0; x < line.length; x++) line[x] += weight * across[y + k][x];
          });
        });
        return output;
      },
    ],
  },
  q3: {
    variants: [
      (values: number[]) => Float64Array.from(values).sort()[values.length >> 1],
      (values: number[]) => [...values].sort((a, b) => b - a).at(Math.floor(values.length / 2)),
      (values: number[]) =>
        values.find((value) => {
          const below = values.filter((other) => other < value).length;
          const above = values.filter((other) => other > value).length;
          return Math.max(below, above) <= (values.length - 1) / 2;
        }),
    ],
  },
  q4: {
    variants: [
      (blur: number[][], amount: number) => {
        const kernel = blur.map((line) => line.map((weight) => -amount * weight));
        kernel[(blur.length - 1) / 2][(blur[0].length - 1) / 2] += 1 + amount;
        return kernel;
      },
      (blur: number[][], amount: number) => {
        const kernel = toNdarray(blur, "blur");
        const [rows, columns] = kernel.shape;
        kernel.data.forEach((weight, i) => {
          kernel.data[i] = (i === (rows * columns - 1) / 2 ? 1 + amount : 0) - amount * weight;
        });
        return kernel;
      },
      (blur: number[][], amount: number) => {
        const output: number[][] = [];
        for (let i = 0; i < blur.length; i++) {
          output.push([]);
          for (let j = 0; j < blur[i].length; j++) {
            const middle = 2 * i + 1 === blur.length && 2 * j + 1 === blur[i].length;
            output[i].push(middle ? 1 + amount * (1 - blur[i][j]) : 0 - amount * blur[i][j]);
          }
        }
        return output;
      },
    ],
  },
  q5: {
    variants: [
      (damaged: number[][]) => {
        const median = medianFilter(damaged);
        const repaired = toNdarray(damaged, "damaged");
        repaired.data.forEach((value, i) => {
          if (value === 0 || value === 255) repaired.data[i] = median.data[i];
        });
        return gaussianFilter(repaired, { sigma: 0.6 });
      },
      (damaged: number[][]) => {
        const good = damaged.map((line) => line.map((value) => (value === 0 || value === 255 ? 0 : 1)));
        const kept = damaged.map((line, y) => line.map((value, x) => value * good[y][x]));
        const sum = gaussianFilter(kept, { sigma: 0.7 });
        const count = gaussianFilter(good, { sigma: 0.7 });
        return damaged.map((line, y) => line.map((_, x) => sum.get(y, x) / (count.get(y, x) || 1)));
      },
      (damaged: number[][]) => {
        const isSpeck = (value: number) => value === 0 || value === 255;
        const repaired = damaged.map((line, y) =>
          line.map((value, x) => {
            if (!isSpeck(value)) return value;
            const near = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => damaged[y + i]?.[x + j] ?? 0));
            const good = near.filter((other) => !isSpeck(other)).sort((a, b) => a - b);
            return good[good.length >> 1] ?? 128;
          }),
        );
        return toNested(gaussianFilter(repaired, { sigma: 0.5 })) as number[][];
      },
    ],
  },
};
