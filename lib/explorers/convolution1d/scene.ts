import { text } from "../shared/shapes.js";
import { type Grid, layOut, type Rows, rowPositions } from "./grid.js";
import { band, cells, signalPlot } from "./inputRows.js";
import { modeBars, outputPlot, sumArrow } from "./outputRows.js";
import type { ConvolutionState } from "./state.js";

/** The picture at one position, and what a pointer needs to know about it. */
export interface Scene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  /** Left edge of the first column, and the width of each; the first lies under the kernel at its first position. */
  left: number;
  column: number;
}

/** Draws the state for a given width. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: ConvolutionState, width: number): Scene {
  const grid = layOut(state, width);
  const rows = rowPositions(grid.gutter > 0, state.basic);
  const content = [
    band(state, grid, rows),
    signalPlot(state, grid, rows.plot),
    cells(state, grid, rows),
    sumArrow(state, grid, rows),
    outputPlot(state, grid, rows.output),
    state.basic ? "" : modeBars(state, grid, rows.modes),
    rowNames(state, grid, rows),
  ].join("");
  const needed = Math.ceil(grid.left + grid.columns * grid.column + 4);
  return { content, width: Math.max(width, needed), height: rows.height, left: grid.left, column: grid.column };
}

function rowNames({ basic }: ConvolutionState, grid: Grid, rows: Rows): string {
  const wide = grid.gutter > 0;
  const names: [string, string, number][] = wide
    ? [
        ["signal", "cw-signal", rows.plot + 16],
        ["kernel", "cw-kernel", rows.plot + 34],
        ["signal", "cw-signal", rows.signal + 20],
        ["× kernel", "cw-kernel", rows.kernel + 20],
        ["= products", "cw-plain", rows.product + 20],
        ["output: sum", "cw-output", rows.output + 20],
        [basic ? "" : "kept by", "cw-plain", rows.modes + 12],
      ]
    : [
        ["signal", "cw-signal", rows.plot - 7],
        ["signal × kernel = products", "cw-plain", rows.signal - 6],
        ["output: the sums", "cw-output", rows.output - 6],
      ];
  const second = wide ? "" : text("cw-name cw-kernel", 48, rows.plot - 7, "and kernel");
  return names.map(([name, kind, y]) => text(`cw-name ${kind}`, 2, y, name)).join("") + second;
}
