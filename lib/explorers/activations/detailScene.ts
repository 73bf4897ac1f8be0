import type { NdArray } from "ndarray";
import { SIDE } from "../drawDigit/picture28.js";
import { readingOf } from "../drawDigit/state.js";
import { decimal, rect, text } from "../shared/shapes.js";
import { type ActivationsState, allValues, seenRange } from "./state.js";
import { numberAt, tone } from "./values.js";

/** The chosen map, its filter and the input, and which cell of the map a point means. */
export interface DetailScene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  cellAt(x: number, y: number): [row: number, column: number] | undefined;
}

const HEAD = 22;
const GAP = 26;
const MOST = 170;
const WIDE = 3 * MOST + 2 * GAP + 8;

/** A square on the screen. */
interface Square {
  x: number;
  y: number;
  side: number;
}

/** The input with what is seen of it, the filter, and the map; the filter below them where there is little room. */
export function drawDetail(state: ActivationsState, room: number): DetailScene {
  const wide = room >= WIDE;
  const side = wide ? MOST : Math.min(MOST, (room - GAP - 6) / 2);
  const input = { x: 3, y: HEAD, side };
  const filter = wide ? { x: 3 + side + GAP, y: HEAD, side } : { x: 3, y: HEAD + side + HEAD + 10, side };
  const map = { x: 3 + (wide ? 2 : 1) * (side + GAP), y: HEAD, side };
  const { stages, stage } = state;
  const hasFilter = stages[stage].kernel !== undefined;
  const content = drawInput(state, input) + (hasFilter ? drawFilter(state, filter) : "") + drawMap(state, map);
  const height = (hasFilter ? filter.y : HEAD) + side + 8;
  return { content, width: room, height: Math.ceil(height), cellAt: (x, y) => cellAt(state, map, x, y) };
}

function drawInput(state: ActivationsState, { x, y, side }: Square): string {
  const { picture } = readingOf(state.drawing);
  const size = side / SIDE;
  const cells = cellsOf(picture, size, x, y, 255);
  const [rows, columns] = seenRange(state) ?? [
    [0, SIDE - 1],
    [0, SIDE - 1],
  ];
  const seen = [x + size * columns[0], y + size * rows[0]];
  const [height, width] = [rows, columns].map(([first, last]) => size * (last - first + 1));
  const frame = rect("cw-sees", seen[0], seen[1], width, height, 1);
  return `${text("cw-name cw-signal", x, y - 8, "the input, and what is seen")}${dark(x, y, side, side)}${cells}${frame}`;
}

/** The weights of the filter, channel by channel: white above zero, blue below. */
function drawFilter({ drawing, stages, stage, map }: ActivationsState, { x, y, side }: Square): string {
  const kernel = drawing.network.weights[stages[stage].kernel as number] as NdArray<Float64Array>;
  const [height, width, channels] = kernel.shape;
  const columns = Math.ceil(Math.sqrt(channels));
  const tile = side / columns;
  const size = (tile - (channels > 1 ? 3 : 0)) / Math.max(height, width);
  const grid = (channel: number) =>
    Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => kernel.get(r, c, channel, map)));
  const tiles = Array.from({ length: channels }, (_, channel) => grid(channel));
  const most = Math.max(...tiles.flat(2).map(Math.abs));
  const drawn = tiles.map((rows, channel) => {
    const [left, top] = [x + tile * (channel % columns), y + tile * Math.floor(channel / columns)];
    return dark(left, top, size * width, size * height) + cellsOf(rows, size, left, top, most);
  });
  const words = channels === 1 ? `filter ${map}` : `filter ${map}, ${channels} channels`;
  return text("cw-name cw-kernel", x, y - 8, words) + drawn.join("");
}

function drawMap(state: ActivationsState, { x, y, side }: Square): string {
  const { stages, stage, map, cell } = state;
  const { shape, name, isList } = stages[stage];
  const values = allValues(state)[stage];
  const [height, width] = shape;
  const size = side / Math.max(height, width);
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => numberAt(values, stages[stage], map, r, c)),
  );
  const here = rect("cw-sees", x + size * cell[1], y + size * cell[0], size, size, 0);
  const words = `${name}, ${isList ? "number" : "map"} ${map}`;
  const head = text("cw-name cw-output", x, y - 8, words);
  return head + dark(x, y, size * width, size * height) + cellsOf(rows, size, x, y, values.most) + here;
}

/** Cells as one path for each tone; those at zero are left as dark as the paper. */
function cellsOf(rows: readonly (readonly number[])[], size: number, x: number, y: number, most: number): string {
  const paths = new Map<string, string[]>();
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      const colour = tone(value, most).join();
      if (colour === "0,0,0") return;
      const cell = `M${decimal(x + c * size)} ${decimal(y + r * size)}h${decimal(size)}v${decimal(size)}h${decimal(-size)}z`;
      const found = paths.get(colour);
      if (found) found.push(cell);
      else paths.set(colour, [cell]);
    });
  });
  return [...paths].map(([colour, cells]) => `<path fill="rgb(${colour})" d="${cells.join("")}"/>`).join("");
}

const dark = (x: number, y: number, width: number, height: number) => rect("cw-dark", x, y, width, height, 0);

function cellAt({ stages, stage }: ActivationsState, { x, y, side }: Square, px: number, py: number) {
  const [height, width] = stages[stage].shape;
  const size = side / Math.max(height, width);
  const [row, column] = [Math.floor((py - y) / size), Math.floor((px - x) / size)];
  return row >= 0 && row < height && column >= 0 && column < width ? ([row, column] as [number, number]) : undefined;
}
