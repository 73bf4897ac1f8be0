import { checkPlotText, type Figure, type PlotText } from "./figure.js";
import { hover, plotFigure } from "./plotFigure.js";
import { readSeries, type Series } from "./series.js";
import { MARKERS } from "./theme.js";

/**
 * Values as separate points.
 *
 * @param series - `{ y, x?, name? }`, or several of them on the same axes; not modified
 * @param text - title, axis labels with units, and alt text
 * @throws {TypeError} a label or name is missing
 * @throws {RangeError} `x` and `y` of different lengths
 * @example show(scatterPlot({ x: width, y: noise }, { title: "Noise left", xLabel: "kernel width (samples)", yLabel: "noise (mV)", alt: "Wider kernels leave less noise." }))
 */
export function scatterPlot(series: Series | readonly Series[], text: PlotText): Figure {
  checkPlotText(text, "scatterPlot");
  const traces = readSeries(series).map(({ x, y, name, faint }, index) => ({
    type: "scatter",
    mode: "markers",
    x,
    y,
    ...(name ? { name } : {}),
    marker: { size: 7, symbol: MARKERS[index % MARKERS.length] },
    ...(faint ? { opacity: 0.6 } : {}),
    ...hover(text, name),
  }));
  return plotFigure(traces, text);
}
