import { numeral } from "../shared/numeral.js";
import { rect, text } from "../shared/shapes.js";
import { digits } from "./digits.js";
import { greyOf, greyRange } from "./grey.js";
import type { Layout2d } from "./layout.js";
import { type Convolution2dState, margins, terms, windowStart } from "./state.js";

/** The image as grey squares with their numbers, the zeros around it, and the kernel over it. */
export function imagePanel(state: Convolution2dState, layout: Layout2d): string {
  return pixels(state, layout) + kernelFrame(state, layout);
}

function pixels(state: Convolution2dState, { image: panel, cell }: Layout2d): string {
  const [top, left] = margins(state);
  const range = greyRange(state.image);
  const drawn: string[] = [];
  for (let row = 0; row < panel.rows; row++) {
    for (let column = 0; column < panel.columns; column++) {
      const [x, y] = [panel.x + column * cell, panel.y + row * cell];
      drawn.push(pixel(state.image[row - top]?.[column - left], x, y, cell, range));
    }
  }
  return drawn.join("");
}

function pixel(
  value: number | undefined,
  x: number,
  y: number,
  cell: number,
  range: readonly [number, number],
): string {
  const label = numeral(value ?? 0, 2);
  const size = digits(label, cell, 15);
  const [middle, line] = [x + cell / 2 - cell * 0.06, y + cell * 0.5 + 1];
  if (value === undefined) {
    return (
      rect("cw-cell cw-zero", x + 1.5, y + 1.5, cell - 3, cell - 3, 2) +
      text("cw-number cw-zero", middle, line, label, size)
    );
  }
  const { fill, ink } = greyOf(value, range);
  return (
    rect("cw-pixel", x + 0.5, y + 0.5, cell - 1, cell - 1, 0, fill) + text("cw-number", middle, line, label, size, ink)
  );
}

/** The frame around the covered pixels, and in the corner of each its weight. */
function kernelFrame(state: Convolution2dState, { image: panel, cell }: Layout2d): string {
  const [[top, left], [row, column]] = [margins(state), windowStart(state)];
  const [x, y] = [panel.x + (column + left) * cell, panel.y + (row + top) * cell];
  const rows = terms(state);
  const frame = rect("cw-frame", x, y, rows[0].length * cell, rows.length * cell, 3);
  const weights = rows.flatMap((terms, i) =>
    terms.map(({ weight }, j) => badge(numeral(weight, 2), x + (j + 1) * cell, y + (i + 1) * cell, cell)),
  );
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
