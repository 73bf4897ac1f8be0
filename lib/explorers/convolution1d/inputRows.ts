import { numeral } from "../shared/numeral.js";
import { line, rect, stem, text } from "../shared/shapes.js";
import { CELL, columnX, type Grid, PLOT, type Rows, scale } from "./grid.js";
import { type ConvolutionState, placedKernel, terms, windowStart } from "./state.js";

/** The window: what the kernel covers, from the signal down to the products. */
export function band(state: ConvolutionState, grid: Grid, rows: Rows): string {
  const x = grid.left + state.at * grid.column;
  const width = state.kernel.length * grid.column;
  return rect("cw-band cw-moves", x + 1, rows.plot - 4, width - 2, rows.product + CELL - rows.plot + 8, 8);
}

/** Signal and kernel as stems, one over the other. */
export function signalPlot(state: ConvolutionState, grid: Grid, top: number): string {
  const weights = placedKernel(state);
  const y = scale([...state.signal, ...weights], top);
  const from = state.kernel.length - 1;
  const axis = line("cw-axis", grid.left, y(0), grid.left + grid.columns * grid.column, y(0));
  const apart = Math.min(7, grid.column / 5);
  const samples = state.signal.map((value, i) => stem("cw-signal", columnX(grid, i + from) - apart, y(0), y(value)));
  const kernel = weights.map((weight, j) => {
    const x = columnX(grid, state.at + j) + apart;
    const side = 7.5;
    return `${line("cw-kernel cw-stem", x, y(0), x, y(weight))}${rect("cw-kernel cw-hollow", x - side / 2, y(weight) - side / 2, side, side, 1)}`;
  });
  const every = Math.ceil(22 / grid.column);
  const ticks = state.signal.map((_, i) =>
    i % every === 0 ? text("cw-tick", columnX(grid, i + from), top + PLOT + 14, numeral(state.first + i)) : "",
  );
  return `${axis}${samples.join("")}<g class="cw-moves">${kernel.join("")}</g>${ticks.join("")}`;
}

/** The sum as at school: samples, weights below them, products below those. */
export function cells(state: ConvolutionState, grid: Grid, rows: Rows): string {
  const from = state.kernel.length - 1;
  const all = terms(state);
  const start = windowStart(state);
  const covered = (i: number) => i >= start && i < start + all.length;
  const samples = Array.from({ length: grid.columns }, (_, column) => {
    const i = column - from;
    const inside = i >= 0 && i < state.signal.length;
    if (!inside && !covered(i)) return "";
    return cell(grid, column, rows.signal, inside ? "cw-signal" : "cw-zero", inside ? state.signal[i] : 0);
  });
  const weights = all.map(({ weight }, j) => cell(grid, state.at + j, rows.kernel, "cw-kernel", weight));
  const products = all.map(({ product, inside }, j) =>
    cell(grid, state.at + j, rows.product, inside ? "cw-product" : "cw-zero", product),
  );
  const signs = all.map((_, j) => {
    const x = columnX(grid, state.at + j);
    return text("cw-sign", x, rows.kernel - 4, "×") + text("cw-sign", x, rows.product - 4, "=");
  });
  return `${samples.join("")}<g class="cw-moves">${weights.join("")}</g>${products.join("")}${signs.join("")}`;
}

function cell(grid: Grid, column: number, top: number, kind: string, value: number): string {
  const x = grid.left + column * grid.column;
  const label = numeral(value, 2);
  const size = Math.min(grid.digits, (1.6 * (grid.column - 4)) / label.length);
  const number = text(`cw-number ${kind}`, x + grid.column / 2, top + CELL / 2 + 5, label, size);
  return rect(`cw-cell ${kind}`, x + 2, top, grid.column - 4, CELL, 5) + number;
}
