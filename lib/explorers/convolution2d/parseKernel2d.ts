import { readWeight, writeWeight } from "../shared/weight.js";
import type { Rows } from "./state.js";

/** A kernel that was typed: its rows of weights, or what is wrong with it. */
export type ParsedKernel2d = { ok: true; kernel: number[][] } | { ok: false; problem: string };

/** Most rows or columns of weights that can still be read in the picture. */
export const MOST_SIDE = 5;

/**
 * Reads the weights of a kernel from what a student typed: numbers or fractions between spaces or commas; a new row in a
 * new line, or behind a semicolon or a slash with a space beside it.
 *
 * @param image - [height, width] of the image, which the kernel must not exceed
 * @example parseKernel2d("1 0 / 0 1/2", [5, 5]) // { ok: true, kernel: [[1, 0], [0, 0.5]] }
 */
export function parseKernel2d(typed: string, [height, width]: readonly [number, number]): ParsedKernel2d {
  const lines = typed
    .split(/\n|;|(?<=\s)\/|\/(?=\s|$)/)
    .map((line) => line.split(/[\s,]+/).filter(Boolean))
    .filter((words) => words.length > 0);
  if (lines.length === 0) return problem("Type at least one number; a new row in a new line.");
  const ragged = lines.findIndex((words) => words.length !== lines[0].length);
  if (ragged > 0) {
    const counts = `row 0 has ${lines[0].length}, row ${ragged} has ${lines[ragged].length}`;
    return problem(`Every row needs as many numbers: ${counts}.`);
  }
  const [k, l] = [lines.length, lines[0].length];
  if (k > MOST_SIDE || l > MOST_SIDE)
    return problem(`At most ${MOST_SIDE} × ${MOST_SIDE} numbers fit; these are ${k} × ${l}.`);
  if (k > height || l > width)
    return problem(`${k} × ${l} weights are more than the image of ${height} × ${width} has room for.`);
  const wrong = lines.flat().find((word) => Number.isNaN(readWeight(word)));
  if (wrong === undefined) return { ok: true, kernel: lines.map((words) => words.map(readWeight)) };
  return problem(
    `“${wrong}” is not a number. Write numbers between spaces, such as 1 0 -1, and each row in a line of its own.`,
  );
}

/** A kernel as one would type it, a row in a line. */
export function writeKernel2d(kernel: Rows): string {
  return kernel.map((row) => row.map(writeWeight).join(" ")).join("\n");
}

function problem(text: string): ParsedKernel2d {
  return { ok: false, problem: text };
}
