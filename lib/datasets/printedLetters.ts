import type { Point } from "./digitStrokes.js";
import { type PenPath, pieces } from "./penStrokes.js";

/** Capital letters as strokes, in percent of a letter's box; `/` lifts the pen. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "0 100, 50 0, 100 100 / 20 62, 80 62",
  B: "0 0, 0 100, 70 100, 100 86, 100 62, 70 48, 0 48 / 0 0, 64 0, 90 12, 90 36, 70 48",
  C: "100 16, 76 0, 26 0, 0 24, 0 76, 26 100, 76 100, 100 84",
  D: "0 0, 0 100, 62 100, 100 72, 100 28, 62 0, 0 0",
  E: "100 0, 0 0, 0 100, 100 100 / 0 48, 80 48",
  F: "100 0, 0 0, 0 100 / 0 48, 80 48",
  G: "100 16, 76 0, 26 0, 0 24, 0 76, 26 100, 76 100, 100 80, 100 54, 60 54",
  H: "0 0, 0 100 / 100 0, 100 100 / 0 48, 100 48",
  I: "50 0, 50 100",
  J: "90 0, 90 78, 66 100, 26 100, 4 80",
  K: "0 0, 0 100 / 100 0, 0 56 / 34 38, 100 100",
  L: "0 0, 0 100, 96 100",
  M: "0 100, 0 0, 50 62, 100 0, 100 100",
  N: "0 100, 0 0, 100 100, 100 0",
  O: "26 0, 76 0, 100 24, 100 76, 76 100, 26 100, 0 76, 0 24, 26 0",
  P: "0 100, 0 0, 72 0, 100 14, 100 40, 72 54, 0 54",
  R: "0 100, 0 0, 72 0, 100 14, 100 36, 72 50, 0 50 / 54 50, 100 100",
  S: "98 14, 74 0, 26 0, 2 14, 2 34, 26 48, 74 52, 98 66, 98 86, 74 100, 26 100, 0 86",
  T: "0 0, 100 0 / 50 0, 50 100",
  U: "0 0, 0 76, 26 100, 74 100, 100 76, 100 0",
  V: "0 0, 50 100, 100 0",
  W: "0 0, 24 100, 50 30, 76 100, 100 0",
  X: "0 0, 100 100 / 100 0, 0 100",
  Y: "0 0, 50 50, 100 0 / 50 50, 50 100",
  Z: "0 0, 100 0, 0 100, 100 100",
};

const WIDTH = 0.62;
const GAP = 0.34;

/**
 * A printed line of capital letters.
 *
 * @param text - letters A to Z without Q, and spaces
 * @param left - where it begins, in pixels
 * @param top - of the letters, in pixels
 * @param height - of the letters, in pixels
 */
export function printLine(text: string, left: number, top: number, height: number): PenPath {
  return [...text].flatMap((letter, i) => {
    const x0 = left + i * lineWidth("X", height);
    const place = ([x, y]: Point): Point => [x0 + (x / 100) * WIDTH * height, top + (y / 100) * height];
    return strokesOf(letter).flatMap((stroke) => pieces(stroke.map(place)));
  });
}

/** How wide a printed line is, with the gap after each letter, in pixels. */
export function lineWidth(text: string, height: number): number {
  return text.length * (WIDTH + GAP) * height;
}

function strokesOf(letter: string): Point[][] {
  if (!LETTERS[letter]) return [];
  return LETTERS[letter].split("/").map((stroke) =>
    stroke.split(",").map((point): Point => {
      const [x, y] = point.trim().split(" ").map(Number);
      return [x, y];
    }),
  );
}
