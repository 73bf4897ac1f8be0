import { numeral } from "../shared/numeral.js";
import { line, rect, text } from "../shared/shapes.js";
import { margins, touched } from "./axes.js";
import { digits } from "./digits.js";
import { greyOf, greyRange } from "./grey.js";
import type { Layout2d } from "./layout.js";
import { type Convolution2dState, fits, terms, windowStart } from "./state.js";

/** The image as grey squares with their numbers, the zeros around it, and the kernel over it. */
export function imagePanel(state: Convolution2dState, layout: Layout2d): string {
  if (!fits(state)) return pixels(state, layout);
  return pixels(state, layout) + kernelFrame(state, layout);
}

function pixels(state: Convolution2dState, { image: panel, cell }: Layout2d): string {
  const [top, left] = margins(state);
  const [rowsUsed, columnsUsed] = touched(state);
  const range = greyRange(state.image);
  const drawn: string[] = [];
  for (let row = 0; row < panel.rows; row++) {
    for (let column = 0; column < panel.columns; column++) {
      const [x, y] = [panel.x + column * cell, panel.y + row * cell];
      const value = state.image[row - top]?.[column - left];
      const unused = state.layer && fits(state) && !(rowsUsed[row] && columnsUsed[column]);
      const looks = value === undefined ? undefined : greyOf(value, range);
      drawn.push(
        square(x, y, cell, looks?.fill),
        unused ? strike(x, y, cell) : "",
        digit(value, x, y, cell, looks?.ink),
      );
    }
  }
  return drawn.join("");
}

/** A pixel, or a zero of the padding. */
function square(x: number, y: number, cell: number, fill?: string): string {
  return fill === undefined
    ? rect("cw-cell cw-zero", x + 1.5, y + 1.5, cell - 3, cell - 3, 2)
    : rect("cw-pixel", x + 0.5, y + 0.5, cell - 1, cell - 1, 0, fill);
}

function digit(value: number | undefined, x: number, y: number, cell: number, ink?: string): string {
  const label = numeral(value ?? 0, 2);
  const [middle, baseline] = [x + cell / 2 - cell * 0.06, y + cell * 0.5 + 1];
  const kind = value === undefined ? "cw-number cw-zero" : "cw-number";
  return text(kind, middle, baseline, label, digits(label, cell, 15), ink);
}

/** Crosses out a cell that lies under no weight at any position. */
function strike(x: number, y: number, cell: number): string {
  const along = [x + 3, y + cell - 3, x + cell - 3, y + 3] as const;
  return line("cw-unused cw-under", ...along) + line("cw-unused", ...along);
}

/** The frame around the kernel, and in the corner of each covered pixel its weight; with gaps, a frame around each. */
function kernelFrame(state: Convolution2dState, { image: panel, cell }: Layout2d): string {
  const [[top, left], [row, column]] = [margins(state), windowStart(state)];
  const [x, y] = [panel.x + (column + left) * cell, panel.y + (row + top) * cell];
  const rows = terms(state);
  const step = state.dilation * cell;
  const gaps = state.dilation > 1;
  const [width, height] = [(rows[0].length - 1) * step + cell, (rows.length - 1) * step + cell];
  const weights = rows.flatMap((terms, i) =>
    terms.map(({ weight }, j) => {
      const [left, top] = [x + j * step, y + i * step];
      const frame = gaps ? rect("cw-frame", left + 1, top + 1, cell - 2, cell - 2, 3) : "";
      return frame + badge(numeral(weight, 2), left + cell, top + cell, cell);
    }),
  );
  const frame = rect(gaps ? "cw-frame cw-reach" : "cw-frame", x, y, width, height, 3);
  return `<g class="cw-moves">${frame}${weights.join("")}</g>`;
}

/** A weight in the lower right corner of its cell. */
function badge(label: string, right: number, bottom: number, cell: number): string {
  const size = Math.min(12, Math.max(9, cell * 0.3), (1.6 * (cell - 4)) / label.length);
  const width = Math.max(size, label.length * size * 0.58) + 4;
  const height = size + 2;
  const [x, y] = [right - width - 1.5, bottom - height - 1.5];
  return (
    rect("cw-badge", x, y, width, height, 3) + text("cw-number cw-kernel", x + width / 2, y + size - 0.5, label, size)
  );
}
