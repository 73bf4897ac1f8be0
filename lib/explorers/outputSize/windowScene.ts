import { decimal, line, rect, text } from "../shared/shapes.js";
import { CELL, cellRow, rowName } from "./cells.js";
import { cellUnder, type Grid, layOut, type Row, rowsOf } from "./layout.js";
import type { Scene } from "./scene.js";
import { type OutputSizeState, type Step, shownSteps } from "./state.js";

const TALLEST = 380;
const HIGHEST_BAR = 18;

/** One layer: its input, all windows below it, and the output that they make. */
export function windowScene(state: OutputSizeState, room: number): Scene {
  const [step] = shownSteps(state);
  const [inputRow, outputRow] = rowsOf(step.cells, [step]);
  const grid = layOut([inputRow, outputRow], room);
  const top = grid.gutter > 0 ? 6 : 22;
  const bars = top + CELL + 10;
  const bar = Math.min(HIGHEST_BAR, TALLEST / Math.max(1, step.count));
  const bottom = bars + bar * step.count + 12;
  const content = [
    cellRow(inputRow, "cw-signal", grid, top, {
      lit: (cell) => covered(step, state.at, cell),
      lost: (cell) => step.count > 0 && cell >= inputRow.cells + inputRow.after - step.leftOver,
    }),
    ...Array.from({ length: step.count }, (_, window) =>
      windowBar(step, grid, window, bars + window * bar, bar, window === state.at),
    ),
    step.count > 0 ? outputCells(state, outputRow, grid, bottom, bars + (state.at + 1) * bar) : "",
    names(state, step, grid, [top, bars, bottom]),
  ].join("");
  const outputAt = (x: number, y: number) => {
    if (step.count === 0 || y < bars - 6) return undefined;
    if (y < bottom - 6) return Math.min(step.count - 1, Math.max(0, Math.floor((y - bars) / bar)));
    return cellUnder(outputRow, grid, x);
  };
  const height = Math.ceil(step.count > 0 ? bottom + CELL + (grid.gutter > 0 ? 10 : 22) : bars + 20);
  return { content, width: grid.width, height, outputAt };
}

/** Whether a window has a weight on the cell. */
function covered({ layer, before, count }: Step, window: number, cell: number): boolean {
  const offset = cell - (window * layer.stride - before);
  return count > 0 && offset >= 0 && offset % layer.dilation === 0 && offset / layer.dilation < layer.kernel;
}

function windowBar(step: Step, grid: Grid, window: number, top: number, height: number, now: boolean): string {
  const start = window * step.layer.stride - step.before;
  const kind = now ? "cw-window cw-now" : "cw-window";
  const thick = Math.max(2, height - 4);
  const left = grid.x(start - 0.5) + 2;
  const right = grid.x(start + step.reach - 0.5) - 2;
  const weights = Array.from({ length: step.layer.kernel }, (_, i) => {
    const x = grid.x(start + i * step.layer.dilation) - grid.cell / 2 + 3;
    return rect(`${kind} cw-weight`, x, top + 2, grid.cell - 6, thick, Math.min(3, thick / 2));
  });
  return line(kind, left, top + 2 + thick / 2, right, top + 2 + thick / 2) + weights.join("");
}

/** The output row, and a line down to the output of the window pointed at. */
function outputCells(state: OutputSizeState, row: Row, grid: Grid, top: number, from: number): string {
  const x = decimal(grid.x(row.first + state.at * row.jump));
  const way = `<path class="cw-arrow" d="M${x} ${decimal(from)}V${decimal(top - 2)}"/>`;
  return way + cellRow(row, "cw-output", grid, top, { lit: (cell) => cell === state.at, lost: () => false });
}

function names({ layers, chosen }: OutputSizeState, step: Step, grid: Grid, [top, bars, bottom]: number[]): string {
  const input = layers.length > 1 && chosen > 0 ? "its input" : "input";
  const windows = grid.gutter > 0 ? text("cw-name cw-kernel", 2, bars + 13, "windows") : "";
  // Below its row in a narrow picture: above it the line from the window would cross the words.
  const output = step.count > 0 ? rowName("cw-output", "output", cellsText(step.count), grid, bottom, true) : "";
  return rowName("cw-signal", input, cellsText(step.cells), grid, top) + windows + output;
}

const cellsText = (count: number) => (count === 1 ? "1 cell" : `${count} cells`);
