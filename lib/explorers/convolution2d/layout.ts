import { margins, outputSides } from "./axes.js";
import { type Convolution2dState, sides } from "./state.js";

const WIDEST_CELL = 46;
/** In one row beside each other down to here; then the image stands above the rest. */
const ROOMY_CELL = 30;
/** Numbers can be read down to here; beyond, the picture is wider than the room it has. */
const NARROWEST_CELL = 24;
/** Between panels, with × and = in it. */
const GAP = 36;
/** Room above a panel for its name. */
export const NAME = 22;
const EDGE = 4;

/** A panel of cells. */
export interface Panel {
  /** The upper left corner of its first cell. */
  x: number;
  y: number;
  rows: number;
  columns: number;
}

/** Where everything stands. */
export interface Layout2d {
  cell: number;
  /** The image with its zeros, the products, the outputs. */
  image: Panel;
  products: Panel;
  output: Panel;
  width: number;
  height: number;
}

/** Divides a width, in pixels, among image, products and output: beside each other where there is room. */
export function layOut(state: Convolution2dState, room: number): Layout2d {
  const [[h, w], [k, l], [rows, columns]] = [sides(state.image), sides(state.kernel), outputSides(state)];
  const [top, left, bottom, right] = margins(state);
  const image = { rows: h + top + bottom, columns: w + left + right };
  const fit = (cells: number, gaps: number) => Math.min(WIDEST_CELL, (room - 2 * EDGE - gaps * GAP) / cells);
  const beside = fit(image.columns + l + columns, 2);
  if (beside >= ROOMY_CELL) {
    const middle = EDGE + image.columns * beside + GAP;
    const tallest = Math.max(image.rows, k, rows);
    return {
      cell: beside,
      image: { x: EDGE, y: NAME, ...image },
      products: { x: middle, y: NAME + ((tallest - k) * beside) / 2, rows: k, columns: l },
      output: { x: middle + l * beside + GAP, y: NAME, rows, columns },
      width: Math.max(room, Math.ceil(middle + (l + columns) * beside + GAP + EDGE)),
      height: NAME + tallest * beside + EDGE,
    };
  }
  const cell = Math.max(NARROWEST_CELL, Math.min(fit(image.columns, 0), fit(l + columns, 1)));
  const below = NAME + image.rows * cell + 14 + NAME;
  return {
    cell,
    image: { x: EDGE, y: NAME, ...image },
    products: { x: EDGE, y: below, rows: k, columns: l },
    output: { x: EDGE + l * cell + GAP, y: below, rows, columns },
    width: Math.max(room, Math.ceil(2 * EDGE + Math.max(image.columns * cell, (l + columns) * cell + GAP))),
    height: below + Math.max(k, rows) * cell + EDGE,
  };
}

/** Row and column of the cell at a point, also beside the panel. */
export function cellAt({ x, y }: Panel, cell: number, pointX: number, pointY: number): [number, number] {
  return [Math.floor((pointY - y) / cell), Math.floor((pointX - x) / cell)];
}

/** Whether a point lies on a panel. */
export function isOn(panel: Panel, cell: number, pointX: number, pointY: number): boolean {
  const [row, column] = cellAt(panel, cell, pointX, pointY);
  return row >= 0 && row < panel.rows && column >= 0 && column < panel.columns;
}
