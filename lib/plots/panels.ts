import { wholeNumber } from "../arrays/index.js";
import { axis } from "./theme.js";

/** Where panels of pixels stand in a figure, in pixels of the screen. */
interface Panels {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

/** Sizes of a figure that holds `count` panels of at most `rows` by `columns` cells. */
interface PanelOptions {
  count: number;
  /** Cells of the tallest and of the widest panel. */
  cellRows: number;
  cellColumns: number;
  /** Panels beside each other; up to four when left out. */
  columns?: number;
  /** Room around each panel for ticks and its title, and around them all. */
  gapX: number;
  gapY: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const PAGE = 940;
const TALLEST = 400;
const LARGEST_CELL = 56;

/**
 * Pixels of the screen for each panel: as large as the page allows, and no larger than is useful.
 *
 * @throws {RangeError} `columns` below 1 or no whole number
 */
function panelSize(options: PanelOptions): Panels {
  const { count, cellRows, cellColumns, gapX, left, right } = options;
  const columns = Math.min(count, wholeNumber(options.columns ?? 4, "columns", 1));
  const room = (PAGE - left - right - gapX * (columns - 1)) / columns;
  const width = Math.min(room, (TALLEST * cellColumns) / cellRows, LARGEST_CELL * cellColumns);
  return { columns, rows: Math.ceil(count / columns), width, height: (width * cellRows) / cellColumns };
}

/**
 * The layout's size, margins and axes for panels of pixels; `linked` panels share their zoom.
 *
 * @throws {RangeError} `columns` below 1 or no whole number
 */
export function panelLayout(
  options: PanelOptions,
  titles: readonly string[],
  linked: boolean,
  labels: [string, string],
) {
  const { columns, rows, width, height } = panelSize(options);
  const { gapX, gapY, left, right, top, bottom, count } = options;
  const [innerWidth, innerHeight] = [columns * width + gapX * (columns - 1), rows * height + gapY * (rows - 1)];
  const layout: Record<string, unknown> = {
    width: Math.round(left + right + innerWidth),
    height: Math.round(top + bottom + innerHeight),
    margin: { l: left, r: right, t: top, b: bottom },
  };
  for (let i = 0; i < count; i++) {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const [x, y] = [(column * (width + gapX)) / innerWidth, 1 - (row * (height + gapY)) / innerHeight];
    Object.assign(
      layout,
      pixelAxes(i, [x, x + width / innerWidth], [y - height / innerHeight, y], linked, [
        row === rows - 1 || i + columns >= count ? labels[0] : "",
        column === 0 ? labels[1] : "",
      ]),
    );
  }
  layout.annotations = titles.flatMap((title, i) => (title ? [panelTitle(title, i)] : []));
  return layout;
}

/** `""` for the first axis, `"2"` for the second. */
export function axisNumber(index: number): string {
  return index === 0 ? "" : String(index + 1);
}

function pixelAxes(index: number, x: number[], y: number[], linked: boolean, labels: [string, string]) {
  const n = axisNumber(index);
  const shared = (letter: string) => (linked && index > 0 ? { matches: letter } : {});
  const common = { showgrid: false, zeroline: false, constrain: "domain" };
  return {
    [`xaxis${n}`]: { ...axis(labels[0]), ...common, domain: x.map(fraction), anchor: `y${n}`, ...shared("x") },
    [`yaxis${n}`]: {
      ...axis(labels[1]),
      ...common,
      domain: y.map(fraction),
      anchor: `x${n}`,
      ...(linked && index > 0 ? {} : { autorange: "reversed" }),
      // A linked panel has the first one's scale already; Plotly warns of a second rule.
      scaleanchor: linked && index > 0 ? false : `x${n}`,
      ...shared("y"),
    },
  };
}

function fraction(value: number): number {
  return Math.min(1, Math.max(0, Number(value.toFixed(4))));
}

function panelTitle(text: string, index: number) {
  const n = axisNumber(index);
  return {
    text,
    showarrow: false,
    xref: `x${n} domain`,
    yref: `y${n} domain`,
    x: 0.5,
    y: 1,
    yanchor: "bottom",
    yshift: 3,
  };
}
