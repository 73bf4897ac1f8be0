import { type ArrayInput, crop, sampleImage, toNdarray } from "cnn-workbook";
import { addGrain, addSpecks, errorOf } from "./damage.js";

const harbour = sampleImage("harbour");
const size = { height: 52, width: 64 };
const places = [
  { top: 282, left: 390, ...size },
  { top: 334, left: 116, ...size },
  { top: 374, left: 32, ...size },
];

/**
 * Three parts of the harbour, clean and badly damaged: grain in every pixel, and every fifth pixel black or white. Small,
 * so that a check with slow loops ends well before its second is over.
 */
export const ruins = places.map((place, i) => {
  const clean = crop(harbour, place);
  const grainy = addGrain(clean, { deviation: 10, seed: 10 + i });
  return { clean, damaged: addSpecks(grainy, { share: 0.2, seed: 20 + i }) };
});

/** Mean error that exercise 05.5 asks for, in grey values. */
export const goal = 13;

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

/**
 * The error of a restored picture, once over the pixels that were specks and once over all others.
 *
 * @param restored - the shape of `ruin.damaged`; not modified
 * @param ruin - one of `ruins`
 * @returns two errors in grey values
 * @example errorParts(ruins[0].damaged, ruins[0]).others // about 10, the grain
 */
export function errorParts(restored: ArrayInput, { clean, damaged }: (typeof ruins)[number]) {
  const { data } = toNdarray(restored, "restored");
  const over = (wanted: boolean) => {
    const places = [...damaged.data.keys()].filter(
      (i) => (damaged.data[i] === 0 || damaged.data[i] === 255) === wanted,
    );
    return Math.sqrt(places.reduce((sum, i) => sum + (data[i] - clean.data[i]) ** 2, 0) / places.length);
  };
  return { hit: over(true), others: over(false) };
}

/** A picture as rows of plain numbers. */
export function rowsOf({ data, shape: [height, width] }: { data: Float64Array; shape: number[] }): number[][] {
  return Array.from({ length: height }, (_, y) => [...data.subarray(y * width, (y + 1) * width)]);
}
