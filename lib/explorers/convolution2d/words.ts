import { fitSentence, formula } from "../outputSize/words.js";
import { factor, numeral } from "../shared/numeral.js";
import { axes, outputSides, unusedPixels } from "./axes.js";
import {
  type Convolution2dState,
  currentOutput,
  fits,
  outputs,
  placeOf,
  type Rows,
  sides,
  type Term2d,
  terms,
} from "./state.js";

/** `row 0, column 1` of the output. */
export function placeWords(state: Convolution2dState): string {
  const [row, column] = placeOf(state);
  return `row ${row}, column ${column}`;
}

/** `3×0 + 3×1 + … = 12`, pixel first, row by row. */
export function equation(state: Convolution2dState): string {
  const products = terms(state)
    .flat()
    .map(({ sample, weight }) => `${factor(sample)}×${factor(weight)}`);
  return `${products.join(" + ")} = ${numeral(currentOutput(state))}`;
}

/** The output's size by the formula, with the numbers: once where rows and columns have the same, else for each. */
export function sizeLines(state: Convolution2dState): string[] {
  const [rows, columns] = axes(state).map(formula);
  return rows === columns ? [`rows and columns: ${rows}`] : [`rows: ${rows}`, `columns: ${columns}`];
}

/** Along which sides the kernel finds no place, and why. */
export function misfit(state: Convolution2dState): string {
  const sentences = axes(state).map((step) => (step.count > 0 ? "" : fitSentence(step)));
  return [...new Set(sentences)].filter(Boolean).join(" ");
}

/** What a screen reader says at a new position; weights of zero are passed over. */
export function announcement(state: Convolution2dState): string {
  if (!fits(state)) return misfit(state);
  const counting = terms(state)
    .flat()
    .filter(({ inside, weight }) => inside && weight !== 0)
    .map(({ sample, weight }) => `${numeral(sample)} times ${numeral(weight)}`);
  const sum = counting.length === 0 ? "all weights here are zero" : counting.join(" plus ");
  const size = state.layer ? ` of ${by(outputSides(state))}` : "";
  return `Output ${placeWords(state)}${size} is ${numeral(currentOutput(state))}: ${sum}.`;
}

/** Where the kernel lies, what that makes of the size, and what is never looked at. */
export function regionSentence(state: Convolution2dState): string {
  if (!fits(state)) return misfit(state);
  const size = `${by(sides(state.image))} image, ${by(sides(state.kernel))} kernel: ${by(outputSides(state))} outputs.`;
  const beside = terms(state)
    .flat()
    .filter(({ inside }: Term2d) => !inside).length;
  const over = beside === 1 ? "1 weight lies" : `${beside} weights lie`;
  const zeros = beside === 0 ? "" : ` ${over} beside the image, over zeros.`;
  return `${size}${zeros}${state.layer ? unusedSentence(state) : ""}`;
}

function unusedSentence(state: Convolution2dState): string {
  const unused = unusedPixels(state);
  const all = state.image.length * state.image[0].length;
  if (unused === 0) return " Every pixel lies under a weight somewhere.";
  return ` Crossed out: ${unused} of ${all} pixels ${unused === 1 ? "lies" : "lie"} under no weight at any position.`;
}

/** What turning the kernel means, in a sentence. */
export function flipSentence({ flip, kernel }: Convolution2dState): string {
  const weights = kernel.flat();
  const symmetric = weights.every((weight, i) => weight === weights[weights.length - 1 - i]);
  const words = flip
    ? "Convolution: it is turned by half a turn before it slides."
    : "Correlation: it slides as it is. Neural networks do this.";
  return symmetric ? `${words} This one is the same both ways.` : words;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: Convolution2dState): string {
  const what = state.flip ? "turned by half a turn, is slid" : "is slid";
  const start = `The kernel ${list(state.kernel)} ${what} over the image ${list(state.image)}`;
  if (!state.layer) return `${start}. ${sums(state)}`;
  const { padding, stride, dilation } = state;
  const numbers = `padding ${padding}, stride ${stride} and dilation ${dilation}`;
  const size = `Output size, ${sizeLines(state).join("; ")}.`;
  return `${start} with ${numbers}. ${size} ${fits(state) ? `${sums(state)}${unusedSentence(state)}` : misfit(state)}`;
}

function sums(state: Convolution2dState): string {
  return `At each position the products are added; the sums are ${list(outputs(state))}.`;
}

function by([rows, columns]: readonly [number, number]): string {
  return `${rows} × ${columns}`;
}

function list(rows: Rows): string {
  return rows.map((row) => row.map((value) => numeral(value)).join(" ")).join(" / ");
}
