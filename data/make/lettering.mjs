/** Painted letters: capitals and digits as strokes of a brush. */

const { hypot, max, min } = Math;

/** `x y` pairs in percent of the letter's height, y up; `/` lifts the brush. The widest point tells the letter's width. */
const LETTERS = {
  A: "0 0, 33 100, 66 0 / 12 36, 54 36",
  B: "0 0, 0 100, 34 100, 48 95, 55 86, 55 68, 48 59, 36 53, 0 53 / 36 53, 52 46, 60 35, 60 18, 52 6, 38 0, 0 0",
  C: "62 80, 56 92, 44 99, 28 99, 14 92, 4 76, 0 58, 0 42, 4 24, 14 8, 28 1, 44 1, 56 8, 62 20",
  D: "0 0, 0 100, 28 100, 46 93, 58 78, 62 60, 62 40, 58 22, 46 7, 28 0, 0 0",
  E: "54 100, 0 100, 0 0, 54 0 / 0 52, 44 52",
  G: "62 80, 56 92, 44 99, 28 99, 14 92, 4 76, 0 58, 0 42, 4 24, 14 8, 28 1, 44 1, 58 8, 63 20, 63 44, 38 44",
  H: "0 0, 0 100 / 60 0, 60 100 / 0 52, 60 52",
  I: "0 0, 0 100",
  M: "0 0, 0 100, 38 28, 76 100, 76 0",
  N: "0 0, 0 100, 62 0, 62 100",
  O: "32 100, 48 96, 60 83, 66 64, 66 36, 60 17, 48 4, 32 0, 18 4, 6 17, 0 36, 0 64, 6 83, 18 96, 32 100",
  R: "0 0, 0 100, 36 100, 50 94, 57 84, 57 66, 50 56, 36 50, 0 50 / 30 50, 60 0",
  T: "0 100, 64 100 / 32 100, 32 0",
  U: "0 100, 0 30, 5 14, 16 3, 31 0, 46 3, 57 14, 62 30, 62 100",
  2: "1 76, 6 91, 18 99, 38 99, 51 91, 56 77, 52 60, 36 38, 0 1, 58 1",
  7: "0 99, 58 99, 42 64, 28 30, 20 0",
};

const GAP = 0.26;
const SPACE = 0.42;

/**
 * Prepares a line of letters around the origin.
 *
 * @param text - of the letters above and spaces
 * @param height - of the letters, without the brush's width
 * @returns (x, y) => distance from there to the middle of the nearest stroke, for x to the right and y up
 */
export function lettering(text, height) {
  const pieces = [];
  let pen = 0;
  for (const letter of text) {
    const strokes = (LETTERS[letter] ?? "").split("/").map((stroke) => stroke.split(",").map(point));
    if (letter === " ") pen += SPACE;
    else {
      for (const stroke of strokes)
        for (let i = 1; i < stroke.length; i++) pieces.push([pen, ...stroke[i - 1], ...stroke[i]]);
      pen += max(...strokes.flat().map(([x]) => x)) + GAP;
    }
  }
  const middle = (pen - GAP) / 2;
  const placed = pieces.map(([left, ax, ay, bx, by]) =>
    [left + ax - middle, ay - 0.5, left + bx - middle, by - 0.5].map((value) => value * height),
  );
  return (x, y) => {
    let nearest = 1e9;
    for (const [ax, ay, bx, by] of placed) {
      const [dx, dy] = [bx - ax, by - ay];
      const t = min(max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1);
      nearest = min(nearest, hypot(x - ax - t * dx, y - ay - t * dy));
    }
    return nearest;
  };
}

function point(pair) {
  return pair
    .trim()
    .split(" ")
    .map((value) => Number(value) / 100);
}
