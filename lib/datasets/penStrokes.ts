import type { RandomGenerator } from "../signals/index.js";
import type { Point, Stroke } from "./digitStrokes.js";

/** The path of a pen: short straight pieces, in pixels. Each piece is x0, y0, x1, y1. */
export type PenPath = readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];

const PIECES_A_SPAN = 5;

/** Moves every point by about `deviation` percent of the box; the two halves of a corner stay together. */
export function shake(stroke: Stroke, random: RandomGenerator, deviation: number): Stroke {
  const moved: Point[] = [];
  for (const [i, [x, y]] of stroke.entries()) {
    const corner = i > 0 && stroke[i - 1][0] === x && stroke[i - 1][1] === y;
    moved.push(corner ? moved[i - 1] : [x + random.normal(0, deviation), y + random.normal(0, deviation)]);
  }
  return moved;
}

/** A smooth curve through all points (Catmull & Rom, 1974). */
export function smooth(stroke: Stroke): Point[] {
  const at = (i: number) => stroke[Math.min(Math.max(i, 0), stroke.length - 1)];
  const curve: Point[] = [stroke[0]];
  for (let i = 0; i < stroke.length - 1; i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    if (from === to) continue;
    for (let step = 1; step <= PIECES_A_SPAN; step++) {
      const t = step / PIECES_A_SPAN;
      const along = (axis: 0 | 1) => spline(before[axis], from[axis], to[axis], after[axis], t);
      curve.push([along(0), along(1)]);
    }
  }
  return curve;
}

/** The straight pieces between the points of a path. */
export function pieces(path: readonly Point[]): [number, number, number, number][] {
  return path.slice(1).map(([x, y], i) => [path[i][0], path[i][1], x, y]);
}

function spline(before: number, from: number, to: number, after: number, t: number): number {
  const slope = (to - before) / 2;
  const nextSlope = (after - from) / 2;
  const bow = 3 * (to - from) - 2 * slope - nextSlope;
  const twist = slope + nextSlope - 2 * (to - from);
  return from + t * (slope + t * (bow + t * twist));
}
