import type { RandomGenerator } from "../signals/index.js";
import { digitStrokes, type Point, type Stroke } from "./digitStrokes.js";

/** The path of a pen: short straight pieces, in pixels. Each piece is x0, y0, x1, y1. */
export type PenPath = readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];

const PIECES_A_SPAN = 5;

/**
 * Writes a digit by hand, a little differently each time: one of the ways people write it, with an unsteady hand,
 * slanted, turned, stretched and bent, then fitted into the middle of a square picture.
 *
 * @param digit - 0 to 9
 * @param side - the picture's side in pixels
 */
export function writeDigit(digit: number, side: number, random: RandomGenerator): PenPath {
  const ways = digitStrokes[digit];
  const strokes = ways[random.integer(0, ways.length - 1)];
  const bend = bending(random);
  const paths = strokes.map((stroke) => smooth(shake(stroke, random)).map(bend));
  const fit = fitting(paths.flat(), side, random);
  return paths.flatMap((path) => pieces(path.map(fit)));
}

/** Moves every point a little; the two halves of a corner stay together. */
function shake(stroke: Stroke, random: RandomGenerator): Stroke {
  const moved: Point[] = [];
  for (const [i, [x, y]] of stroke.entries()) {
    const corner = i > 0 && stroke[i - 1][0] === x && stroke[i - 1][1] === y;
    moved.push(corner ? moved[i - 1] : [x + random.normal(0, 3), y + random.normal(0, 3)]);
  }
  return moved;
}

/** A smooth curve through all points (Catmull & Rom, 1974). */
function smooth(stroke: Stroke): Point[] {
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

function spline(before: number, from: number, to: number, after: number, t: number): number {
  const slope = (to - before) / 2;
  const nextSlope = (after - from) / 2;
  const bow = 3 * (to - from) - 2 * slope - nextSlope;
  const twist = slope + nextSlope - 2 * (to - from);
  return from + t * (slope + t * (bow + t * twist));
}

/** A hand's habit: slant, turn, width, and a slow wave through the whole digit. */
function bending(random: RandomGenerator): (point: Point) => Point {
  const width = random.uniform(0.68, 1.12);
  const slant = random.normal(0.14, 0.18);
  const turn = random.normal(0, 0.1);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const waves = [0, 1].map(() => ({
    height: random.normal(0, 4),
    across: random.uniform(-0.06, 0.06),
    down: random.uniform(-0.06, 0.06),
    phase: random.uniform(0, 2 * Math.PI),
  }));
  return ([px, py]) => {
    const [wx, wy] = waves.map((wave) => wave.height * Math.sin(wave.across * px + wave.down * py + wave.phase));
    const y = py + wy - 50;
    const x = (px + wx - 50) * width - slant * y;
    return [cos * x - sin * y, sin * x + cos * y];
  };
}

/** Scales the points to about 17 pixels of 28 and puts their middle near the picture's. */
function fitting(points: Point[], side: number, random: RandomGenerator): (point: Point) => Point {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const span = Math.max(range(xs), range(ys));
  const scale = ((side / 28) * random.uniform(15.5, 19.5)) / span;
  const [x0, y0] = [middle(xs), middle(ys)];
  const [dx, dy] = [random.uniform(-side / 13, side / 13), random.uniform(-side / 13, side / 13)];
  const centre = (side - 1) / 2;
  return ([x, y]) => [centre + dx + scale * (x - x0), centre + dy + scale * (y - y0)];
}

function range(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function middle(values: number[]): number {
  return (Math.max(...values) + Math.min(...values)) / 2;
}

function pieces(path: Point[]): [number, number, number, number][] {
  return path.slice(1).map(([x, y], i) => [path[i][0], path[i][1], x, y]);
}
