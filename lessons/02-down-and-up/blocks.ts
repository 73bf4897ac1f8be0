/** Blocks of a picture, for the mistakes of exercise 02.5. */

export function sumOf(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: number[]): number {
  return sumOf(values) / values.length;
}

/** A picture of so many rows and columns, pixel by pixel. */
export function grid(rows: number, columns: number, at: (y: number, x: number) => number): number[][] {
  return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => at(y, x)));
}

/** The side × side pixels from row `top` and column `left` on, row by row. */
export function blockAt(image: number[][], top: number, left: number, side: number): number[] {
  return Array.from({ length: side * side }, (_, i) => image[top + Math.floor(i / side)][left + (i % side)]);
}

/** One number for each full block of factor × factor pixels, which are given row by row, with the place of the result. */
export function blocks(
  image: number[][],
  factor: number,
  reduce: (block: number[], y: number, x: number) => number,
): number[][] {
  const [rows, columns] = sides(image).map((side) => Math.floor(side / factor));
  return grid(rows, columns, (y, x) => reduce(blockAt(image, y * factor, x * factor, factor), y, x));
}

/** Height and width. */
export function sides(image: number[][]): number[] {
  return [image.length, image[0]?.length ?? 0];
}

/** The mean of every factor × factor pixels, wherever they begin. */
export function overlapping(image: number[][], factor: number): number[][] {
  const [rows, columns] = sides(image).map((side) => Math.max(0, side - factor + 1));
  return grid(rows, columns, (y, x) => mean(blockAt(image, y, x, factor)));
}

/** The mean of each block, also of those that reach over the border. */
export function partialBlocks(image: number[][], factor: number): number[][] {
  const [rows, columns] = sides(image).map((side) => Math.ceil(side / factor));
  const part = <T>(values: T[], n: number) => values.slice(n * factor, (n + 1) * factor);
  return grid(rows, columns, (y, x) => mean(part(image, y).flatMap((row) => part(row, x))));
}

export function transposed(rows: number[][]): number[][] {
  return (rows[0] ?? []).map((_, x) => rows.map((row) => row[x]));
}
