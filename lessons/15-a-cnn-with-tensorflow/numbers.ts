import { summarize } from "cnn-workbook/architectures";
import { network, slideFive, slideOne, smallDigits } from "./design.js";
import { counts, postCode, smallMatrix, steps } from "./hand.js";

const grouped = (value: number) => value.toLocaleString("en");
const one = summarize(network("slides 1", slideOne)).totals;
const five = summarize(network("slides 5", slideFive));

const smallRows = summarize(network("small", smallDigits));
const sees = (layer: string) => smallRows.rows.find(({ name }) => name === layer)?.receptiveField;

export const small = {
  params: grouped(smallRows.totals.params),
  seesConv: sees("conv2d_2"),
  seesPool: sees("maxPool2d_2"),
};
export const needed = (0.99 ** (1 / 5)).toFixed(3);
export const codes = (100 * postCode(0.99)).toFixed(0);
export const mnist = { train: grouped(60_000), test: grouped(10_000) };
export const sets = {
  learn: grouped(counts.learn),
  validate: grouped(counts.validate),
  test: grouped(counts.test),
  batch: counts.batch,
  most: 60_000 - counts.validate,
  steps,
};

export const slides = {
  one: grouped(one.params),
  five: grouped(five.totals.params),
  timesParams: (one.params / five.totals.params).toFixed(1),
  timesWork: (one.multiplyAdds / five.totals.multiplyAdds).toFixed(0),
  flat: grouped(13 * 13 * 28),
};

/** By how much the share of right answers varies from one test set to another: its standard deviation. */
const spread = (share: number, count: number) => 100 * Math.sqrt((share * (1 - share)) / count);
export const chance = {
  rule: `√(0.97 × 0.03 / ${counts.test})`,
  small: spread(0.97, counts.test).toFixed(2),
  slide: spread(0.9873, 10_000).toFixed(2),
};

export const matrixTable = [
  "| | read as 3 | read as 5 | read as 8 |",
  "| --- | ---: | ---: | ---: |",
  ...smallMatrix.map((row, i) => `| **is a ${[3, 5, 8][i]}** | ${row.join(" | ")} |`),
].join("\n");

const total = smallMatrix.flat().reduce((a, b) => a + b);
const diagonal = smallMatrix.reduce((sum, row, i) => sum + row[i], 0);
export const matrix = { total, diagonal, accuracy: (diagonal / total).toFixed(3), threes: smallMatrix[0].join(" + ") };

/** A line of pixels, and its centre of mass. */
const ink = [1, 2, 0, 5];
const allInk = ink.reduce((a, b) => a + b);
const weighted = ink.reduce((sum, value, column) => sum + column * value, 0);
const middle = (ink.length - 1) / 2;
export const mass = {
  row: ink.join(", "),
  terms: ink.map((value, column) => `${column} × ${value}`).join(" + "),
  inks: ink.join(" + "),
  fraction: `${weighted} / ${allInk}`,
  mean: weighted / allInk,
  middle,
  move: String(middle - weighted / allInk).replace("-", "−"),
};
