export { type Bars, barPlot } from "./barPlot.js";
export type { Figure, FigureText, PlotText } from "./figure.js";
export { type HeatmapOptions, heatmap, type TitledMatrix } from "./heatmap.js";
export { type ImagePlotOptions, imagePlot, type TitledImage } from "./imagePlot.js";
export { linePlot } from "./linePlot.js";
export { scatterPlot } from "./scatterPlot.js";
export type { Series } from "./series.js";
export { EXPLORER_TYPE, type Explorer, FIGURE_TYPE, type LiveFigure, liveFigure, show, toBundle } from "./show.js";
export { stemPlot } from "./stemPlot.js";
