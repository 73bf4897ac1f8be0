import { convolve2d, correlate2d, toList, toNested } from "cnn-workbook";
import { five, six, weights } from "./pictures.js";
import { SCRATCH_HEIGHT } from "./sheet.js";

const rows = (values: readonly (readonly number[])[]) =>
  values
    .map((row) => row.join(" "))
    .join(" / ")
    .replaceAll("-", "−");
const valid = (image: number[][], kernel: number[][]) =>
  toNested(correlate2d(image, kernel, { mode: "valid" })) as number[][];

const sums = valid(five, weights);

/** The image, the kernel, and the products at the first position. */
export const example = {
  image: rows(five),
  weights: rows(weights),
  first: sums[0][0],
  sums: rows(sums),
};

/** The image with the weights of the first position in its cells. */
export const placed = [
  `| ${five[0].map(() => " ").join(" | ")} |`,
  `| ${five[0].map(() => "---:").join(" | ")} |`,
  ...five.map((line, r) => {
    const cells = line.map((pixel, c) => {
      const weight = weights[r]?.[c];
      return weight === undefined ? String(pixel) : `**${pixel}** <sub>×${weight}</sub>`;
    });
    return `| ${cells.join(" | ")} |`;
  }),
].join("\n");

/** The first sum, a row of the kernel in each row. */
export const firstSum = [
  "| pixels under the kernel | weights | products | sum |",
  "| --- | --- | --- | ---: |",
  ...weights.map((line, i) => {
    const pixels = line.map((_, j) => five[i][j]);
    const products = line.map((weight, j) => `${pixels[j]}×${weight}`).join(" + ");
    const sum = line.reduce((total, weight, j) => total + weight * pixels[j], 0);
    return `| ${pixels.join(" ")} | ${line.join(" ")} | ${products} | ${sum} |`;
  }),
].join("\n");
export const rowSums = weights
  .map((line, i) => line.reduce((sum, weight, j) => sum + weight * five[i][j], 0))
  .join(" + ");

const edge = [1, 0, -1];
const sides = (column: number) => six.slice(0, 3).map((row) => row[column]);
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

/** The first value of the 6 × 6 example: left column less right column. */
export const vertical = {
  left: sides(0).join(" + "),
  leftSum: total(sides(0)),
  right: sides(2).join(" + "),
  rightSum: total(sides(2)),
  first: String(valid(six, [edge, edge, edge])[0][0]).replace("-", "−"),
};

const picture = Array(512).fill(Array(512).fill(1));
const nine = Array(9).fill(Array(9).fill(1));
const side = (mode: "full" | "same" | "valid") => correlate2d(picture, nine, { mode }).shape[0];

/** Sides of the output of 512 × 512 with 9 × 9. */
export const lengths = { full: side("full"), same: side("same"), valid: side("valid"), slip: 512 + 9 + 1 };

const cost = (count: number) => count.toLocaleString("en");

/** What the same picture costs. */
export const costs = {
  weights: 9 * 9,
  products: cost(512 * 512 * 9 * 9),
  dense: cost(512 ** 4),
};

/** The share of a 9 × 9 kernel that lies on the picture in its corner. */
export const cornerShare = Math.round((100 * 25) / 81);

export const whole = toList(correlate2d(five, weights, { mode: "valid" })).length;

/** An output above this is a mark. */
export const half = SCRATCH_HEIGHT / 2;

/** First output of the convolution with a stride, by hand. */
export const curious = convolve2d(
  [
    [2, 1, 2],
    [5, 0, 1],
    [1, 7, 3],
  ],
  [
    [0.5, 0.7, 0.4],
    [0.3, 0.4, 0.1],
    [0.5, 1, 0.5],
  ],
  { mode: "same", stride: 2 },
).get(0, 0);
