import type { CorrelateMode } from "../../signals/index.js";
import { type ConvolutionState, modeSpan, outputs, placedKernel, positionOf, terms, windowStart } from "./state.js";
import { numeral } from "./words.js";

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

interface Grid {
  left: number;
  column: number;
  columns: number;
  /** Whether the names of the rows stand left of them. */
  gutter: number;
  /** Size of the numbers in cells. */
  digits: number;
}

const GUTTER = 84;
const WIDEST_COLUMN = 58;
/** Numbers can be read down to here; a longer signal makes the picture wider than the room it has. */
const NARROWEST_COLUMN = 27;
const PLOT = 116;
const CELL = 30;
/** Room for the number at an output. */
const VALUE = 18;
/** Room for × and = between the cells. */
const SIGN = 18;
const MODES: readonly CorrelateMode[] = ["valid", "same", "full"];

/** Draws the state for a given width. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: ConvolutionState, width: number): Scene {
  const grid = layOut(state, width);
  const rows = rowPositions(grid.gutter > 0);
  const content = [
    band(state, grid, rows),
    signalPlot(state, grid, rows.plot),
    cells(state, grid, rows),
    sumArrow(state, grid, rows),
    outputPlot(state, grid, rows.output),
    modeBars(state, grid, rows.modes),
    rowNames(grid, rows),
  ].join("");
  const needed = Math.ceil(grid.left + grid.columns * grid.column + 4);
  return { content, width: Math.max(width, needed), height: rows.height, left: grid.left, column: grid.column };
}

function layOut({ signal, kernel }: ConvolutionState, width: number): Grid {
  const columns = signal.length + 2 * (kernel.length - 1);
  const gutter = width >= 560 ? GUTTER : 0;
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, (width - gutter - 8) / columns));
  const spare = Math.max(0, width - gutter - 8 - column * columns);
  return { left: gutter + 4 + spare / 2, column, columns, gutter, digits: column >= 34 ? 14 : 12 };
}

/** Top of each row. In a narrow picture the names stand above the rows and need room. */
function rowPositions(wide: boolean) {
  const name = wide ? 0 : 16;
  const plot = 6 + name;
  const signal = plot + PLOT + 24 + name;
  const kernel = signal + CELL + SIGN;
  const product = kernel + CELL + SIGN;
  const output = product + CELL + 36 + name;
  const modes = output + PLOT + 24;
  return { plot, signal, kernel, product, output, modes, height: modes + MODES.length * 20 + 2 };
}

type Rows = ReturnType<typeof rowPositions>;

function columnX(grid: Grid, column: number): number {
  return grid.left + (column + 0.5) * grid.column;
}

/** The window: what the kernel covers, from the signal down to the products. */
function band(state: ConvolutionState, grid: Grid, rows: Rows): string {
  const x = grid.left + state.at * grid.column;
  const width = state.kernel.length * grid.column;
  return rect("cw-band cw-moves", x + 1, rows.plot - 4, width - 2, rows.product + CELL - rows.plot + 8, 8);
}

function signalPlot(state: ConvolutionState, grid: Grid, top: number): string {
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
function cells(state: ConvolutionState, grid: Grid, rows: Rows): string {
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

/** From the products down to the output that they add up to. */
function sumArrow(state: ConvolutionState, grid: Grid, rows: Rows): string {
  const values = outputs(state);
  const end = scale(values, rows.output, VALUE)(Math.max(0, values[state.at])) - (values[state.at] < 0 ? 8 : 26);
  const [left, right] = [columnX(grid, state.at), columnX(grid, state.at + state.kernel.length - 1)];
  const x = columnX(grid, state.at + Math.floor(state.kernel.length / 2));
  const [top, bend] = [rows.product + CELL + 7, rows.product + CELL + 14];
  const bracket = `M${n(left)} ${top}V${bend}H${n(right)}V${top}M${n(x)} ${bend}V${n(end)}`;
  const head = `M${n(x - 4)} ${n(end - 5)}L${n(x)} ${n(end)}L${n(x + 4)} ${n(end - 5)}`;
  return `<path class="cw-arrow" d="${bracket}${head}"/>`;
}

/** The outputs made so far; those to come are left open. */
function outputPlot(state: ConvolutionState, grid: Grid, top: number): string {
  const values = outputs(state);
  const y = scale(values, top, VALUE);
  const middle = Math.floor(state.kernel.length / 2);
  const axis = line("cw-axis", grid.left, y(0), grid.left + grid.columns * grid.column, y(0));
  const every = Math.ceil(24 / grid.column);
  const drawn = values.map((value, index) => {
    const x = columnX(grid, index + middle);
    const now = index === state.at;
    const tick =
      now || (index % every === 0 && Math.abs(index - state.at) >= every)
        ? text(now ? "cw-tick cw-now" : "cw-tick", x, top + PLOT + 15, numeral(positionOf(state, index)))
        : "";
    if (index > state.at) return `${circle("cw-open", x, y(0), 2.5)}${tick}`;
    const kind = now ? "cw-output cw-now" : "cw-output";
    const above = value >= 0 ? y(value) - 9 : y(value) + 19;
    const label = text(`cw-value ${kind}`, x, above, numeral(value, 2), now ? 15 : 12);
    return stem(kind, x, y(0), y(value), now ? 6.5 : 4.5) + label + tick;
  });
  return axis + drawn.join("");
}

/** Below the output: which positions each mode keeps. */
function modeBars(state: ConvolutionState, grid: Grid, top: number): string {
  const middle = Math.floor(state.kernel.length / 2);
  return MODES.map((mode, row) => {
    const span = modeSpan(state, mode);
    const y = top + row * 20;
    if (!span)
      return text("cw-mode-name", columnX(grid, grid.columns / 2), y + 12, `${mode}: none, the kernel is too long`);
    const x = grid.left + (span[0] + middle) * grid.column;
    const width = (span[1] - span[0] + 1) * grid.column;
    const kept = state.at >= span[0] && state.at <= span[1];
    const label = `${mode} · ${span[1] - span[0] + 1}`;
    const inside = width > 60;
    const name = text(
      inside ? "cw-mode-name" : "cw-mode-name cw-left",
      inside ? x + width / 2 : x + width + 4,
      y + 12,
      label,
    );
    return rect(kept ? "cw-mode cw-kept" : "cw-mode", x + 2, y, width - 4, 16, 8) + name;
  }).join("");
}

function rowNames(grid: Grid, rows: Rows): string {
  const wide = grid.gutter > 0;
  const names: [string, string, number][] = wide
    ? [
        ["signal", "cw-signal", rows.plot + 16],
        ["kernel", "cw-kernel", rows.plot + 34],
        ["signal", "cw-signal", rows.signal + 20],
        ["× kernel", "cw-kernel", rows.kernel + 20],
        ["= products", "cw-plain", rows.product + 20],
        ["output: sum", "cw-output", rows.output + 20],
        ["kept by", "cw-plain", rows.modes + 12],
      ]
    : [
        ["signal", "cw-signal", rows.plot - 7],
        ["signal × kernel = products", "cw-plain", rows.signal - 6],
        ["output: the sums", "cw-output", rows.output - 6],
      ];
  const second = wide ? "" : text("cw-name cw-kernel", 48, rows.plot - 7, "and kernel");
  return names.map(([name, kind, y]) => text(`cw-name ${kind}`, 2, y, name)).join("") + second;
}

/** From values to the vertical place in a plot that holds them and zero. */
function scale(values: readonly number[], top: number, room = 8): (value: number) => number {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const above = room + 4;
  const below = low < 0 ? room + 4 : 2;
  const span = high - low || 1;
  return (value) => top + above + ((PLOT - above - below) * (high - value)) / span;
}

function stem(kind: string, x: number, zero: number, y: number, radius = 4.5): string {
  return line(`${kind} cw-stem`, x, zero, x, y) + circle(`${kind} cw-dot`, x, y, radius);
}

function line(kind: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${kind}" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"/>`;
}

function circle(kind: string, x: number, y: number, radius: number): string {
  return `<circle class="${kind}" cx="${n(x)}" cy="${n(y)}" r="${radius}"/>`;
}

function rect(kind: string, x: number, y: number, width: number, height: number, radius: number): string {
  const size = `width="${n(Math.max(1, width))}" height="${n(height)}"`;
  return `<rect class="${kind}" x="${n(x)}" y="${n(y)}" ${size} rx="${radius}"/>`;
}

function text(kind: string, x: number, y: number, words: string, size?: number): string {
  const style = size ? ` style="font-size:${n(size)}px"` : "";
  return `<text class="${kind}" x="${n(x)}" y="${n(y)}"${style}>${words}</text>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
