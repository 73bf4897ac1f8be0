/** What a step of Adam gives. */
export interface AdamState {
  weights: number[];
  means: number[];
  squares: number[];
}

export const stateOf = (weights: number[], means: number[], squares: number[]): AdamState => ({
  weights,
  means,
  squares,
});

type Given = readonly [number[], number[], number[], number[], number, number];

/** Where an answer goes another way than Adam. */
export interface Changes {
  newMean?: (m: number, slope: number) => number;
  newSquare?: (s: number, slope: number) => number;
  mean?: (m: number, step: number) => number;
  square?: (s: number, step: number) => number;
  size?: (square: number) => number;
  sign?: number;
}

/** A step of Adam, with changes. */
export function adamWith([weights, slopes, means, squares, step, rate]: Given, changes: Changes): AdamState {
  const {
    newMean = (m, g) => 0.9 * m + 0.1 * g,
    newSquare = (s, g) => 0.999 * s + 0.001 * g ** 2,
    mean = (m, t) => m / (1 - 0.9 ** t),
    square = (s, t) => s / (1 - 0.999 ** t),
    size = (s) => Math.sqrt(s) + 1e-7,
    sign = -1,
  } = changes;
  const m = means.map((old, i) => newMean(old, slopes[i]));
  const s = squares.map((old, i) => newSquare(old, slopes[i]));
  const moved = weights.map((w, i) => w + (sign * rate * mean(m[i], step)) / size(square(s[i], step)));
  return stateOf(moved, m, s);
}
