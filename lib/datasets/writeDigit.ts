import type { RandomGenerator } from "../signals/index.js";
import { digitStrokes, type Point } from "./digitStrokes.js";
import { type PenPath, pieces, shake, smooth } from "./penStrokes.js";

/** How far an unsteady hand strays, in percent of the digit's box. */
const UNSTEADY = 3;

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
  const paths = strokes.map((stroke) => smooth(shake(stroke, random, UNSTEADY)).map(bend));
  const fit = fitting(paths.flat(), side, random);
  return paths.flatMap((path) => pieces(path.map(fit)));
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
