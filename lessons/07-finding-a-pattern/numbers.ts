import { matchTemplate } from "cnn-workbook";
import { syntheticForm } from "cnn-workbook/datasets";
import { cutOut, findLike, form as picture, scoreAt, TEMPLATE, truth } from "./form.js";
import { bestThreshold, judge } from "./judge.js";
import { centred, dot, likeness } from "./likeness.js";
import { trial } from "./trial.js";

const [rows, columns] = picture.shape;
const positions = (rows - TEMPLATE.height + 1) * (columns - TEMPLATE.width + 1);
const pixels = TEMPLATE.height * TEMPLATE.width;

const fours = truth.filter(({ label }) => label === 4);
const people = [...new Set(truth.map(({ writer }) => writer))];

const COUNTS: Record<number, string> = { 7: "Seven", 8: "Eight", 9: "Nine" };

/** The form and the template. */
export const form = {
  rows,
  columns,
  digits: truth.length,
  fours: fours.length,
  people: COUNTS[people.length],
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
  negative: shown(likeness(template, [6, 1, 5])),
};

/** Sides of a template, as prose writes them. */
export const template24 = `${TEMPLATE.height} × ${TEMPLATE.width}`;

/** The part with the crossing. */
export const part = { sides: "9 × 9", pixels: 9 * 9 };

const wholeFour = cutOut(picture, fours[0]);
const found = findLike(picture, [wholeFour]);
const above = (threshold: number) =>
  judge(
    found.filter(({ score }) => score > threshold),
    truth,
    4,
  );

const at = above(0.6);

/** The search with one template, at the threshold of the first picture. */
export const at60 = {
  ...at,
  found: at.right + at.wrong,
  precision: at.precision.toFixed(2),
  recall: at.recall.toFixed(2),
};

const scores = matchTemplate(picture, wholeFour);
const mixed = people.filter((person) => {
  const own = truth.filter(({ writer }) => writer === person);
  const of = (wanted: boolean) =>
    own.filter(({ label }) => (label === 4) === wanted).map((one) => scoreAt(scores, one));
  return Math.min(...of(true)) < Math.max(...of(false));
});

/** People of whom some 4 scores lower than another digit. */
export const mixedRows = mixed.map((person) => "ABCDEFGH"[person]).join(" and ");

const one = above(bestThreshold(found, truth, 4));
const bank = people.map((person) => cutOut(picture, fours.find(({ writer }) => writer === person) ?? fours[0]));
const forms = [syntheticForm({ seed: 3 }), syntheticForm({ seed: 2, writers: [16, 17, 18, 19, 20, 21, 22, 23] })];
const [known, strangers] = trial(bank, forms, 4).map(({ right, missed }) => `${right} of ${right + missed}`);

/** The answer to the lesson's first question. */
export const answer = {
  one: one.right,
  oneFalse: one.wrong === 0 ? "no false find" : `${one.wrong} false finds`,
  known,
  strangers,
};
