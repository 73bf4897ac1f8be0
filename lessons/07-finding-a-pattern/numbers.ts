import { form as picture, TEMPLATE, truth } from "./form.js";
import { centred, dot, likeness } from "./likeness.js";

const [rows, columns] = picture.shape;
const positions = (rows - TEMPLATE.height + 1) * (columns - TEMPLATE.width + 1);
const pixels = TEMPLATE.height * TEMPLATE.width;

const COUNTS: Record<number, string> = { 7: "Seven", 8: "Eight", 9: "Nine" };

/** The form and the template. */
export const form = {
  rows,
  columns,
  digits: truth.length,
  people: COUNTS[new Set(truth.map(({ writer }) => writer)).size],
  positions: positions.toLocaleString("en"),
  pixels,
  products: Math.round((positions * pixels) / 1e6),
};

/** The example by hand: a template of three pixels and windows of three pixels. */
export const template = [1, 6, 2];
export const windows = {
  A: [1, 6, 2],
  B: [4, 9, 5],
  C: [9, 9, 9],
  D: [0, 9, 9],
};
const twice = [4, 14, 6];

const signed = (value: number) => String(value).replace("-", "−");
const list = (values: readonly number[]) => values.map(signed).join(" ");
const entries = Object.entries(windows);
const products = (a: readonly number[], b: readonly number[]) =>
  a.map((value, i) => `${signed(value)}×${signed(b[i])}`).join(" + ");

/** Plain sums of products. */
export const plainTable = [
  "| window | pixels | what it is | products added | sum |",
  "| --- | --- | --- | --- | ---: |",
  ...entries.map(([name, window], i) => {
    const what = ["the pattern itself", "the pattern, 3 brighter", "flat and bright", "an edge"][i];
    return `| ${name} | ${list(window)} | ${what} | ${products(template, window)} | **${dot(template, window)}** |`;
  }),
].join("\n");

const withoutMean = centred(template);

/** The template without its mean. */
export const zeroSum = list(withoutMean);

/** Sums of products with the template without its mean. */
export const centredTable = [
  "| window | pixels | products added | sum |",
  "| --- | --- | --- | ---: |",
  ...entries.map(([name, window]) => {
    return `| ${name} | ${list(window)} | ${products(withoutMean, window)} | **${signed(dot(withoutMean, window))}** |`;
  }),
].join("\n");

const length = (values: readonly number[]) => Math.sqrt(dot(values, values));
const shown = (value: number) =>
  value
    .toFixed(2)
    .replace(/\.?0+$/, "")
    .replace("-", "−");

/** The sums divided by both lengths. */
export const scoreTable = [
  "| window | without its mean | its length | sum | divided by both lengths |",
  "| --- | --- | ---: | ---: | ---: |",
  ...entries.map(([name, window]) => {
    const rest = centred(window);
    const sum = dot(withoutMean, window);
    return `| ${name} | ${list(rest)} | ${shown(length(rest))} | ${signed(sum)} | **${shown(likeness(template, window))}** |`;
  }),
].join("\n");

/** The window of the third prediction, and the negative. */
export const example = {
  templateLength: shown(length(withoutMean)),
  templateSquares: dot(withoutMean, withoutMean),
  twice: list(twice),
  edge: shown(likeness(template, windows.D)),
  edgeSum: dot(withoutMean, windows.D),
  patternSum: dot(withoutMean, windows.A),
  edgeLength: shown(length(centred(windows.D))),
  negative: shown(likeness(template, [6, 1, 5])),
};

/** Sides of a template, as prose writes them. */
export const template24 = `${TEMPLATE.height} × ${TEMPLATE.width}`;

/** Pixels of the part with the crossing. */
export const partPixels = 9 * 9;
