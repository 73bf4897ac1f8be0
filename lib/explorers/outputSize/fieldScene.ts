import { decimal } from "../shared/shapes.js";
import { CELL, cellRow, rowName } from "./cells.js";
import { seenRows } from "./field.js";
import { cellUnder, type Grid, layOut, type Row, rowsOf } from "./layout.js";
import type { Scene } from "./scene.js";
import { type OutputSizeState, shownSteps } from "./state.js";

const GAP = 62;

/** All layers, and what the output pointed at sees of each row above its own. */
export function fieldScene(state: OutputSizeState, room: number): Scene {
  const steps = shownSteps(state);
  const rows = rowsOf(state.input, steps);
  const grid = layOut(rows, room);
  const seen = seenRows(state);
  const first = grid.gutter > 0 ? 6 : 22;
  const topOf = (level: number) => first + level * GAP;
  const content = [
    ...rows.slice(1).map((_, i) => cone(rows, seen, i, grid, topOf)),
    ...rows.map((row, level) => {
      const cells = new Set(seen[level]);
      return cellRow(row, kindOf(level, rows.length), grid, topOf(level), {
        lit: (cell) => cells.has(cell),
        lost: () => false,
      });
    }),
    ...rows.map((row, level) => {
      const words = level === 0 ? "input" : `layer ${level}`;
      const count = row.cells === 1 ? "1 cell" : `${row.cells} cells`;
      return rowName(kindOf(level, rows.length), words, count, grid, topOf(level));
    }),
  ].join("");
  const last = rows.length - 1;
  const outputAt = (x: number, y: number) => (y > topOf(last) - 8 ? cellUnder(rows[last], grid, x) : undefined);
  return { content, width: grid.width, height: topOf(last) + CELL + 10, outputAt };
}

function kindOf(level: number, count: number): string {
  if (level === 0) return "cw-signal";
  return level === count - 1 ? "cw-output" : "cw-between";
}

/** The region between two rows through which the output sees. */
function cone(
  rows: readonly Row[],
  seen: readonly (readonly number[])[],
  level: number,
  grid: Grid,
  topOf: (level: number) => number,
): string {
  const edges = (at: number, cells: readonly number[]) => {
    const { first, jump } = rows[at];
    const [left, right] = [grid.x(first + cells[0] * jump), grid.x(first + cells[cells.length - 1] * jump)];
    return [decimal(left - grid.cell / 2 + 2), decimal(right + grid.cell / 2 - 2)];
  };
  const below = seen[level + 1].filter((cell) => cell >= 0 && cell < rows[level + 1].cells);
  // Behind padding lies nothing.
  if (below.length === 0) return "";
  const [left, right] = edges(level, seen[level]);
  const [lowLeft, lowRight] = edges(level + 1, below);
  const [high, low] = [topOf(level) + CELL, topOf(level + 1)];
  return `<path class="cw-cone" d="M${left} ${high}H${right}L${lowRight} ${low}H${lowLeft}Z"/>`;
}
