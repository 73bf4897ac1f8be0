/** The cosine of the angle between two lists of numbers: 1 for the same pattern, 0 for unrelated ones. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const product = (u: readonly number[], v: readonly number[]) => u.reduce((sum, value, i) => sum + value * v[i], 0);
  const lengths = Math.sqrt(product(a, a) * product(b, b));
  return lengths > 0 ? product(a, b) / lengths : 0;
}

/** From this value on a pixel counts as ink. */
const INK = 64;

/**
 * For each pixel, whether ink is near.
 *
 * @param pixels - row by row, 0 (paper) to 255
 * @param width - pixels in a row
 * @param distance - how far ink may be, in rows and in columns
 */
export function nearInk(pixels: readonly number[], width: number, distance: number): boolean[] {
  const near = new Array<boolean>(pixels.length).fill(false);
  const height = pixels.length / width;
  pixels.forEach((value, p) => {
    if (value < INK) return;
    const [row, column] = [Math.floor(p / width), p % width];
    for (let r = Math.max(0, row - distance); r <= Math.min(height - 1, row + distance); r++) {
      const [from, to] = [Math.max(0, column - distance), Math.min(width - 1, column + distance)];
      near.fill(true, r * width + from, r * width + to + 1);
    }
  });
  return near;
}

/** A smooth edge kernel of 5 × 5 for each direction, as lists: a Gaussian (sigma √2) times the distance from its middle. */
export const edgePair: readonly [number[], number[]] = [0, 1].map((axis) =>
  Array.from({ length: 25 }, (_, i) => {
    const place = [Math.floor(i / 5) - 2, (i % 5) - 2];
    return -place[1 - axis] * Math.exp(-(place[0] ** 2 + place[1] ** 2) / 4);
  }),
) as [number[], number[]];

/**
 * How much a 5 × 5 filter is an edge kernel, of whatever direction: the cosine with the most similar one, 0 to 1.
 *
 * @param filter - 25 weights, row by row
 */
export const edgeness = (filter: readonly number[]) =>
  Math.hypot(cosine(filter, edgePair[0]), cosine(filter, edgePair[1]));

/** The middle one of a list of numbers. */
export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
