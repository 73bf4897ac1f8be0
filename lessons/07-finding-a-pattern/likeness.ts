/** The mean of a list. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each value minus the mean of all. */
export function centred(values: readonly number[]): number[] {
  const middle = meanOf(values);
  return values.map((value) => value - middle);
}

/** The sum of products. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/** Normalised cross-correlation of two lists, −1 to 1; 0 where one of them is flat. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const [p, q] = [centred(a), centred(b)];
  const lengths = Math.sqrt(dot(p, p)) * Math.sqrt(dot(q, q));
  return lengths > 0 ? dot(p, q) / lengths : 0;
}
