import { type ArrayInput, crop, sampleImage } from "cnn-workbook";
import { addGrain, addSpecks, errorOf } from "./damage.js";

const harbour = sampleImage("harbour");
const size = { height: 84, width: 136 };
const places = [
  { top: 262, left: 374, ...size },
  { top: 340, left: 34, ...size },
];

/** Two parts of the harbour, clean and badly damaged: grain in every pixel, and every fifth pixel black or white. */
export const ruins = places.map((place, i) => {
  const clean = crop(harbour, place);
  const grainy = addGrain(clean, { deviation: 10, seed: 10 + i });
  return { clean, damaged: addSpecks(grainy, { share: 0.2, seed: 20 + i }) };
});

/** Mean error that exercise 05.5 asks for, in grey values. */
export const goal = 12;

/**
 * How far restored pictures are from the clean ones: the mean error over the damaged pictures, in grey values.
 *
 * @param restore - gets a damaged picture as rows of numbers and returns the restored one
 * @example scoreRestore((damaged) => medianFilter(damaged))
 */
export function scoreRestore(restore: (damaged: number[][]) => ArrayInput): number {
  const errors = ruins.map(({ clean, damaged }) => errorOf(restore(rowsOf(damaged)), clean));
  return Number((errors.reduce((sum, error) => sum + error, 0) / errors.length).toFixed(2));
}

/** A picture as rows of plain numbers. */
export function rowsOf({ data, shape: [height, width] }: { data: Float64Array; shape: number[] }): number[][] {
  return Array.from({ length: height }, (_, y) => [...data.subarray(y * width, (y + 1) * width)]);
}
