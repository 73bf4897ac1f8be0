import { numeral } from "./numeral.js";

const LARGEST = 1e6;
/** A weight that is no short decimal is written as a fraction with at most this denominator. */
const LARGEST_DENOMINATOR = 99;

/**
 * Reads a weight that a student typed: a number or a fraction.
 *
 * @returns NaN for anything else, and for weights beyond a million
 * @example readWeight("-1/9") // -0.111…
 */
export function readWeight(word: string): number {
  const parts = word.replaceAll("−", "-").split("/");
  if (parts.length > 2 || parts.some((part) => !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(part))) return Number.NaN;
  const value = parts.length === 2 ? Number(parts[0]) / Number(parts[1]) : Number(parts[0]);
  return Math.abs(value) <= LARGEST ? value : Number.NaN;
}

/**
 * A weight as one would type it, such that `readWeight` gives it back where three decimals or a fraction can say it.
 *
 * @example writeWeight(1 / 9) // "1/9"
 */
export function writeWeight(value: number): string {
  const decimal = numeral(value).replace("−", "-");
  if (near(Number(decimal), value)) return decimal;
  for (let under = 2; under <= LARGEST_DENOMINATOR; under++) {
    const over = Math.round(value * under);
    if (over !== 0 && near(over / under, value)) return `${over}/${under}`;
  }
  return decimal;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12;
}
