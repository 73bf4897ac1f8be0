const DIGITS = 6;

/**
 * Six significant digits, which no eye can tell from more, so that a saved notebook stays small. What is not finite
 * becomes `null`, a gap in the figure.
 *
 * @example round(1 / 3) // 0.333333
 */
export function round(value: number, digits = DIGITS): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(digits));
}
