import { convOutputSize } from "cnn-workbook/architectures";

/** How windows stand along an axis, apart from its length and the filter's. */
export interface Placing {
  stride?: number;
  padding?: number;
  dilation?: number;
}

/**
 * Which cells each window covers: a row for each window, a column for each cell of the padded input. 1 is a cell under
 * a weight, 0 one that is not.
 *
 * @param input - cells along the axis
 * @param kernel - weights of the filter along the axis
 * @param placing - stride and dilation (default 1), padding on each side (default 0)
 * @throws {RangeError} not even one window fits
 * @example windowRows(4, 3) // [[1, 1, 1, 0], [0, 1, 1, 1]]
 */
export function windowRows(input: number, kernel: number, placing: Placing = {}): number[][] {
  const { stride = 1, padding = 0, dilation = 1 } = placing;
  const count = windowCount(input, kernel, placing);
  if (count === 0) throw new RangeError(`a filter of ${kernel} does not fit into ${input} cells: no window`);
  const under = (cell: number) => cell >= 0 && cell % dilation === 0 && cell / dilation < kernel;
  return Array.from({ length: count }, (_, window) =>
    Array.from({ length: input + 2 * padding }, (_, cell) => (under(cell - window * stride) ? 1 : 0)),
  );
}

/**
 * How many windows a framework makes: cells at the end that make no whole window are dropped.
 *
 * @param input - cells along the axis
 * @param kernel - weights of the filter along the axis
 * @param placing - stride and dilation (default 1), padding on each side (default 0)
 * @example windowCount(7, 3, { stride: 3 }) // 2
 */
export function windowCount(input: number, kernel: number, placing: Placing = {}): number {
  const size = convOutputSize({ input, kernel, ...placing });
  return size.fits ? size.size : size.floor;
}
