import type { CorrelateMode } from "../../signals/index.js";
import { numeral } from "../shared/numeral.js";
import { circle, decimal, line, rect, stem, text } from "../shared/shapes.js";
import { BAR, CELL, columnX, type Grid, MODES, PLOT, type Rows, scale } from "./grid.js";
import { type ConvolutionState, modeSpan, outputs, positionOf } from "./state.js";

/** Room for the number at an output. */
const VALUE = 18;
/** A bar narrower than this has its name beside it. */
const NAME = 60;

/** From the products down to the output that they add up to. */
export function sumArrow(state: ConvolutionState, grid: Grid, rows: Rows): string {
  const values = outputs(state);
  const end = scale(values, rows.output, VALUE)(Math.max(0, values[state.at])) - (values[state.at] < 0 ? 8 : 26);
  const [left, right] = [columnX(grid, state.at), columnX(grid, state.at + state.kernel.length - 1)];
  const x = columnX(grid, state.at + Math.floor(state.kernel.length / 2));
  const [top, bend] = [rows.product + CELL + 7, rows.product + CELL + 14];
  const bracket = `M${decimal(left)} ${top}V${bend}H${decimal(right)}V${top}M${decimal(x)} ${bend}V${decimal(end)}`;
  const head = `M${decimal(x - 4)} ${decimal(end - 5)}L${decimal(x)} ${decimal(end)}L${decimal(x + 4)} ${decimal(end - 5)}`;
  return `<path class="cw-arrow" d="${bracket}${head}"/>`;
}

/** The outputs made so far; those to come are left open. */
export function outputPlot(state: ConvolutionState, grid: Grid, top: number): string {
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
export function modeBars(state: ConvolutionState, grid: Grid, top: number): string {
  return MODES.map((mode, row) => modeBar(state, grid, mode, top + row * BAR)).join("");
}

function modeBar(state: ConvolutionState, grid: Grid, mode: CorrelateMode, y: number): string {
  const span = modeSpan(state, mode);
  const line = y + 12;
  if (!span)
    return text("cw-mode-name", columnX(grid, grid.columns / 2), line, `${mode}: none, the kernel is too long`);
  const count = span[1] - span[0] + 1;
  const x = grid.left + (span[0] + Math.floor(state.kernel.length / 2)) * grid.column;
  const width = count * grid.column;
  const label = `${mode} · ${count}`;
  const name =
    width > NAME
      ? text("cw-mode-name", x + width / 2, line, label)
      : text("cw-mode-name cw-left", x + width + 4, line, label);
  const kept = state.at >= span[0] && state.at <= span[1];
  return rect(kept ? "cw-mode cw-kept" : "cw-mode", x + 2, y, width - 4, 16, 8) + name;
}
