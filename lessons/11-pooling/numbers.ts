import { type ArrayInput, toList, toNdarray, toNested } from "cnn-workbook";
import { poolOutputSize } from "cnn-workbook/architectures";
import { averagePool2d, maxPool2d } from "cnn-workbook/layers";
import { first, second, third } from "./slidesArrays.js";
import { everySecond } from "./windows.js";

const whole = (value: number) => value.toLocaleString("en");
const table = (rows: number[][]) =>
  [
    `| ${rows[0].map(() => " ").join(" | ")} |`,
    `| ${rows[0].map(() => "---:").join(" | ")} |`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
const window = (rows: number[][], top: number, left: number) =>
  [0, 1].flatMap((i) => [0, 1].map((j) => rows[top + i][left + j])).join(" ");
const largest = toNested(maxPool2d(first, { size: 2 })) as number[][];
const places = ["upper left", "upper right", "lower left", "lower right"];

/** The example by hand: the map, and each window with its largest value. */
export const hand = {
  windows: [
    "| window | its numbers | largest |",
    "| --- | --- | ---: |",
    ...places.map((place, i) => {
      const [r, c] = [Math.floor(i / 2), i % 2];
      return `| ${place} | ${window(first, 2 * r, 2 * c)} | **${largest[r][c]}** |`;
    }),
  ].join("\n"),
};

export const guessMap = table(second);
export const meanMap = table(third);

/** The explorer's whole pattern at its start and one column further: how many outputs change. */
const pattern = [
  [1, 4, 2],
  [3, 9, 6],
  [8, 5, 7],
];
const patternAt = (left: number) =>
  Array.from({ length: 10 }, (_, r) => Array.from({ length: 10 }, (_, c) => pattern[r - 4]?.[c - left] ?? 0));
const outputs = (pool: (map: number[][]) => ArrayInput) =>
  [4, 5].map((left) => toList(toNdarray(pool(patternAt(left)), "output")));
const changed = (pool: (map: number[][]) => ArrayInput) => {
  const [before, after] = outputs(pool);
  return before.filter((value, i) => value !== after[i]).length;
};
const threes = (map: number[][]) => maxPool2d(map, { size: 3, stride: 2 });
export const moved = {
  largest: changed((map) => maxPool2d(map, { size: 2 })),
  mean: changed((map) => averagePool2d(map, { size: 2 })),
  keep: changed((map) => everySecond(map)),
  of: outputs((map) => maxPool2d(map, { size: 2 }))[0].length,
  threes: changed(threes),
  ofThrees: outputs(threes)[0].length,
};

const rows = (input: number, size: number, stride: number) => {
  const fits = poolOutputSize({ input, size, stride });
  return fits.fits === true ? String(fits.size) : `${fits.floor} (a row is left over)`;
};

/** What windows of size 2 and 3, stride 2, leave of some maps. */
export const sizes = [
  "| rows of the map | F = 2, S = 2 | F = 3, S = 2 |",
  "| ---: | ---: | ---: |",
  ...[4, 5, 24, 28].map((input) => `| ${input} | ${rows(input, 2, 2)} | ${rows(input, 3, 2)} |`),
].join("\n");

const gone = 100 * (1 - 1 / 4);
export const kept = { gone, before: whole(24 * 24 * 32), after: whole(12 * 12 * 32) };

/** VGG-16: what its first dense layer would cost without the last pooling layer, and with global average pooling. */
const [side, channels, neurons, classes] = [7, 512, 4096, 1000];
export const vgg = {
  withPool: whole(side * side * channels * neurons),
  without: whole(4 * side * side * channels * neurons),
  flat: whole(side * side * channels),
  direct: whole(side * side * channels * classes),
  global: whole(channels * classes),
};

/** Weights of a 3 × 3 convolution from 96 channels to 96. */
export const stepWeights = whole(3 * 3 * 96 * 96);
