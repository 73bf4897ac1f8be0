/** The size at which a number fits its cell. */
export function digits(label: string, cell: number, most: number): number {
  return Math.min(most, (1.62 * (cell - 4)) / Math.max(2, label.length));
}
