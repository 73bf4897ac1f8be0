import { type ArrayInput, describe, type Float64NdArray, toNdarray } from "../arrays/index.js";
import { checkText, type Figure, type FigureText, type Trace } from "./figure.js";
import { axisNumber, panelLayout } from "./panels.js";
import { baseLayout, DIVERGING } from "./theme.js";
import { cellValues } from "./values.js";

/** A matrix and the words above it. */
export interface TitledMatrix {
  /** [rows, columns]. */
  matrix: ArrayInput;
  title: string;
}

/** How matrices are shown. */
export interface HeatmapOptions extends FigureText {
  /** What the columns are; `"column"` when left out. */
  xLabel?: string;
  /** What the rows are; `"row"` when left out. */
  yLabel?: string;
  /** Whether each cell shows its number; by default where all matrices have at most 12 rows and columns. */
  values?: boolean;
  /** Colours that part at zero, blue below and red above; by default where a value is negative. */
  signed?: boolean;
  /** Matrices beside each other before a new row begins; up to four when left out. */
  columns?: number;
}

interface Matrix {
  matrix: Float64NdArray;
  title: string;
}

const WRITTEN = 12;

/**
 * A matrix as coloured cells, the first row on top; several share one colour scale, and zoom if of the same shape.
 *
 * @param matrices - one matrix [rows, columns], or several as `{ matrix, title }`; not modified
 * @param options - `title` and `alt`; `xLabel`, `yLabel`, `values` (numbers in the cells), `signed`, `columns`
 * @throws {TypeError} title or alt text is missing
 * @throws {RangeError} a matrix of another rank, one with NaN, or `columns` below 1
 * @example show(heatmap([[1, 0, -1], [2, 0, -2], [1, 0, -1]], { title: "Sobel kernel, x", alt: "Positive on the left, negative on the right." }))
 */
export function heatmap(matrices: ArrayInput | readonly TitledMatrix[], options: HeatmapOptions): Figure {
  checkText(options, ["title", "alt"], "heatmap");
  const list = readMatrices(matrices);
  const cellRows = Math.max(...list.map(({ matrix }) => matrix.shape[0]));
  const cellColumns = Math.max(...list.map(({ matrix }) => matrix.shape[1]));
  const titled = list.some(({ title }) => title);
  const layout = panelLayout(
    {
      ...{ count: list.length, cellRows, cellColumns, columns: options.columns },
      ...{ gapX: 44, gapY: titled ? 62 : 40, left: 60, right: 84, top: titled ? 68 : 48, bottom: 52 },
    },
    list.map(({ title }) => title),
    list.every(({ matrix }) => matrix.shape.join() === list[0].matrix.shape.join()),
    [options.xLabel ?? "column", options.yLabel ?? "row"],
  );
  if (Math.max(cellRows, cellColumns) <= WRITTEN) everyTick(layout);
  const written = options.values ?? Math.max(cellRows, cellColumns) <= WRITTEN;
  const data = list.map(({ matrix }, index) => cells(matrix, index, written));
  const coloraxis = colours(list, options.signed);
  return { data, layout: { ...baseLayout(options.title), ...layout, coloraxis }, alt: options.alt };
}

function readMatrices(input: ArrayInput | readonly TitledMatrix[]): Matrix[] {
  const first = Array.isArray(input) ? input[0] : undefined;
  if (!first || typeof first !== "object" || !("matrix" in first)) {
    return [{ matrix: toNdarray(input as ArrayInput, "matrices", { rank: 2 }), title: "" }];
  }
  return (input as TitledMatrix[]).map((one, i) => {
    if (!one || typeof one !== "object" || one.matrix === undefined) {
      throw new TypeError(`\`matrices[${i}]\` must be { matrix, title }, got ${describe(one)}`);
    }
    return { matrix: toNdarray(one.matrix, `matrices[${i}].matrix`, { rank: 2 }), title: one.title ?? "" };
  });
}

function cells(matrix: Float64NdArray, index: number, written: boolean): Trace {
  const n = axisNumber(index);
  return {
    type: "heatmap",
    z: cellValues(matrix),
    coloraxis: "coloraxis",
    zsmooth: false,
    ...(written ? { texttemplate: "%{z:.4~g}", xgap: 1, ygap: 1 } : {}),
    hovertemplate: "row %{y}, column %{x}<br>value %{z}<extra></extra>",
    xaxis: `x${n}`,
    yaxis: `y${n}`,
  };
}

/** Magnitudes take viridis; signed values a scale whose middle is zero, so that zero is always white. */
function colours(list: readonly Matrix[], signed: boolean | undefined): Trace {
  let [low, high] = [Infinity, -Infinity];
  for (const { matrix } of list) {
    for (const value of matrix.data) [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  const colorbar = { thickness: 12, outlinewidth: 0, len: 1 };
  if (signed ?? low < 0) {
    const most = Math.max(-low, high) || 1;
    return { colorscale: DIVERGING, cmin: -most, cmax: most, colorbar };
  }
  return {
    colorscale: "Viridis",
    ...(low === high ? { cmin: low - 1, cmax: high + 1 } : { cmin: low, cmax: high }),
    colorbar,
  };
}

function everyTick(layout: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(layout)) if (/^[xy]axis/.test(name)) (value as Trace).dtick = 1;
}
