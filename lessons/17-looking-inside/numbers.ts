import { hiddenAt, tinyPicture, tinyScore, tinyWeights, twoMaps, twoSlopes } from "./hand.js";
import { secondSees } from "./sees.js";

const table = (rows: readonly (readonly number[])[]) =>
  [
    `| ${rows[0].map(() => " ").join(" | ")} |`,
    `| ${rows[0].map(() => "---:").join(" | ")} |`,
    ...rows.map((row) => `| ${row.map((value) => String(value).replace("-", "−")).join(" | ")} |`),
  ].join("\n");

export const tiny = {
  picture: table(tinyPicture),
  weights: table(tinyWeights),
  score: tinyScore(tinyPicture),
  drop: tinyScore(tinyPicture) - tinyScore(hiddenAt(tinyPicture, 0, 0, 2)),
};

const weights = twoSlopes.map((map) => map.flat().reduce((a, b) => a + b, 0) / 4);
const inline = (rows: readonly (readonly number[])[]) =>
  `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`.replaceAll("-", "−");

export const cam = {
  maps: twoMaps.map(inline),
  slopes: twoSlopes.map(inline),
  weights: weights.map((value) => String(value).replace("-", "−")),
  topLeft: weights[0] * twoMaps[0][0][0] + weights[1] * twoMaps[1][0][0],
};

export const sees = secondSees;

/** The share of the picture's rows that is called low, in per cent. */
export const lowRows = ((100 * 8) / 28).toFixed(0);
