import { factor, numeral } from "../shared/numeral.js";
import { type ConvolutionState, modeSpan, outputs, positionOf, type Term, terms } from "./state.js";

/** `1×1 + 2×1 = 3`, sample first. */
export function equation(state: ConvolutionState): string {
  const sum = outputs(state)[state.at];
  return `${terms(state).map(product).join(" + ")} = ${numeral(sum)}`;
}

function product({ sample, weight }: Term): string {
  return `${factor(sample)}×${factor(weight)}`;
}

/** What a screen reader says at a new position. */
export function announcement(state: ConvolutionState): string {
  const products = terms(state)
    .filter(({ inside }) => inside)
    .map(({ sample, weight }) => `${numeral(sample)} times ${numeral(weight)}`);
  const n = numeral(positionOf(state, state.at));
  return `n = ${n}: ${products.join(" plus ")} is ${numeral(outputs(state)[state.at])}.`;
}

/** Which modes keep the present output, and why. */
export function regionSentence(state: ConvolutionState): string {
  const beside = terms(state).filter(({ inside }) => !inside).length;
  if (state.basic) return beside === 0 ? "" : "Beside the signal the samples count as zero.";
  if (beside === 0) return "The whole kernel lies on the signal: kept by valid, same and full.";
  const span = modeSpan(state, "same") as [number, number];
  const same = state.at >= span[0] && state.at <= span[1];
  const weights = beside === 1 ? "1 weight lies" : `${beside} weights lie`;
  return `${weights} beside the signal, over zeros: kept by ${same ? "same and full" : "full only"}.`;
}

/** What turning the kernel round means, in a sentence. */
export function flipSentence({ flip, kernel }: ConvolutionState): string {
  const symmetric = kernel.every((weight, i) => weight === kernel[kernel.length - 1 - i]);
  const words = flip
    ? "Convolution: it is turned round before it slides."
    : "Correlation: it slides as it is. Neural networks do this.";
  return symmetric ? `${words} This one is the same both ways.` : words;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: ConvolutionState): string {
  const what = state.flip ? "turned round, is slid" : "is slid";
  return (
    `The kernel ${list(state.kernel)} ${what} over the signal ${list(state.signal)}. ` +
    `At each position the products are added; the sums are ${list(outputs(state))}.`
  );
}

function list(values: readonly number[]): string {
  const shown =
    values.length > 24
      ? [...values.slice(0, 22).map((value) => numeral(value)), "…"]
      : values.map((value) => numeral(value));
  return shown.join(", ");
}
