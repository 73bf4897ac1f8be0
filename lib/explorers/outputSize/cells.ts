import { line, rect, text } from "../shared/shapes.js";
import type { Grid, Row } from "./layout.js";

/** Height of a row of cells. */
export const CELL = 26;
/** Cells narrower than this carry no number. */
const READABLE = 17;

/** How one cell of a row looks: `lit` ones are seen, `lost` ones are in no window. */
export interface CellLook {
  lit(cell: number): boolean;
  lost(cell: number): boolean;
}

/** A row of cells with their places; zeros of the padding are dashed and carry a P. */
export function cellRow(row: Row, kind: string, grid: Grid, top: number, { lit, lost }: CellLook): string {
  const side = Math.min(grid.cell, 34) - 3;
  const parts: string[] = [];
  for (let cell = -row.before; cell < row.cells + row.after; cell++) {
    const x = grid.x(row.first + cell * row.jump);
    const inside = cell >= 0 && cell < row.cells;
    const looks = `${inside ? kind : "cw-zero"}${lit(cell) ? " cw-lit" : ""}${lost(cell) ? " cw-lost" : ""}`;
    parts.push(rect(`cw-cell ${looks}`, x - side / 2, top, side, CELL, 4));
    if (grid.cell >= READABLE) {
      const label = inside ? String(cell) : "P";
      parts.push(text(`cw-number ${looks}`, x, top + CELL / 2 + 4, label, grid.cell >= 24 ? 12 : 10));
    }
    if (lost(cell)) parts.push(line("cw-strike", x - side / 2, top + CELL, x + side / 2, top));
  }
  return parts.join("");
}

/** The name of a row: on its left, or above it in a narrow picture, below it with `below`. */
export function rowName(kind: string, words: string, count: string, grid: Grid, top: number, below = false): string {
  if (grid.gutter === 0) return text(`cw-name ${kind}`, 2, below ? top + CELL + 15 : top - 5, `${words}: ${count}`);
  return text(`cw-name ${kind}`, 2, top + 11, words) + text("cw-name cw-count", 2, top + 26, count);
}
