import { convOutputSize } from "cnn-workbook/architectures";

/** How windows stand along an axis, apart from its length and the filter's. */
export interface Placing {
  stride?: number;
  /** On each side, or `[before, after]`. */
  padding?: number | readonly [number, number];
  dilation?: number;
}

/**
 * Which cells each window covers: a row for each window, a column for each cell of the padded input. 1 is a cell under
 * a weight, 0 one that is not.
 *
 * @param input - cells along the axis
 * @param kernel - weights of the filter along the axis
 * @param placing - stride and dilation (default 1), padding (default 0)
 * @throws {RangeError} not even one window fits
 * @example windowRows(4, 3) // [[1, 1, 1, 0], [0, 1, 1, 1]]
 */
export function windowRows(input: number, kernel: number, placing: Placing = {}): number[][] {
  const { stride = 1, dilation = 1 } = placing;
  const [before, after] = padsOf(placing);
  const count = windowCount(input, kernel, placing);
  if (count === 0) throw new RangeError(`a filter of ${kernel} does not fit into ${input} cells: no window`);
  const under = (cell: number) => cell >= 0 && cell % dilation === 0 && cell / dilation < kernel;
  return Array.from({ length: count }, (_, window) =>
    Array.from({ length: before + input + after }, (_, cell) => (under(cell - window * stride) ? 1 : 0)),
  );
}

/**
 * How many windows a framework makes: cells at the end that make no whole window are dropped.
 *
 * @param input - cells along the axis
 * @param kernel - weights of the filter along the axis
 * @param placing - stride and dilation (default 1), padding (default 0)
 * @example windowCount(7, 3, { stride: 3 }) // 2
 */
export function windowCount(input: number, kernel: number, { padding, ...placing }: Placing = {}): number {
  const size = convOutputSize({ input, kernel, ...placing, padding: padsOf({ padding }) });
  return size.fits ? size.size : size.floor;
}

/**
 * The size in words: what the formula gives and, where that is no whole number, what frameworks make of it.
 *
 * @example sizeWords(7, 3, { stride: 3 }) // "2.33 does not fit; frameworks make it 2"
 */
export function sizeWords(input: number, kernel: number, { padding, ...placing }: Placing = {}): string {
  const size = convOutputSize({ input, kernel, ...placing, padding: padsOf({ padding }) });
  if (size.fits) return `${size.size} fits`;
  return `${Number(size.exact.toFixed(2))} does not fit; frameworks make it ${size.floor}`;
}

/** The zeros before and after the input. */
export function padsOf({ padding = 0 }: Placing): [number, number] {
  return typeof padding === "number" ? [padding, padding] : [padding[0], padding[1]];
}

/** Cells at the end, padding included, that lie behind the last window. */
export function leftOver(input: number, kernel: number, placing: Placing = {}): number {
  const rows = windowRows(input, kernel, placing);
  const last = rows[rows.length - 1];
  return last.length - 1 - last.lastIndexOf(1);
}
