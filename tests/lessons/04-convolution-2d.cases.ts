import { correlate2d, toNdarray, toNested } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

type Rows = number[][];
type Mode = "full" | "same" | "valid";

const window = (image: Rows, row: number, column: number, kernel: Rows) =>
  image.slice(row, row + kernel.length).map((line) => line.slice(column, column + kernel[0].length));
const dot = (a: Rows, b: Rows) => a.flat().reduce((sum, value, i) => sum + value * b.flat()[i], 0);
const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

export const cases: LessonCases = {
  q1: {
    variants: [
      (image: Rows, kernel: Rows, row: number, column: number) => dot(kernel, window(image, row, column, kernel)),
      (image: Rows, kernel: Rows, row: number, column: number) =>
        correlate2d(image, kernel, { mode: "valid" }).get(row, column),
      (image: Rows, kernel: Rows, row: number, column: number) => {
        let sum = 0;
        for (let y = row + kernel.length - 1; y >= row; y--) {
          for (let x = column + kernel[0].length - 1; x >= column; x--)
            sum = image[y][x] * kernel[y - row][x - column] + sum;
        }
        return sum;
      },
    ],
  },
  q2: {
    variants: [
      (image: Rows, kernel: Rows) =>
        count(0, image.length - kernel.length).map((row) =>
          count(0, image[0].length - kernel[0].length).map((column) => dot(kernel, window(image, row, column, kernel))),
        ),
      (image: Rows, kernel: Rows) => correlate2d(image, kernel, { mode: "valid" }),
      (image: Rows, kernel: Rows) => {
        const [height, width] = [image.length - kernel.length + 1, image[0].length - kernel[0].length + 1];
        const output = Array.from({ length: height }, () => new Float64Array(width));
        kernel.forEach((line, i) => {
          line.forEach((weight, j) => {
            for (let r = 0; r < height; r++)
              for (let c = 0; c < width; c++) output[r][c] += weight * image[r + i][c + j];
          });
        });
        return output;
      },
    ],
  },
  q3: {
    variants: [
      (image: number[], kernel: number[], mode: Mode) => {
        const change = mode === "full" ? 1 : mode === "same" ? 0 : -1;
        return image.map((side, axis) => side + change * (kernel[axis] - 1));
      },
      (image: number[], kernel: number[], mode: Mode) => {
        const ones = ([height, width]: number[]) => Array.from({ length: height }, () => new Array(width).fill(1));
        return correlate2d(ones(image), ones(kernel), { mode }).shape;
      },
      (image: number[], kernel: number[], mode: Mode) => {
        switch (mode) {
          case "valid":
            return [image[0] - kernel[0] + 1, image[1] - kernel[1] + 1];
          case "same":
            return [...image];
          default:
            return Int32Array.of(image[0] + kernel[0] - 1, image[1] + kernel[1] - 1);
        }
      },
    ],
  },
  q4: {
    variants: [
      (image: Rows, kernel: Rows) => {
        const pad = <T>(list: T[], by: number) => [
          ...new Array<T>(by).fill(list[0]),
          ...list,
          ...new Array<T>(by).fill(list[list.length - 1]),
        ];
        const wider = image.map((line) => pad(line, (kernel[0].length - 1) / 2));
        return correlate2d(pad(wider, (kernel.length - 1) / 2), kernel, { mode: "valid" });
      },
      (image: Rows, kernel: Rows) => {
        const [down, right] = [Math.floor(kernel.length / 2), Math.floor(kernel[0].length / 2)];
        const at = (list: Rows, y: number, x: number) => {
          const line = list[y] ?? (y < 0 ? list[0] : list[list.length - 1]);
          return line[x] ?? (x < 0 ? line[0] : line[line.length - 1]);
        };
        return image.map((line, r) =>
          line.map((_, c) =>
            kernel.reduce(
              (sum, row, i) => sum + row.reduce((s, w, j) => s + w * at(image, r + i - down, c + j - right), 0),
              0,
            ),
          ),
        );
      },
      (image: Rows, kernel: Rows) => {
        const output = toNdarray(
          image.map((line) => line.map(() => 0)),
          "output",
        );
        for (let r = 0; r < image.length; r++) {
          for (let c = 0; c < image[0].length; c++) {
            for (let i = 0; i < kernel.length; i++) {
              for (let j = 0; j < kernel[0].length; j++) {
                let y = r + i - (kernel.length - 1) / 2;
                let x = c + j - (kernel[0].length - 1) / 2;
                if (y < 0) y = 0;
                if (y >= image.length) y = image.length - 1;
                if (x < 0) x = 0;
                if (x >= image[0].length) x = image[0].length - 1;
                output.set(r, c, output.get(r, c) + kernel[i][j] * image[y][x]);
              }
            }
          }
        }
        return output;
      },
    ],
    equivalent: [
      "Math.min(image.length - 1, Math.max(0, row + i - down)) → Math.min(Math.max(0, row + i - down), image.length - 1)",
      "Math.max(0, row + i - down) → Math.max(row + i - down, 0)",
      "Math.min(image[0].length - 1, Math.max(0, column + j - right… → Math.min(Math.max(0, column + j - right), image[0].length - …",
      "Math.max(0, column + j - right) → Math.max(column + j - right, 0)",
    ].map((mutant) => ({ mutant, reason: "the smaller, or larger, of two numbers does not depend on their order" })),
  },
  q5: {
    variants: [
      // The line, less what lies two rows beside it.
      () => count(0, 6).map((r) => count(0, 6).map((c) => ({ 0: 1 / 7, 2: -1 / 10 })[Math.abs(r + c - 6)] ?? 0)),
      // Weights written out with few decimals.
      () => count(0, 6).map((r) => count(0, 6).map((c) => (r + c === 6 ? 0.1428 : -0.0238))),
      () => {
        const line = toNdarray(
          count(0, 8).map((r) => count(0, 8).map((c) => (r + c === 8 ? 8 : -1))),
          "line",
        );
        return (toNested(line) as Rows).map((row) => row.map((weight) => weight / 72));
      },
    ],
  },
};
