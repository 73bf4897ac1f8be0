/** What a filter of the street answers to, as weights for each place and channel. */
type Weight = (i: number, j: number, n: number) => number;

const SIDE = 9;
const AREA = SIDE * SIDE;
/** What red, green and blue count for in grey (lesson 03). */
const GREY = [0.2125, 0.7154, 0.0721];
/** Left of the middle, in the middle, right of it. */
const leftOrRight = (j: number) => Math.sign((SIDE - 1) / 2 - j);

const filters: { name: string; weight: Weight }[] = [
  { name: "edges: grey on the left minus grey on the right", weight: (_, j, n) => (leftOrRight(j) * GREY[n]) / 36 },
  { name: "red: red minus the mean of green and blue", weight: (_i, _j, n) => [1, -0.5, -0.5][n] / AREA },
  { name: "blur: grey, averaged", weight: (_i, _j, n) => GREY[n] / AREA },
  { name: "blue: blue minus red", weight: (_i, _j, n) => [-1, 0, 1][n] / AREA },
];

/** What each of the four filters asks, in the layer's order. */
export const fourNames = filters.map(({ name }) => name);

/** Weights of a layer of four filters for colour pictures: [9][9][3][4], rows, columns, channels in, filters. */
export const fourWeights: number[][][][] = Array.from({ length: SIDE }, (_i, i) =>
  Array.from({ length: SIDE }, (_j, j) => GREY.map((_n, n) => filters.map(({ weight }) => weight(i, j, n)))),
);

/** One number a filter, added to all that it computes. */
export const fourBias = filters.map(() => 0);
