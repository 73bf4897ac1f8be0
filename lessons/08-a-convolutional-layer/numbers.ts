import { sampleImage, toList } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";
import { colours } from "./beginnings.js";
import { redBegins } from "./exercises.js";
import { smallBias, smallFilter, smallImage } from "./small.js";

const minus = (value: number | string) => String(value).replaceAll("-", "−");
const whole = (value: number) => value.toLocaleString("en");

/** The example by hand: products of one channel at one position, and their sum. */
function products(n: number, column: number): { text: string; sum: number } {
  const terms = smallFilter.flatMap((row, i) =>
    row.map((weights, j) => [weights[n], smallImage[i][column + j][n]] as const),
  );
  return {
    text: minus(terms.map(([w, x]) => `${w < 0 ? `(${w})` : w}×${x}`).join(" + ")),
    sum: terms.reduce((sum, [w, x]) => sum + w * x, 0),
  };
}
const [first, second] = [products(0, 0), products(1, 0)];

export const hand = {
  channel0: `${first.text} = ${first.sum}`,
  channel1: `${second.text} = ${minus(second.sum)}`,
  sums: [first.sum, second.sum],
  bias: minus(smallBias),
  total: `${first.sum} + ${second.sum} − ${-smallBias}`,
  first: first.sum + second.sum + smallBias,
};

const mix = [1, -0.5, -0.5];
const mixed = (colour: number[]) => colour.reduce((sum, value, n) => sum + mix[n] * value, 0);

/** What red minus half of green minus half of blue makes of some colours. */
export const mixTable = [
  "| colour | red | green | blue | sum |",
  "| --- | ---: | ---: | ---: | ---: |",
  ...["light red", "white", "light blue"].map(
    (name) => `| ${name} | ${colours[name].join(" | ")} | **${minus(mixed(colours[name]))}** |`,
  ),
].join("\n");
export const whiteSum = mixed(colours.white);

/** Sobel's pair on 512 × 512: what one output costs, and all of them. */
const outputs = 510 * 510 * 2;
export const counts = {
  outputs: whole(outputs),
  shared: 3 * 3 * 1 * 2 + 2,
  local: whole(outputs * (3 * 3 + 1)),
  pixels: whole(512 * 512),
  dense: whole(outputs * (512 * 512 + 1)),
};

/** Slides 4 and 2: a neuron on a colour picture, and on a volume of 20 channels. */
export const neuron = { weights: 5 * 5 * 3, deep: 3 * 3 * 20, dense: whole(32 * 32 * 3), layer: 10 * (5 * 5 * 3 + 1) };

const street = sampleImage("street");
export const streetShape = street.shape.join(" × ");
export const fourSize = { weights: 9 * 9 * 3 * 4, parameters: 9 * 9 * 3 * 4 + 4 };

export const colourTable = [
  "| colour | red | green | blue |",
  "| --- | ---: | ---: | ---: |",
  ...Object.entries(colours).map(([name, values]) => `| ${name} | ${values.join(" | ")} |`),
].join("\n");

const starts = toList(conv2d(street, redBegins.weights, { bias: redBegins.bias }).pick(222, null, 0));

/** Red stripes that our detector counts along the lower edge of the awning. */
export const stripes = starts.filter((value, at) => value > 0 && !(starts[at - 1] > 0)).length;

export const redParameters = 3 * 3 * 3 + 1;
export const deepWeights = 3 * 3 * 64;
