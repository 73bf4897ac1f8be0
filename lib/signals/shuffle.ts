import type { RandomGenerator } from "./randomGenerator.js";

/**
 * Puts `values` in random order, each order equally likely. Changes the array and returns it.
 *
 * @see Fisher & Yates (1938), in Durstenfeld's form (1964)
 */
export function shuffle(values: Int32Array, random: RandomGenerator): Int32Array {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [values[last], values[other]] = [values[other], values[last]];
  }
  return values;
}
