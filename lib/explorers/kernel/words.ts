import type { Rows } from "../convolution2d/state.js";
import { numeral } from "../shared/numeral.js";
import { type KernelState, pixelOf, resultAt, terms, weightSum } from "./state.js";

/** What the sum of the weights does to flat areas, and whether each output is an average. */
export function sumSentence(kernel: Rows): string {
  const weights = kernel.flat();
  const sum = weightSum(kernel);
  const used = weights.filter((weight) => weight !== 0);
  const start = `The weights sum to ${numeral(sum)}`;
  if (used.length === 0) return `${start}: all are 0, and so is the result.`;
  if (sum === 0) return `${start}: flat areas become 0, and only changes are seen.`;
  if (sum !== 1) return `${start}: flat areas are multiplied by ${numeral(sum)}.`;
  if (used.length === 1) return `${start}, and there is only one: each output is a copy of one pixel.`;
  const average = used.every((weight) => weight > 0);
  return `${start}: flat areas keep their brightness.${average ? " None is negative: each output is an average." : ""}`;
}

/** How bright the result is, and how much of it a screen cannot show. */
export function resultSentence({ picture, result }: KernelState): string {
  const values = result.flat();
  const share = (test: (value: number) => boolean) => percent(values.filter(test).length / values.length);
  // Sums of fractions end a trifle beside the whole number.
  const below = share((value) => value < -1e-9);
  const above = share((value) => value > 255 + 1e-9);
  const means = `Mean brightness ${mean(picture)} before, ${mean(result)} after`;
  return `${means}; ${below} of the values are below 0, ${above} above 255.`;
}

/** The pixel that is pointed at, before and after. */
export function pixelSentence(state: KernelState): string {
  const [row, column] = pixelOf(state);
  return `Row ${row}, column ${column}: ${numeral(state.picture[row][column])} becomes ${numeral(resultAt(state), 1)}`;
}

/** What a screen reader says after a change; weights of zero are passed over. */
export function announcement(state: KernelState): string {
  if (state.news === "result") return `${sumSentence(state.kernel)} ${resultSentence(state)}`;
  const products = terms(state)
    .flat()
    .filter(({ weight }) => weight !== 0)
    .map(({ sample, weight }) => `${numeral(sample)} times ${numeral(weight)}`);
  return `${pixelSentence(state)}: ${products.join(" plus ") || "all weights are zero"}.`;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: KernelState): string {
  const { picture, kernel } = state;
  const weights = kernel.map((row) => row.map((weight) => numeral(weight)).join(" ")).join(" / ");
  return (
    `A picture of ${picture.length} × ${picture[0].length} pixels, and what the kernel ${weights} makes of it. ` +
    `${sumSentence(kernel)} ${resultSentence(state)}`
  );
}

function mean(rows: Rows): string {
  const values = rows.flat();
  return numeral(values.reduce((sum, value) => sum + value, 0) / values.length, 1);
}

/** Nothing but none is called 0 %. */
function percent(share: number): string {
  return share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(100 * share)} %`;
}
