import { toNdarray, toNested } from "cnn-workbook";
import type { Step } from "./change.js";

/** The map with everything moved to the right; what leaves on the right comes in on the left. */
function turned(map: number[][], columns: number): number[][] {
  const cut = (row: number[]) => row.length - (columns % row.length);
  return map.map((row) => [...row.slice(cut(row)), ...row.slice(0, cut(row))]);
}

/**
 * Two steps down and then the mean of all that is left, for a map that moves to the right. In percent of the mean over all
 * the moves, so that ways to step down can be compared.
 *
 * @param map - [height, width], with room around what is on it; not modified
 * @param step - one step down
 * @param moves - columns to move by, each 0 or more
 * @example meansAfterTwo(map, everySecond, [0, 1, 2, 3, 4])
 */
export function meansAfterTwo(map: number[][], step: Step, moves: readonly number[]): number[] {
  const down = (plane: number[][]) => toNested(toNdarray(step(plane), "what the step gives")) as number[][];
  const means = moves.map((columns) => mean(down(down(turned(map, columns))).flat()));
  return means.map((value) => (100 * value) / mean(means));
}

/** Largest less smallest. */
export function swing(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
