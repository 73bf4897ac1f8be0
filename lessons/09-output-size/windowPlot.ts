import { type Figure, heatmap } from "cnn-workbook";
import { leftOver, type Placing, padsOf, windowRows } from "./windows.js";

/** How the windows stand, and what the figure says of itself. */
export interface WindowPlotOptions extends Placing {
  title: string;
  alt: string;
  /** What is written in the input's cells; their numbers, counted from 0, when left out. */
  values?: readonly number[];
  /** The filter's weights; cells under a weight of 0 are pale. All 1 when left out. */
  weights?: readonly number[];
}

const [CELL_WIDTH, CELL_HEIGHT] = [50, 34];
const ZERO = "P";

/** Colour of a cell: in the input's row, under a weight of 0, under another weight. */
const SCALE = [
  ...[0, 1 / 3].map((place) => [place, "rgba(128,128,128,0.16)"]),
  ...[1 / 3, 2 / 3].map((place) => [place, "rgba(190,90,20,0.22)"]),
  ...[2 / 3, 1].map((place) => [place, "#b34d00"]),
];

/**
 * The input's cells in the first row, and under them a row for each window, with the cells under its weights. Cells of
 * the padding carry a P; a line through a cell says that no window reaches it.
 *
 * @param input - cells along the axis
 * @param kernel - weights of the filter along the axis
 * @param options - `title`, `alt`; `stride`, `padding`, `dilation`; `values` in the cells, `weights`
 * @throws {RangeError} not even one window fits
 * @example show(windowPlot(7, 3, { stride: 2, title: "3 positions", alt: "Windows start at the cells 0, 2 and 4." }))
 */
export function windowPlot(input: number, kernel: number, options: WindowPlotOptions): Figure {
  const { title, alt, values, weights = new Array(kernel).fill(1), ...placing } = options;
  const { dilation = 1, stride = 1 } = placing;
  const [before] = padsOf(placing);
  const rows = windowRows(input, kernel, placing);
  const cells = rows[0].map((_, cell) => label(cell - before, input, values));
  const weightAt = (window: number, cell: number) => weights[(cell - window * stride) / dilation];
  const z = [
    cells.map(() => 0),
    ...rows.map((row, w) => row.map((under, cell) => (under ? (weightAt(w, cell) ? 2 : 1) : null))),
  ];
  const names = ["input", ...rows.map((_, window) => `output ${window}`)];
  const figure = heatmap([[0, 2]], { title, alt });
  const squares = {
    ...{ type: "heatmap", z, hoverinfo: "skip", xgap: 3, ygap: 5 },
    ...{ showscale: false, colorscale: SCALE, zmin: 0, zmax: 2 },
  };
  const shapes = [
    ...rows.flatMap((row, window) => joints(row, window + 1)),
    ...lostCells(cells.length, leftOver(input, kernel, placing)),
  ];
  const axis = { showgrid: false, zeroline: false, fixedrange: true, ticks: "" };
  const layout = {
    ...{ title: figure.layout.title, template: figure.layout.template, shapes },
    width: 96 + CELL_WIDTH * cells.length,
    height: 64 + CELL_HEIGHT * names.length,
    margin: { l: 76, r: 20, t: 48, b: 16 },
    xaxis: { ...axis, range: [-0.5, cells.length - 0.5], showticklabels: false },
    yaxis: {
      ...{ ...axis, range: [names.length - 0.5, -0.5] },
      ...{ tickvals: names.map((_, row) => row), ticktext: names.map((name) => `${name} `) },
    },
    showlegend: false,
  };
  return { data: [squares, numbers(z, cells, "pale"), numbers(z, cells, "strong")], layout, alt };
}

/** What stands in the cells: white in strong ones, in the page's own colour in the others. */
function numbers(z: (number | null)[][], cells: readonly string[], where: "pale" | "strong") {
  const places = z.flatMap((row, level) =>
    row.flatMap((value, cell) => (value !== null && (value === 2) === (where === "strong") ? [[cell, level]] : [])),
  );
  return {
    ...{ type: "scatter", mode: "text", hoverinfo: "skip", text: places.map(([cell]) => cells[cell]) },
    ...{ x: places.map(([cell]) => cell), y: places.map(([, level]) => level) },
    textfont: { size: 14, ...(where === "strong" ? { color: "#ffffff" } : {}) },
  };
}

function label(cell: number, input: number, values?: readonly number[]): string {
  if (cell < 0 || cell >= input) return ZERO;
  return String(values ? values[cell] : cell);
}

/** Lines from each cell under a weight to the next. */
function joints(row: readonly number[], level: number) {
  const cells = row.flatMap((under, cell) => (under ? [cell] : []));
  return cells.slice(1).map((cell, i) => line([cells[i] + 0.47, level], [cell - 0.47, level]));
}

function lostCells(cells: number, lost: number) {
  return Array.from({ length: lost }, (_, i) => line([cells - 1 - i - 0.42, 0.38], [cells - 1 - i + 0.42, -0.38]));
}

/** A grey line between two places, each [column, row]. */
function line([x0, y0]: number[], [x1, y1]: number[]) {
  return { type: "line", x0, y0, x1, y1, line: { color: "#8a8a8a", width: 2 } };
}
