import { correlate2d, kernels, toList, toNested } from "cnn-workbook";
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
  /** The third row of pixels under the kernel one row down. */
  third: five[3].slice(0, 3).join(" "),
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

const answers = valid(six, [edge, edge, edge]);
const largest = Math.max(...answers.flat());
const row = answers.findIndex((line) => line.includes(largest));
const column = answers[row].indexOf(largest);
const under = (from: number) => six.slice(row, row + 3).map((line) => line[from]);

/** The largest output of the 6 × 6 example: where, and what lies there on the left and on the right. */
export const most = {
  value: largest,
  row,
  column,
  left: under(column).join(", "),
  right: under(column + 2).join(", "),
};

const [side, kernelSide] = [512, 9];
const cost = (count: number) => count.toLocaleString("en");

/** Which weight in the middle of the sharpening kernel makes flat areas vanish, and which halves them. */
const around = toList(kernels.sharpen).reduce((sum, weight) => sum + weight, 0) - kernels.sharpen.get(1, 1);
export const middleOf = {
  around: String(around).replace("-", "−"),
  vanish: -around,
  half: 0.5 - around,
  share: 0.5,
};

/** What the same picture costs. */
export const costs = {
  weights: kernelSide ** 2,
  products: cost((side * kernelSide) ** 2),
  dense: cost(side ** 4),
  separable: 2 * kernelSide,
};

const reach = (kernelSide - 1) / 2;
const inside = (reach + 1) ** 2;

/** A 9 × 9 kernel whose middle lies on the corner: how many weights lie on the picture, and how far in zeros reach. */
export const corner = {
  inside,
  all: kernelSide ** 2,
  share: Math.round((100 * inside) / kernelSide ** 2),
  reach,
};

export const whole = toList(correlate2d(five, weights, { mode: "valid" })).length;

/** An output above this is a mark. */
export const half = SCRATCH_HEIGHT / 2;
