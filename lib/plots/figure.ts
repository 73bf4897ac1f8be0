import { describe } from "../arrays/index.js";

/** One Plotly trace: plain data, as https://plotly.com/javascript/reference/ describes it. */
export type Trace = Record<string, unknown>;

/** A figure as plain data. `show(figure)` displays it; change `data` or `layout` first for what no option covers. */
export interface Figure {
  /** Plotly traces. */
  data: Trace[];
  /** Plotly layout: title, axes, size. */
  layout: Record<string, unknown>;
  /** What the figure shows, in a sentence, for those who cannot see it. */
  alt: string;
  /** The same as a PNG picture, for viewers that do not draw Plotly figures. */
  picture?: Uint8Array;
}

/** What every figure must say about itself. */
export interface FigureText {
  /** What is to be seen, as a statement where possible: `"Box, width 5: the noise falls by half"`. */
  title: string;
  /** The finding in a sentence, for those who cannot see the figure. */
  alt: string;
}

/** What a figure with two axes must say about itself. */
export interface PlotText extends FigureText {
  /** What the horizontal axis counts, with its unit: `"time (s)"`. */
  xLabel: string;
  /** What the vertical axis measures, with its unit: `"voltage (mV)"`. */
  yLabel: string;
}

const REASONS: Record<string, string> = {
  title: "a short statement of what is to be seen",
  alt: "a sentence that says what the figure shows, for those who cannot see it",
  xLabel: 'what the horizontal axis counts, with its unit, such as "time (s)"',
  yLabel: 'what the vertical axis measures, with its unit, such as "voltage (mV)"',
};

/**
 * Returns `text` if it has a non-empty string under each of `names`.
 *
 * @throws {TypeError} naming the function, what is missing and what to write there
 * @example checkText({ title: "A line", alt: "It rises." }, ["title", "alt"], "imagePlot")
 */
export function checkText<T extends FigureText>(text: T, names: readonly string[], caller: string): T {
  for (const name of names) {
    const value = (text as unknown as Record<string, unknown> | undefined)?.[name];
    if (typeof value === "string" && value.trim() !== "") continue;
    throw new TypeError(`${caller} needs \`${name}\`: ${REASONS[name]}; got ${describe(value)}`);
  }
  return text;
}

/** The same for a figure with two axes, whose labels are needed too. */
export function checkPlotText(text: PlotText, caller: string): PlotText {
  return checkText(text, ["title", "xLabel", "yLabel", "alt"], caller);
}
