import { digits } from "../convolution2d/digits.js";
import { type GreyRange, greyOf, greyRange } from "../convolution2d/grey.js";
import type { Panel } from "../convolution2d/layout.js";
import { numeral } from "../shared/numeral.js";
import { decimal, rect, text } from "../shared/shapes.js";
import { BAR, LETTERS, layOut, NAME, type PoolingLayout } from "./layout.js";
import { changedOf, changesByPlace, chosenCells, FAR, inputOf, outputOf, type PoolingState } from "./state.js";

/** The picture at one place, and where its panels stand. */
export interface PoolingScene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  layout: PoolingLayout;
}

/** Draws the state for a given width. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: PoolingState, room: number): PoolingScene {
  const layout = layOut(state, room);
  const range = greyRange(state.patterns[state.chosen].map);
  const content = [
    cells(inputOf(state), layout.input, layout.cell, range, "cw-in"),
    winners(state, layout),
    windows(state, layout),
    arrow(layout),
    cells(outputOf(state), layout.output, layout.cell, range, "cw-value"),
    marks(state, layout),
    bars(state, layout),
    names(state, layout),
  ].join("");
  return { content, width: layout.width, height: Math.ceil(layout.height), layout };
}

function cells(rows: number[][], panel: Panel, cell: number, range: GreyRange, kind: string): string {
  return rows
    .flatMap((row, r) =>
      row.map((value, c) => {
        const [x, y] = [panel.x + c * cell, panel.y + r * cell];
        const [{ fill, ink }, label] = [greyOf(value, range), numeral(value, 2)];
        const size = digits(label, cell, 15);
        return (
          rect("cw-pixel", x + 0.5, y + 0.5, cell - 1, cell - 1, 0, fill) +
          text(`cw-number ${kind}`, x + cell / 2, y + cell / 2 + 5, label, size, ink)
        );
      }),
    )
    .join("");
}

/** A frame around each window. */
function windows({ size, stride }: PoolingState, { input, output, cell }: PoolingLayout): string {
  const side = size * cell - 3;
  return Array.from({ length: output.rows * output.columns }, (_, i) => {
    const [r, c] = [Math.floor(i / output.columns), i % output.columns];
    return rect("cw-pool-window", input.x + c * stride * cell + 1.5, input.y + r * stride * cell + 1.5, side, side, 4);
  }).join("");
}

/** A ring around the cell of each window that comes out; of zeros alone none is worth it. */
function winners(state: PoolingState, { input, cell }: PoolingLayout): string {
  const values = inputOf(state);
  return chosenCells(state)
    .filter(([r, c]) => values[r][c] !== 0)
    .map(([r, c]) => rect("cw-pool-winner", input.x + c * cell + 5, input.y + r * cell + 5, cell - 10, cell - 10, 6))
    .join("");
}

function arrow({ input, output, cell }: PoolingLayout): string {
  if (output.y !== input.y) return "";
  const [x, y] = [input.x + input.columns * cell + 8, input.y + 2 * cell];
  const end = output.x - 8;
  const way = `M${decimal(x)} ${decimal(y)}H${decimal(end)}M${decimal(end - 6)} ${decimal(y - 5)}`;
  return `<path class="cw-arrow" d="${way}L${decimal(end)} ${decimal(y)}L${decimal(end - 6)} ${decimal(y + 5)}"/>`;
}

/** ≠ in the corner of each output that differs. */
function marks(state: PoolingState, { output, cell }: PoolingLayout): string {
  return changedOf(state)
    .flatMap((row, r) =>
      row.map((changed, c) => {
        if (!changed) return "";
        const [x, y] = [output.x + c * cell, output.y + r * cell];
        const badge = rect("cw-badge", x + cell - 15, y + 2, 13, 13, 3);
        const sign = text("cw-number cw-kernel cw-differs", x + cell - 8.5, y + 13, "≠", 12);
        return rect("cw-frame", x + 1, y + 1, cell - 2, cell - 2, 3) + badge + sign;
      }),
    )
    .join("");
}

/** How many outputs change, for each place in the present row. */
function bars(state: PoolingState, { bars: { x, y, column } }: PoolingLayout): string {
  const counts = changesByPlace(state);
  const most = Math.max(1, ...counts);
  return counts
    .map((count, at) => {
      const [left, height] = [x + at * column, (BAR * count) / most];
      const kind = at === state.at ? "cw-pool-bar cw-pool-now" : "cw-pool-bar";
      const middle = left + column / 2;
      const foot = at === state.at ? "cw-number cw-here" : "cw-number cw-there";
      return (
        rect(kind, left + 3, y - height, column - 6, Math.max(2, height), 2) +
        text("cw-number cw-pool-count", middle, y - height - 5, String(count), 13) +
        text(foot, middle, y + LETTERS - 3, numeral(at - FAR), 12)
      );
    })
    .join("");
}

function names({ kind, down }: PoolingState, { input, output, bars }: PoolingLayout): string {
  const name = (x: number, y: number, colour: string, words: string) => text(`cw-name ${colour}`, x, y, words);
  const row = down === 0 ? "" : ` (${Math.abs(down)} ${down > 0 ? "down" : "up"})`;
  return [
    name(input.x, input.y - NAME + 14, "cw-signal", "map and its windows"),
    name(output.x, output.y - NAME + 14, "cw-output", kind === "keep one" ? "output: kept cells" : `output: ${kind}`),
    name(bars.x, bars.y - BAR - LETTERS - NAME + 14, "cw-plain", `outputs that change, by columns moved${row}`),
  ].join("");
}
