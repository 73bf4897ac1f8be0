import type { CorrelateMode } from "../../signals/index.js";
import type { ConvolutionState } from "./state.js";

/** Height of a plot of stems, and of a cell. */
export const PLOT = 116;
export const CELL = 30;
/** From one mode's bar to the next. */
export const BAR = 20;
/** The modes from the shortest result to the longest. */
export const MODES: readonly CorrelateMode[] = ["valid", "same", "full"];

const GUTTER = 84;
const WIDE = 560;
const WIDEST_COLUMN = 58;
/** Numbers can be read down to here; a longer signal makes the picture wider than the room it has. */
const NARROWEST_COLUMN = 27;
/** Room for × and = between the cells. */
const SIGN = 18;

/** The columns of the picture, one for each place that a weight can take. */
export interface Grid {
  /** Left edge of the first column, width of each, and how many there are. */
  left: number;
  column: number;
  columns: number;
  /** Room for the names of the rows on their left; 0 in a narrow picture, where they stand above. */
  gutter: number;
  /** Size of the numbers in cells. */
  digits: number;
}

/** Divides a width, in pixels, into columns. */
export function layOut({ signal, kernel }: ConvolutionState, width: number): Grid {
  const columns = signal.length + 2 * (kernel.length - 1);
  const gutter = width >= WIDE ? GUTTER : 0;
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, (width - gutter - 8) / columns));
  const spare = Math.max(0, width - gutter - 8 - column * columns);
  return { left: gutter + 4 + spare / 2, column, columns, gutter, digits: column >= 34 ? 14 : 12 };
}

/** Top of each row. In a narrow picture the names stand above the rows and need room. */
export function rowPositions(wide: boolean, basic: boolean) {
  const name = wide ? 0 : 16;
  const plot = 6 + name;
  const signal = plot + PLOT + 24 + name;
  const kernel = signal + CELL + SIGN;
  const product = kernel + CELL + SIGN;
  const output = product + CELL + 36 + name;
  const modes = output + PLOT + 24;
  return { plot, signal, kernel, product, output, modes, height: modes + (basic ? 0 : MODES.length * BAR) + 2 };
}

export type Rows = ReturnType<typeof rowPositions>;

/** The middle of a column. */
export function columnX(grid: Grid, column: number): number {
  return grid.left + (column + 0.5) * grid.column;
}

/** From values to the vertical place in a plot that holds them and zero. */
export function scale(values: readonly number[], top: number, room = 8): (value: number) => number {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const above = room + 4;
  const below = low < 0 ? room + 4 : 2;
  const span = high - low || 1;
  return (value) => top + above + ((PLOT - above - below) * (high - value)) / span;
}
