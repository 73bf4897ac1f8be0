import { factor, numeral } from "../shared/numeral.js";
import {
  type Convolution2dState,
  currentOutput,
  outputSides,
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

/** What a screen reader says at a new position; weights of zero are passed over. */
export function announcement(state: Convolution2dState): string {
  const counting = terms(state)
    .flat()
    .filter(({ inside, weight }) => inside && weight !== 0)
    .map(({ sample, weight }) => `${numeral(sample)} times ${numeral(weight)}`);
  const sum = counting.length === 0 ? "all weights here are zero" : counting.join(" plus ");
  return `Output ${placeWords(state)} is ${numeral(currentOutput(state))}: ${sum}.`;
}

/** Where the kernel lies, and what that makes of the size. */
export function regionSentence(state: Convolution2dState): string {
  const [rows, columns] = outputSides(state);
  const size = `${by(sides(state.image))} image, ${by(sides(state.kernel))} kernel: ${by([rows, columns])} outputs.`;
  const beside = terms(state)
    .flat()
    .filter(({ inside }: Term2d) => !inside).length;
  if (beside === 0) return size;
  return `${size} ${beside === 1 ? "1 weight lies" : `${beside} weights lie`} beside the image, over zeros.`;
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
  return (
    `The kernel ${list(state.kernel)} ${what} over the image ${list(state.image)}. ` +
    `At each position the products are added; the sums are ${list(outputs(state))}.`
  );
}

function by([rows, columns]: readonly [number, number]): string {
  return `${rows} × ${columns}`;
}

function list(rows: Rows): string {
  return rows.map((row) => row.map((value) => numeral(value)).join(" ")).join(" / ");
}
