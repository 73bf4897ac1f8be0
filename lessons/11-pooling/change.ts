import { type ArrayInput, toList, toNdarray } from "cnn-workbook";

/** A way to make a map smaller. */
export type Step = (plane: number[][]) => ArrayInput;

const FAR = 8;

/**
 * How much of what a step gives is another number once its input has moved to the right: all differences together, in
 * percent of all that it gave before.
 *
 * @param map - [height, width], numbers of at least 0; a square part of it is looked at, so that real values come in
 * @param step - what is done with that part
 * @param columns - how far it moves, 0 to 8
 * @example changeWhenMoved(edges, (plane) => maxPool2d(plane, { size: 2 }), 1)
 */
export function changeWhenMoved(map: readonly number[][], step: Step, columns: number): number {
  const side = 8 * Math.floor((Math.min(map.length, map[0].length) - 2 * FAR) / 8);
  const moved = (by: number) => map.slice(0, side).map((row) => row.slice(FAR - by, FAR - by + side));
  const [start, end] = [0, columns].map((by) => toList(toNdarray(step(moved(by)), "what the step gives")));
  const difference = end.reduce((sum, value, i) => sum + Math.abs(value - start[i]), 0);
  return (100 * difference) / start.reduce((sum, value) => sum + value, 0);
}
