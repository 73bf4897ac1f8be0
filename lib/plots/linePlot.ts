import { checkPlotText, type Figure, type PlotText, type Trace } from "./figure.js";
import { hover, plotFigure } from "./plotFigure.js";
import { type Points, readSeries, type Series } from "./series.js";
import { DASHES, MARKERS } from "./theme.js";

/** From here on dashes are lost in the curve; up to there the values themselves are marked. */
const DENSE = 150;
const MARKED = 20;

/**
 * Values joined by lines: signals over time, curves over epochs.
 *
 * @param series - `{ y, x?, name? }`, or several of them on the same axes; not modified
 * @param text - title, axis labels with units, and alt text
 * @throws {TypeError} a label or name is missing
 * @throws {RangeError} `x` and `y` of different lengths
 * @example show(linePlot({ x: time, y: voltage }, { title: "Two beats", xLabel: "time (s)", yLabel: "voltage (mV)", alt: "Two tall peaks, a second apart." }))
 */
export function linePlot(series: Series | readonly Series[], text: PlotText): Figure {
  checkPlotText(text, "linePlot");
  const traces = readSeries(series).map((points, index) => line(points, index, text));
  return plotFigure(traces, text);
}

/** In a dense curve the first line is thin and the others are thick. */
function line({ x, y, name, faint }: Points, index: number, text: PlotText): Trace {
  const dense = y.length > DENSE;
  const width = faint ? 1 : dense && index === 0 ? 1.5 : 2.5;
  return {
    type: "scatter",
    mode: y.length <= MARKED ? "lines+markers" : "lines",
    x,
    y,
    ...(name ? { name } : {}),
    ...(y.length <= MARKED ? { marker: { size: 7, symbol: MARKERS[index % MARKERS.length] } } : {}),
    line: { width, dash: dense ? "solid" : DASHES[index % DASHES.length] },
    ...(faint ? { opacity: 0.6 } : {}),
    ...hover(text, name),
  };
}
