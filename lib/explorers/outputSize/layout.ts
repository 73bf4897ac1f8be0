import type { Step } from "./state.js";

const GUTTER = 78;
/** In a narrower picture the names stand above the rows. */
const WIDE = 520;
const WIDEST_CELL = 34;
const NARROWEST_CELL = 13;

/** A row of cells, drawn where they look: input cell 0 has its middle at 0, input cell 1 at 1. */
export interface Row {
  /** Cells without padding. */
  cells: number;
  /** Padding on the left and on the right. */
  before: number;
  after: number;
  /** Middle of cell 0. */
  first: number;
  /** From one cell's middle to the next. */
  jump: number;
}

/** The input and the output of each step: where each output stands over the middle of what it sees. */
export function rowsOf(input: number, steps: readonly Step[]): Row[] {
  const rows: Row[] = [];
  let [cells, first, jump] = [input, 0, 1];
  for (const { before, after, reach, layer, count } of steps) {
    rows.push({ cells, before, after, first, jump });
    first += jump * ((reach - 1) / 2 - before);
    jump *= layer.stride;
    cells = count;
  }
  return [...rows, { cells, before: 0, after: 0, first, jump }];
}

/** Divides the width, in pixels, among the columns. */
export interface Grid {
  /** Room for the names on the left; 0 where they stand above. */
  gutter: number;
  cell: number;
  width: number;
  /** The middle of what stands at this place. */
  x(place: number): number;
}

/** The grid on which all rows find room; wider than `room` where cells could not be read otherwise. */
export function layOut(rows: readonly Row[], room: number): Grid {
  const used = rows.filter(({ cells }) => cells > 0);
  const left = Math.min(...used.map(({ first, jump, before }) => first - jump * before)) - 0.5;
  const right = Math.max(...used.map(({ first, jump, cells, after }) => first + jump * (cells - 1 + after))) + 0.5;
  const gutter = room >= WIDE ? GUTTER : 0;
  const cell = Math.max(NARROWEST_CELL, Math.min(WIDEST_CELL, (room - gutter - 12) / (right - left)));
  const width = Math.max(room, Math.ceil(gutter + 12 + (right - left) * cell));
  return { gutter, cell, width, x: (place) => gutter + 4 + (place - left) * cell };
}

/** The cell of a row under x, the nearest there is. */
export function cellUnder({ first, jump, cells }: Row, grid: Grid, x: number): number {
  const place = (x - grid.x(0)) / grid.cell;
  return Math.min(cells - 1, Math.max(0, Math.round((place - first) / jump)));
}
