import { barPlot, type Figure, linePlot, liveFigure } from "cnn-workbook";
import type { TrainOptions } from "cnn-workbook/training";

/** How one training differs from the others. */
export interface Choices extends Partial<Omit<TrainOptions, "optimizer">> {
  /** Learning rate. */
  rate?: number;
  /** Adam in place of plain steps against the gradient. */
  adam?: boolean;
}

/** What a training gives, epoch by epoch; accuracies from 0 to 1. */
export interface History {
  loss: number[];
  accuracy: number[];
  validationLoss: number[];
  validationAccuracy: number[];
}

type Measure = "loss" | "validationLoss" | "validationAccuracy";

/** How trainings are compared. */
export interface CompareOptions {
  /** What is compared, for the title. */
  title: string;
  /** What is drawn; accuracy on the validation digits when left out. */
  measure?: Measure;
  /** A bar for each training, with its last value, in place of curves. What the bars stand for. */
  bars?: string;
}

const LABELS: Record<Measure, string> = {
  loss: "training loss",
  validationLoss: "validation loss",
  validationAccuracy: "validation digits read rightly (%)",
};

/**
 * Runs trainings one after another and draws what came of them, anew after each.
 *
 * @returns the history of each
 * @example await compareRuns({ slow: () => run({ rate: 0.01 }), fast: () => run({ rate: 0.1 }) }, { title: "Two rates" })
 */
export async function compareRuns<Name extends string>(
  runs: Record<Name, () => Promise<History>>,
  options: CompareOptions,
): Promise<Record<Name, History>> {
  const names = Object.keys(runs) as Name[];
  const done: [Name, History][] = [];
  let live: ReturnType<typeof liveFigure> | undefined;
  for (const name of names) {
    done.push([name, await runs[name]()]);
    const figure = comparison(done, options, names.length);
    if (live) live.update(figure);
    else live = liveFigure(figure);
  }
  return Object.fromEntries(done) as Record<Name, History>;
}

/** The figure of the trainings that are done, `of` so many. */
export function comparison(done: readonly [string, History][], options: CompareOptions, of = done.length): Figure {
  const { measure = "validationAccuracy", bars } = options;
  const scale = measure === "validationAccuracy" ? 100 : 1;
  const valuesOf = (history: History) => history[measure].map((value) => scale * value);
  const last = done.map(([name, history]) => ({ name, value: valuesOf(history).at(-1) ?? Number.NaN }));
  const texts = last.map(({ name, value }) => `${name}: ${written(value, measure)}`);
  const title =
    done.length < of ? `${options.title} (${done.length} of ${of} done)` : summary(options.title, last, measure);
  const text = { title, yLabel: LABELS[measure], alt: `${options.title}. At the end, ${texts.join("; ")}.` };
  if (bars)
    return barPlot(
      { labels: last.map(({ name }) => name), values: last.map(({ value }) => value) },
      { ...text, xLabel: bars },
    );
  const series = done.map(([name, history]) => ({
    name,
    x: history[measure].map((_, i) => i + 1),
    y: valuesOf(history),
  }));
  const figure = linePlot(series, { ...text, xLabel: "epoch" });
  const ticks = Math.max(...series.map(({ x }) => x.length)) <= 20 ? { dtick: 1 } : {};
  return { ...figure, layout: { ...figure.layout, xaxis: { ...(figure.layout.xaxis as object), ...ticks } } };
}

/** The title, with the lowest and the highest value at the end. */
function summary(title: string, last: readonly { name: string; value: number }[], measure: Measure): string {
  const sorted = [...last].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const one = ({ name, value }: typeof low) => `${written(value, measure)} (${name})`;
  return low === high ? `${title}: ${one(low)}` : `${title}: from ${one(low)} to ${one(high)}`;
}

function written(value: number, measure: Measure): string {
  return measure === "validationAccuracy" ? `${value.toFixed(0)} %` : value.toFixed(2);
}
