import { type DrawDigitState, readingOf } from "./state.js";

/** A share as a person reads it. Nothing but certainty is called 100 %. */
export function percent(share: number): string {
  if (share > 0.99 && share < 1) return share > 0.999 ? "over 99.9 %" : `${(100 * share).toFixed(1)} %`;
  return `${Math.round(100 * share)} %`;
}

/** What the network reads, and what else it might be. */
export function readingSentence(state: DrawDigitState): string {
  const { probabilities, digit } = readingOf(state);
  if (digit === undefined) return "Draw a digit from 0 to 9.";
  const [, second] = probabilities.map((share, other) => ({ share, other })).sort((a, b) => b.share - a.share);
  const rest = second.share >= 0.01 ? ` Next comes ${second.other}, ${percent(second.share)}.` : "";
  return `The network reads ${digit}, ${percent(probabilities[digit])}.${rest}`;
}

/** What a screen reader says after each change. */
export function announcement(state: DrawDigitState): string {
  const [column, row] = state.pen.map((share) => Math.round(20 * share));
  const pen = `Pen ${state.down ? "down" : "up"} at column ${column}, row ${row} of 20.`;
  return `${readingSentence(state)} ${pen}`;
}

/** What there is to do, for those who cannot see the explorer. */
export function finding(): string {
  return "A pad to draw a digit on. Beside it the picture of 28 × 28 pixels that the network gets, and a bar for each digit with the probability that the network gives to it.";
}
