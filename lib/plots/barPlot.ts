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
export function barPlot(bars: Bars, text: PlotText): Figure {
  checkPlotText(text, "barPlot");
  if (bars === null || typeof bars !== "object" || !("labels" in bars && "values" in bars)) {
    throw new TypeError(`\`bars\` must be { labels: [...], values: [...] }, got ${describe(bars)}`);
  }
  const { labels, values } = bars;
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
    ...(y.length <= WRITTEN ? { text: writeAll(y), ...WRITING } : {}),
  };
  const figure = plotFigure([trace], text, { type: "category", showgrid: false });
  return { ...figure, layout: { ...figure.layout, bargap: 0.35 } };
}

/** Above each bar, in letters of one size. */
const WRITING = { textposition: "outside", textangle: 0, constraintext: "none", cliponaxis: false };

/** `105,705,600` where all are whole; else with three digits for the longest bar, and as many decimals for the others. */
function writeAll(values: readonly (number | null)[]): string[] {
  const known = values.filter((value): value is number => value !== null);
  const longest = Math.max(...known.map(Math.abs)) || 1;
  const decimals = known.every(Number.isInteger) ? 0 : Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(longest))));
  return values.map((value) => value?.toLocaleString("en-US", { maximumFractionDigits: decimals }) ?? "");
}
