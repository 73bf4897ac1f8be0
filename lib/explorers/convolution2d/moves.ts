import {
  type Convolution2dState,
  type Mode2d,
  margins,
  outputCount,
  outputSides,
  placeOf,
  type Rows,
} from "./state.js";

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

/** The state with another mode, its window where it was as nearly as possible. */
export function withMode(state: Convolution2dState, mode: Mode2d): Convolution2dState {
  return stay(state, { ...state, mode });
}

function stay(before: Convolution2dState, after: Convolution2dState): Convolution2dState {
  const [row, column] = placeOf(before);
  const [[top, left], [newTop, newLeft]] = [margins(before), margins(after)];
  return moveToPlace(after, row - top + newTop, column - left + newLeft);
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}
