import { type ArrayInput, describe, toList, toNdarray } from "../arrays/index.js";
import { round } from "./round.js";

/** One line, row of stems or cloud of points of a figure. */
export interface Series {
  /** The values; NaN leaves a gap. */
  y: ArrayInput;
  /** Where each value stands; 0, 1, 2 … when left out. */
  x?: ArrayInput;
  /** Its name in the legend; needed when there are several. */
  name?: string;
  /** Draws it pale, as background for the others. */
  faint?: boolean;
}

/** A series whose numbers were checked and rounded. */
export interface Points {
  x: (number | null)[];
  y: (number | null)[];
  name?: string;
  faint: boolean;
}

/**
 * Checks the series of a plot.
 *
 * @throws {TypeError} no series, no `y`, or several without names
 * @throws {RangeError} `x` and `y` of different lengths
 * @example readSeries({ y: [1, 4] })[0].x // [0, 1]
 */
export function readSeries(series: Series | readonly Series[]): Points[] {
  const list = Array.isArray(series) ? (series as Series[]) : [series as Series];
  if (list.length === 0) throw new TypeError("`series` is empty: give at least one { y: [...] }");
  return list.map((one, index) => readOne(one, list.length === 1 ? "series" : `series[${index}]`, list.length));
}

function readOne(one: Series, name: string, count: number): Points {
  if (one === null || typeof one !== "object" || one.y === undefined) {
    throw new TypeError(`\`${name}\` must be { y: [...], x?: [...], name?: "..." }, got ${describe(one)}`);
  }
  if (count > 1 && !one.name) throw new TypeError(`\`${name}\` needs a \`name\`, so that the legend can tell it apart`);
  const y = numbers(one.y, `${name}.y`);
  const x = one.x === undefined ? y.map((_, i) => i) : numbers(one.x, `${name}.x`);
  if (x.length !== y.length) {
    throw new RangeError(`\`${name}.x\` has ${x.length} values and \`${name}.y\` ${y.length}; they must be as many`);
  }
  return { x, y, name: one.name, faint: one.faint === true };
}

function numbers(input: ArrayInput, name: string): (number | null)[] {
  return toList(toNdarray(input, name, { rank: 1, finite: false })).map((value) => round(value));
}
