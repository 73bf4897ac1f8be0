import { architectures, summarize } from "cnn-workbook/architectures";
import { budget } from "./budget.js";
import { countsOf, totals, walked } from "./counts.js";

const whole = (value: number) => value.toLocaleString("en");
const percent = (part: number, all: number) => `${Math.round((100 * part) / all)} %`;

const { each, neurons } = countsOf([4, 5, 2], [3, 3], 1, 0, 3);
/** The layer counted by hand. */
export const hand = {
  each,
  neurons,
  connections: neurons * each,
  parameters: 3 * each,
};

const vgg = summarize(architectures.vgg16);
export const vggParams = {
  millions: Math.round(vgg.totals.params / 1e6),
  bytes: Math.round((4 * vgg.totals.params) / 1e6),
};

const digits = summarize(architectures.digitsTwoConvolutions);
const large = digits.rows.find(({ name }) => name === "dense_1")!;
export const digitsNetwork = {
  params: whole(digits.totals.params),
  share: percent(large.params, digits.totals.params),
};

const { receptiveField } = vgg.rows.filter((row) => row.receptiveField !== undefined).at(-1)!;
export const vggSees = receptiveField;
export const vggWork = (vgg.totals.multiplyAdds / 1e9).toFixed(1);

export const allowed = {
  params: whole(budget.params),
  multiplyAdds: whole(budget.multiplyAdds),
  sees: budget.sees,
};

const ofDense = (column: "params" | "multiplyAdds") =>
  vgg.rows.filter(({ type }) => type === "dense").reduce((sum, row) => sum + row[column], 0);
export const vggShares = {
  numbers: percent(ofDense("params"), vgg.totals.params),
  work: percent(vgg.totals.multiplyAdds - ofDense("multiplyAdds"), vgg.totals.multiplyAdds),
};

const example = walked(
  [8, 8, 1],
  [
    { type: "conv", kernel: 3, filters: 4 },
    { type: "pool", size: 2 },
    { type: "dense", units: 10 },
  ],
);
export const exampleCounts = totals(example).join(", ");
