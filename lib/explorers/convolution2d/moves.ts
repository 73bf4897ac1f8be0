import { margins, outputSides } from "./axes.js";
import { type Convolution2dState, outputCount, placeOf, type Rows, windowStart } from "./state.js";

/** The state at another output, the nearest there is. */
export function moveTo(state: Convolution2dState, index: number): Convolution2dState {
  return { ...state, at: clamp(Math.round(index), outputCount(state)) };
}

/** The state at the output in this row and column, or the nearest there is. */
export function moveToPlace(state: Convolution2dState, row: number, column: number): Convolution2dState {
  const [rows, columns] = outputSides(state);
  return { ...state, at: clamp(Math.round(row), rows) * columns + clamp(Math.round(column), columns) };
}

/** The state so many rows down and columns to the right; it stays within the output. */
export function moveBy(state: Convolution2dState, rows: number, columns: number): Convolution2dState {
  const [row, column] = placeOf(state);
  return moveToPlace(state, row + rows, column + columns);
}

/** The state with another kernel, its window where it was as nearly as possible. */
export function withKernel(state: Convolution2dState, kernel: Rows): Convolution2dState {
  return stay(state, { ...state, kernel });
}

/** What of the sliding can be chosen. */
export type SlidingChange = Partial<Pick<Convolution2dState, "padding" | "stride" | "dilation">>;

/** The state with another padding, stride or dilation, its window where it was as nearly as possible. */
export function withSliding(state: Convolution2dState, change: SlidingChange): Convolution2dState {
  return stay(state, { ...state, ...change });
}

function stay(before: Convolution2dState, after: Convolution2dState): Convolution2dState {
  const [[row, column], [top, left]] = [windowStart(before), margins(after)];
  return moveToPlace(after, (row + top) / after.stride, (column + left) / after.stride);
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
