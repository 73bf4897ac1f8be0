import { architectures, summarize } from "cnn-workbook/architectures";
import { budget } from "./budget.js";
import { countsOf } from "./counts.js";

export const whole = (value: number) => value.toLocaleString("en");
const percent = (part: number, all: number) => `${Math.round((100 * part) / all)} %`;

const { weights, each, neurons } = countsOf([4, 5, 2], [3, 3], 1, 0, 3);
/** The layer counted by hand. */
export const hand = {
  weights,
  each,
  neurons,
  connections: neurons * each,
  parameters: 3 * each,
  places: 2 * 3,
  dense: whole(neurons * (4 * 5 * 2 + 1)),
};

const vgg = summarize(architectures.vgg16);
export const vggParams = {
  millions: Math.round(vgg.totals.params / 1e6),
  bytes: Math.round((4 * vgg.totals.params) / 1e6),
};

const second = { inputs: 55 * 55 * 96, outputs: 55 * 55 * 256 };
/** AlexNet's second layer as the slides have it. */
export const secondLayer = {
  inputs: whole(second.inputs),
  outputs: whole(second.outputs),
  gigabytes: Math.round((4 * second.inputs * second.outputs) / 1e9),
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
