import type { Panel } from "../convolution2d/layout.js";
import { outputOf, type PoolingState, placeCount, SIDE } from "./state.js";

const WIDEST_CELL = 38;
/** Beside each other down to here; then the output stands below the map. */
const ROOMY_CELL = 26;
const NARROWEST_CELL = 24;
const GAP = 46;
const EDGE = 4;
/** Room above a panel for its name. */
export const NAME = 22;
/** Height of the tallest bar, and of the numbers over and under the bars. */
export const BAR = 44;
export const LETTERS = 18;

/** Where everything stands. */
export interface PoolingLayout {
  cell: number;
  input: Panel;
  output: Panel;
  /** One column for each place in the present row; `y` is the foot of the bars. */
  bars: { x: number; y: number; column: number };
  width: number;
  height: number;
}

/** Divides a width, in pixels: map and output beside each other where there is room, the changes by place below. */
export function layOut(state: PoolingState, room: number): PoolingLayout {
  const output = outputOf(state);
  const [rows, columns] = [output.length, output[0].length];
  const beside = Math.min(WIDEST_CELL, (room - 2 * EDGE - GAP) / (SIDE + columns));
  const inRow = beside >= ROOMY_CELL;
  const cell = inRow ? beside : Math.min(WIDEST_CELL, Math.max(NARROWEST_CELL, (room - 2 * EDGE) / SIDE));
  const input = { x: EDGE, y: NAME, rows: SIDE, columns: SIDE };
  const below = NAME + SIDE * cell;
  const place = inRow ? { x: EDGE + SIDE * cell + GAP, y: NAME } : { x: EDGE, y: below + 10 + NAME };
  const foot = (inRow ? below : place.y + rows * cell) + 14 + NAME + LETTERS + BAR;
  const column = Math.min(WIDEST_CELL, (room - 2 * EDGE) / placeCount());
  const widest = inRow ? place.x + columns * cell : EDGE + Math.max(SIDE, columns) * cell;
  return {
    cell,
    input,
    output: { ...place, rows, columns },
    bars: { x: EDGE, y: foot, column },
    width: Math.max(room, Math.ceil(widest + EDGE)),
    height: foot + LETTERS + 4,
  };
}

/** The place in the present row whose bar is at a point; `undefined` beside the bars. */
export function barAt({ bars }: PoolingLayout, pointX: number, pointY: number): number | undefined {
  const at = Math.floor((pointX - bars.x) / bars.column);
  const inside = at >= 0 && at < placeCount() && pointY > bars.y - BAR - LETTERS && pointY < bars.y + LETTERS;
  return inside ? at : undefined;
}
