import type { NdArray } from "ndarray";

type Maps = readonly (readonly number[])[];

const highest = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), 0);

/** All numbers of a list, added. */
export const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** A list of numbers, cut into rows of a certain width. */
export const rowsOf = (flat: readonly number[], width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, r) => flat.slice(r * width, (r + 1) * width));

/** The mean of several maps, place by place. */
export const meanMap = (maps: Maps): number[] => maps[0].map((_, p) => sum(maps.map((map) => map[p])) / maps.length);

/** The row in which a map is largest. */
export const rowOfMost = (map: readonly number[], width: number): number =>
  Math.floor(map.indexOf(Math.max(...map)) / width);

/** A map as a picture: its largest value becomes white. */
export const asPicture = (map: readonly number[], width: number): number[][] =>
  rowsOf(
    map.map((value) => (255 * value) / (highest(map) || 1)),
    width,
  );

/** Which share of all that the maps add up to lies in this row or below. */
export const shareFrom = (row: number, maps: Maps, width: number): number =>
  sum(maps.map((map) => sum(map.slice(row * width)))) / Math.max(1e-12, sum(maps.map(sum)));

/**
 * How strongly each filter answers to each picture, where it answers most.
 *
 * @param maps - [n, height, width, filters], as `activationMaps` gives them
 * @returns for each filter a list of n peaks
 */
export function peaksOf(maps: NdArray): number[][] {
  const [pictures, height, width, filters] = maps.shape;
  return Array.from({ length: filters }, (_, f) =>
    Array.from({ length: pictures }, (_, n) => {
      let peak = 0;
      for (let r = 0; r < height; r++) {
        for (let c = 0; c < width; c++) peak = Math.max(peak, maps.get(n, r, c, f));
      }
      return peak;
    }),
  );
}

/**
 * Of the `count` pictures that a filter answers to most, the share that belongs to the commonest class among them: the
 * mean over all filters that answer at all.
 *
 * @param peaks - as `peaksOf` gives them
 * @param labels - of the pictures
 */
export function commonestShare(peaks: Maps, labels: readonly number[], count = 9): number {
  const shares = peaks
    .filter((list) => highest(list) > 0)
    .map((list) => {
      const places = [...list.keys()].sort((a, b) => list[b] - list[a]).slice(0, count);
      const found = places.map((place) => labels[place]);
      return Math.max(...found.map((label) => found.filter((other) => other === label).length)) / found.length;
    });
  return sum(shares) / Math.max(1, shares.length);
}
