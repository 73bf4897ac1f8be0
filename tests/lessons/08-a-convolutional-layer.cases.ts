import { toNdarray } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";
import type { LessonCases } from "./lessonCases.js";

type Picture = number[][][];
type Weights = number[][][][];

const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const filterOf = (weights: Weights, m: number) => weights.map((row) => row.map((all) => all.map((w) => w[m])));
const places = (image: number, filter: number) => [...Array(image - filter + 1).keys()];
const asked = (image: Picture, filter: Picture, row: number, column: number) =>
  filter.flatMap((line, i) => line.map((weights, j) => dot(weights, image[row + i][column + j])));

export const cases: LessonCases = {
  q1: {
    variants: [
      (image: Picture, filter: Picture, bias: number, row: number, column: number) =>
        asked(image, filter, row, column).reduce((sum, value) => sum + value, bias),
      (image: Picture, filter: Picture, bias: number, row: number, column: number) => {
        let sum = 0;
        for (let n = filter[0][0].length - 1; n >= 0; n--) {
          for (let j = 0; j < filter[0].length; j++) {
            for (let i = 0; i < filter.length; i++) sum = image[row + i][column + j][n] * filter[i][j][n] + sum;
          }
        }
        return sum + bias;
      },
      (image: Picture, filter: Picture, bias: number, row: number, column: number) =>
        conv2d(
          image,
          filter.map((line) => line.map((weights) => weights.map((w) => [w]))),
          { bias: [bias] },
        ).get(row, column, 0),
    ],
  },
  q2: {
    variants: [
      (image: Picture, weights: Weights, bias: number[]) => conv2d(image, weights, { bias }),
      (image: Picture, weights: Weights, bias: number[]) =>
        places(image.length, weights.length).map((r) =>
          places(image[0].length, weights[0].length).map((c) =>
            bias.map((b, m) => b + asked(image, filterOf(weights, m), r, c).reduce((sum, value) => sum + value, 0)),
          ),
        ),
      (image: Picture, weights: Weights, bias: number[]) => {
        const [height, width] = [image.length - weights.length + 1, image[0].length - weights[0].length + 1];
        const output = Array.from({ length: height }, () =>
          Array.from({ length: width }, () => Float64Array.from(bias)),
        );
        weights.forEach((line, i) => {
          line.forEach((channels, j) => {
            channels.forEach((filters, n) => {
              filters.forEach((w, m) => {
                for (let r = 0; r < height; r++)
                  for (let c = 0; c < width; c++) output[r][c][m] += w * image[r + i][c + j][n];
              });
            });
          });
        });
        return output;
      },
    ],
  },
  q3: {
    variants: [
      (image: number[], kernel: number[], filters: number) => {
        const [, , channels] = image;
        const weights = kernel[0] * kernel[1] * channels * filters;
        return weights + filters;
      },
      ([, , channels]: number[], [rows, columns]: number[], filters: number) =>
        filters * (1 + channels * rows * columns),
      (image: number[], kernel: number[], filters: number) => {
        let count = 0;
        for (let m = 0; m < filters; m++) count += 1 + [...kernel, image[2]].reduce((a, b) => a * b);
        return count;
      },
    ],
  },
  q4: {
    variants: [
      () => {
        const third = 1 / 3;
        const pixel = [
          [1, -third],
          [-0.5, -third],
          [-0.5, -third],
        ];
        return { weights: [[pixel]], bias: [0, 255] };
      },
      () => {
        const filters = [
          [1, -0.5, -0.5],
          [-1 / 3, -1 / 3, -1 / 3],
        ];
        return { weights: [[[0, 1, 2].map((n) => filters.map((filter) => filter[n]))]], bias: Float64Array.of(0, 255) };
      },
      () => ({
        weights: toNdarray(
          [
            [
              [
                [1, -1 / 3],
                [-1 / 2, -1 / 3],
                [-1 / 2, -1 / 3],
              ],
            ],
          ],
          "weights",
        ),
        bias: toNdarray([0, 255], "bias"),
      }),
    ],
  },
  q5: {
    variants: [
      () => {
        const row = [-2, 0, 2].map((a) => [1, -0.4, -0.6].map((c) => [a * c]));
        return { weights: [row, row, row], bias: [-540] };
      },
      () => {
        const weights = [1, 2, 1].map((down) =>
          [-1, 0, 1].map((across) => [0.5, -0.25, -0.25].map((c) => [down * across * c])),
        );
        return { weights: toNdarray(weights, "weights"), bias: [-180] };
      },
      () => {
        const weights: number[][][][] = [];
        for (let i = 0; i < 3; i++) {
          weights.push([
            [[-1], [0.5], [0.5]],
            [[0], [0], [0]],
            [[1], [-0.5], [-0.5]],
          ]);
        }
        return { weights, bias: new Float32Array([-270]) };
      },
    ],
    equivalent: [
      { mutant: "270 → 271", reason: "any bias between the largest false step and the smallest true one will do" },
      { mutant: "270 → (269)", reason: "any bias between the largest false step and the smallest true one will do" },
    ],
  },
};
