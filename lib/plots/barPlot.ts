import { type ArrayInput, describe, toList, toNdarray } from "../arrays/index.js";
import { checkPlotText, type Figure, type PlotText } from "./figure.js";
import { plotFigure } from "./plotFigure.js";
import { round } from "./round.js";

/** What a bar plot compares. */
export interface Bars {
  /** What each bar stands for. */
  labels: readonly (string | number)[];
  /** How long each bar is; as many as labels. */
  values: ArrayInput;
}

const WRITTEN = 16;

/**
 * One bar a label, in the given order, with its value written on it where there are few.
 *
 * @param bars - `labels` and as many `values`; not modified
 * @param text - title, axis labels with units, and alt text
 * @throws {TypeError} a label is missing
 * @throws {RangeError} labels and values differ in number
 * @example show(barPlot({ labels: ["shared", "not shared"], values: [34944, 105705600] }, { title: "Weights", xLabel: "layer", yLabel: "parameters", alt: "Sharing saves 3,000 times." }))
 */
export function barPlot({ labels, values }: Bars, text: PlotText): Figure {
  checkPlotText(text, "barPlot");
  if (!Array.isArray(labels)) throw new TypeError(`\`labels\` must be an array of names, got ${describe(labels)}`);
  const y = toList(toNdarray(values, "values", { rank: 1 })).map((value) => round(value));
  if (labels.length !== y.length) {
    throw new RangeError(`\`labels\` has ${labels.length} entries and \`values\` ${y.length}; they must be as many`);
  }
  const trace = {
    type: "bar",
    x: labels.map(String),
    y,
    hovertemplate: `%{x}: %{y}<extra></extra>`,
    ...(y.length <= WRITTEN ? { text: y.map(written), textposition: "auto", cliponaxis: false } : {}),
  };
  const figure = plotFigure([trace], text, { type: "category", showgrid: false });
  return { ...figure, layout: { ...figure.layout, bargap: 0.35 } };
}

/** `105,705,600`; four digits where there is a fraction. */
function written(value: number | null): string {
  if (value === null) return "";
  return value.toLocaleString("en-US", Number.isInteger(value) ? {} : { maximumSignificantDigits: 4 });
}
