import { type RandomGenerator, randomGenerator } from "../signals/index.js";
import { digitStrokes, type Point } from "./digitStrokes.js";
import { type PenPath, pieces, shake, smooth } from "./penStrokes.js";

/** What stays the same in all that one person writes. */
export interface Hand {
  /** Which of the ways in `digitStrokes` the person uses, for each digit. */
  ways: readonly number[];
  /** Columns to the right per row upwards. */
  slant: number;
  /** Width of the letters, 1 as in `digitStrokes`. */
  width: number;
  /** Height of a digit, in pixels. */
  height: number;
  /** Half the width of the pen's stroke, in pixels. */
  radius: number;
  /** How dark the ink is, 0 (like the paper) to 1. */
  dark: number;
  /** How far the pen strays, in percent of the digit's box. */
  unsteady: number;
}

/**
 * The handwriting of one person. The same number is always the same person.
 *
 * @param writer - a whole number from 0
 */
export function writerHand(writer: number): Hand {
  const random = randomGenerator(5000 + writer);
  return {
    ways: digitStrokes.map((ways) => random.integer(0, ways.length - 1)),
    slant: random.normal(0.1, 0.14),
    width: random.uniform(0.72, 0.95),
    height: random.uniform(17, 22),
    radius: random.uniform(0.75, 1.45),
    dark: random.uniform(0.72, 0.95),
    unsteady: random.uniform(1.2, 2.6),
  };
}

/**
 * Writes a digit in a person's hand, a little differently each time.
 *
 * @param digit - 0 to 9
 * @param centre - of the digit's box, in pixels
 */
export function writeBy(hand: Hand, digit: number, [cx, cy]: Point, random: RandomGenerator): PenPath {
  const slant = hand.slant + random.normal(0, 0.03);
  const turn = random.normal(0, 0.03);
  const scale = (hand.height / 100) * random.uniform(0.95, 1.05);
  const bend = ([x, y]: Point): Point => {
    const down = (y - 50) * scale;
    const across = (x - 50) * hand.width * scale - slant * down;
    return [across - turn * down, turn * across + down];
  };
  const strokes = digitStrokes[digit][hand.ways[digit]];
  const paths = strokes.map((stroke) => smooth(shake(stroke, random, hand.unsteady)).map(bend));
  const { left, right, top, bottom } = extent(paths.flat());
  const place = ([x, y]: Point): Point => [cx + x - (left + right) / 2, cy + y - (top + bottom) / 2];
  return paths.flatMap((path) => pieces(path.map(place)));
}

function extent(points: readonly Point[]): { left: number; right: number; top: number; bottom: number } {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
