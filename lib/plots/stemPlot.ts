import { checkPlotText, type Figure, type PlotText, type Trace } from "./figure.js";
import { discreteTicks, hover, plotFigure } from "./plotFigure.js";
import { type Points, readSeries, type Series } from "./series.js";
import { MARKERS } from "./theme.js";

const APART = 0.14;

/**
 * Samples of a discrete signal: each a dot on a stem from zero. Stems of several series stand side by side.
 *
 * @param series - `{ y, x?, name? }`, or several of them on the same axes; not modified
 * @param text - title, axis labels with units, and alt text
 * @throws {TypeError} a label or name is missing
 * @throws {RangeError} `x` and `y` of different lengths
 * @example show(stemPlot({ y: [1, 2, 3, 2, 1] }, { title: "A triangle", xLabel: "n (sample)", yLabel: "value", alt: "Rises to 3 and falls again." }))
 */
export function stemPlot(series: Series | readonly Series[], text: PlotText): Figure {
  checkPlotText(text, "stemPlot");
  const all = readSeries(series);
  const traces = all.map((points, index) => stems(points, index, index - (all.length - 1) / 2, text));
  return plotFigure(traces, text, discreteTicks(all));
}

function stems({ x, y, name, faint }: Points, index: number, place: number, text: PlotText): Trace {
  const shift = place * APART;
  return {
    type: "scatter",
    mode: "markers",
    x: shift === 0 ? x : x.map((value) => (value === null ? null : Number((value + shift).toFixed(3)))),
    y,
    ...(name ? { name } : {}),
    customdata: x,
    marker: { size: 9, symbol: MARKERS[index % MARKERS.length] },
    error_y: { type: "data", symmetric: false, array: y.map(() => 0), arrayminus: y, width: 0, thickness: 2 },
    ...(faint ? { opacity: 0.6 } : {}),
    ...hover(text, name, "customdata"),
  };
}
