import type { FormDigit } from "cnn-workbook/datasets";
import type { Found, Place } from "./form.js";

/** How a search went. */
export interface Verdict {
  /** Found, and the digit is there. */
  right: number;
  /** Found, but something else is there. */
  wrong: number;
  /** There, but not found. */
  missed: number;
  /** Share of what was found that is right; NaN where nothing was found. */
  precision: number;
  /** Share of what is there that was found. */
  recall: number;
}

/** 0.3, 0.31 … 0.99 */
const THRESHOLDS = Array.from({ length: 70 }, (_, i) => (30 + i) / 100);

/** A found place counts for a digit whose centre is less than this many rows and columns away. */
const CLOSE = 8;

/**
 * Counts what was found against the truth. Each digit counts once: a second find of the same one is wrong.
 *
 * @param found - places, best first
 * @param digits - what stands on the form
 * @param digit - what was searched
 * @example judge(found.filter(({ score }) => score > 0.6), truth, 4).missed
 */
export function judge(found: readonly Place[], digits: readonly FormDigit[], digit: number): Verdict {
  const { right, wrong, missed } = sortOut(found, digits, digit);
  return {
    right: right.length,
    wrong: wrong.length,
    missed: missed.length,
    precision: right.length / found.length,
    recall: right.length / (right.length + missed.length),
  };
}

/** The same with the places themselves. */
export function sortOut<P extends Place>(
  found: readonly P[],
  digits: readonly FormDigit[],
  digit: number,
): { right: P[]; wrong: P[]; missed: FormDigit[] } {
  const missed = digits.filter(({ label }) => label === digit);
  const [right, wrong]: [P[], P[]] = [[], []];
  for (const place of found) {
    const at = missed.findIndex((one) => isClose(one, place));
    if (at < 0) wrong.push(place);
    else {
      right.push(place);
      missed.splice(at, 1);
    }
  }
  return { right, wrong, missed };
}

/** What stands at a place: a digit as text, or "no digit". */
export function standsAt(place: Place, digits: readonly FormDigit[]): string {
  const digit = digits.find((one) => isClose(one, place));
  return digit ? String(digit.label) : "no digit";
}

/** The threshold, in steps of 0.01, with the fewest errors: false finds and misses together. */
export function bestThreshold(found: readonly Found[], digits: readonly FormDigit[], digit: number): number {
  let [best, fewest] = [0.3, Infinity];
  for (const threshold of THRESHOLDS) {
    const { wrong, missed } = judge(above(found, threshold), digits, digit);
    if (wrong + missed < fewest) [best, fewest] = [threshold, wrong + missed];
  }
  return best;
}

/** The verdict at the lowest threshold, in steps of 0.01, that lets at most so many false finds through. */
export function judgeAtPrice(
  found: readonly Found[],
  digits: readonly FormDigit[],
  digit: number,
  wrong: number,
): Verdict {
  const verdicts = THRESHOLDS.map((threshold) => judge(above(found, threshold), digits, digit));
  return verdicts.find((verdict) => verdict.wrong <= wrong) ?? judge([], digits, digit);
}

function above(found: readonly Found[], threshold: number): Found[] {
  return found.filter(({ score }) => score > threshold);
}

function isClose(a: Place, b: Place): boolean {
  return Math.abs(a.row - b.row) < CLOSE && Math.abs(a.column - b.column) < CLOSE;
}
