/** The values drawn black and white. */
export type GreyRange = readonly [number, number];

/** From black at zero to white at the largest value; with negative values zero is mid-grey. */
export function greyRange(rows: readonly (readonly number[])[]): GreyRange {
  const values = rows.flat();
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (low === 0) return [0, high || 1];
  const most = Math.max(-low, high);
  return [-most, most];
}

/** The colour of a value, and a colour that can be read on it. */
export function greyOf(value: number, [low, high]: GreyRange): { fill: string; ink: string } {
  const level = Math.round((255 * (Math.min(high, Math.max(low, value)) - low)) / (high - low));
  return { fill: `rgb(${level},${level},${level})`, ink: level > 130 ? "#000" : "#fff" };
}
