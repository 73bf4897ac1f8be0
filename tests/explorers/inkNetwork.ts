import type { Layer } from "cnn-workbook/architectures";
import ndarray from "ndarray";
import { packWeights } from "../../lib/explorers/drawDigit/packWeights.js";

/** Says 0 for ink at the left edge, 9 for ink at the right one, and so on between. */
export const inkLayers: Layer[] = [
  { type: "averagePool2d", size: 7 },
  { type: "flatten" },
  { type: "dense", units: 10, activation: "softmax" },
];

/** [16][10] and [10]: the pooled picture has four columns. */
export const inkWeights = [
  Array.from({ length: 16 }, (_, cell) =>
    Array.from({ length: 10 }, (_, digit) => -Math.abs(digit - 3 * (cell % 4)) * 10),
  ),
  new Array<number>(10).fill(0),
];

/** The same as an explorer has it. */
export function inkNetwork() {
  const [table, bias] = inkWeights as [number[][], number[]];
  const arrays = [ndarray(Float64Array.from(table.flat()), [16, 10]), ndarray(Float64Array.from(bias), [10])];
  return { layers: inkLayers, weights: arrays.map(packWeights) };
}
