const LETTERS = [
  "####.#...#.###.#####",
  "#.....#.#...#....#..",
  "###....#....#....#..",
  "#.....#.#...#....#..",
  "####.#...#.###...#..",
];
const ENLARGED = 8;

/** Two colours of the same grey value: 0.2125 red + 0.7154 green + 0.0721 blue is 114 for both. */
export const ink = [200, 100, 0];
export const paper = [20, 128, 250];

/** A sign of four letters, [56, 176, 3]: orange on blue. */
export const sign: number[][][] = Array.from({ length: 7 * ENLARGED }, (_, y) =>
  Array.from({ length: 22 * ENLARGED }, (_, x) => {
    const mark = LETTERS[Math.floor(y / ENLARGED) - 1]?.[Math.floor(x / ENLARGED) - 1];
    return mark === "#" ? [...ink] : [...paper];
  }),
);
