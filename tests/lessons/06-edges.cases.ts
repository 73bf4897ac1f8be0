import { correlate2d, kernels, toNdarray } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

type Kernel = number[][];
type ErrorOf = (kernel: Kernel) => number;

const zeros = (): Kernel => Array.from({ length: 3 }, () => new Array(3).fill(0));

function slopesAt(error: ErrorOf, kernel: Kernel, nudge: number): Kernel {
  const before = error(kernel);
  return kernel.map((row, r) =>
    row.map((_, c) => {
      const nudged = kernel.map((weights) => weights.slice());
      nudged[r][c] += nudge;
      return (error(nudged) - before) / nudge;
    }),
  );
}

export const cases: LessonCases = {
  q1: {
    variants: [
      (patch: number[][]) => correlate2d(patch, kernels.sobelY, { mode: "valid" }).get(0, 0),
      (patch: number[][]) => [1, 2, 1].reduce((sum, weight, c) => sum + weight * (patch[0][c] - patch[2][c]), 0),
      (patch: number[][]) => {
        let sum = 0;
        for (let r = 2; r >= 0; r--) {
          for (let c = 0; c < 3; c++) sum += kernels.sobelY.get(r, c) * patch[r][c];
        }
        return sum;
      },
    ],
  },
  q2: {
    variants: [
      (x: number, y: number) => [Math.hypot(x, y), Math.atan2(y, x) * (180 / Math.PI)],
      (x: number, y: number) => new Float64Array([(x ** 2 + y ** 2) ** 0.5, Math.atan2(y, x) / (Math.PI / 180)]),
      (x: number, y: number) => {
        const magnitude = Math.sqrt(x * x + y * y);
        if (magnitude === 0) return [0, 0];
        const angle = (Math.acos(x / magnitude) * 180) / Math.PI;
        return [magnitude, y < 0 ? -angle : angle];
      },
    ],
  },
  q3: {
    variants: [
      (x: number[][], y: number[][], threshold: number) =>
        x.map((row, r) => row.map((value, c) => (value ** 2 + y[r][c] ** 2 < threshold ** 2 ? 0 : 255))),
      (x: number[][], y: number[][], threshold: number) =>
        x.map((row, r) => Uint8Array.from(row, (value, c) => 255 * Number(Math.hypot(value, y[r][c]) >= threshold))),
      (x: number[][], y: number[][], threshold: number) => {
        const map = toNdarray(x, "x");
        for (let r = 0; r < map.shape[0]; r++) {
          for (let c = 0; c < map.shape[1]; c++) {
            map.set(r, c, Math.sqrt(x[r][c] * x[r][c] + y[r][c] * y[r][c]) >= threshold ? 255 : 0);
          }
        }
        return map;
      },
    ],
  },
  q4: {
    variants: [
      slopesAt,
      (error: ErrorOf, kernel: Kernel, nudge: number) => {
        const slopes = kernel.map((row) => row.map(() => 0));
        for (let r = 0; r < kernel.length; r++) {
          for (let c = 0; c < kernel[r].length; c++) {
            const now = error(kernel);
            kernel[r][c] += nudge;
            slopes[r][c] = (error(kernel) - now) / nudge;
            kernel[r][c] -= nudge;
          }
        }
        return slopes;
      },
      (error: ErrorOf, kernel: Kernel, nudge: number) =>
        kernel.map((row, r) =>
          Float64Array.from(row, (_, c) => {
            const up = kernel.map((weights, i) => weights.map((w, j) => (i === r && j === c ? w + nudge : w)));
            return error(up) / nudge - error(kernel) / nudge;
          }),
        ),
    ],
  },
  q5: {
    variants: [
      (error: ErrorOf, learningRate: number, steps: number, nudge: number) => {
        let kernel = zeros();
        for (let step = 0; step < steps; step++) {
          const slopes = slopesAt(error, kernel, nudge);
          kernel = kernel.map((row, r) => row.map((weight, c) => weight - learningRate * slopes[r][c]));
        }
        return kernel;
      },
      (error: ErrorOf, learningRate: number, steps: number, nudge: number) => {
        const from = (kernel: Kernel, left: number): Kernel => {
          if (left === 0) return kernel;
          const slopes = slopesAt(error, kernel, nudge);
          return from(
            kernel.map((row, r) => row.map((weight, c) => weight + slopes[r][c] * -learningRate)),
            left - 1,
          );
        };
        return from(zeros(), steps);
      },
      (error: ErrorOf, learningRate: number, steps: number, nudge: number) => {
        const flat = new Float64Array(9);
        const rows = (nine: ArrayLike<number>) => [0, 3, 6].map((start) => Array.from(nine).slice(start, start + 3));
        while (steps-- > 0) {
          const slopes = slopesAt(error, rows(flat), nudge).flat();
          slopes.forEach((slope, i) => {
            flat[i] -= slope * learningRate;
          });
        }
        return toNdarray(rows(flat), "kernel");
      },
    ],
    equivalent: [
      {
        mutant: "0 → (-1)",
        reason: "moving begins at column −1, which no kernel has: it sets a property that nobody reads",
      },
    ],
  },
};
