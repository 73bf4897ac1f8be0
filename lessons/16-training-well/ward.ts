import { type Figure, linePlot, liveFigure } from "cnn-workbook";
import type { History } from "./compare.js";

/** What is known of a training when it is over; shares from 0 to 1. */
export interface Findings {
  /** Training loss before the first step. */
  before: number;
  history: History;
  /** Digits from another source that are read rightly, of each class. */
  elsewhere: number[];
}

type Visits = [name: string, findings: Findings][];

const COLUMNS = 3;
const PANEL = 170;
const GAP = 74;
const TOP = 100;
const BOTTOM = 48;

/**
 * Runs trainings one after another, draws the losses of each as soon as it is done, and writes a table in the end.
 *
 * @returns the history of each
 * @example await visit({ A: () => examine("A") })
 */
export async function visit<Name extends string>(
  patients: Record<Name, () => Promise<Findings>>,
): Promise<Record<Name, History>> {
  const done: Visits = [];
  let live: ReturnType<typeof liveFigure> | undefined;
  for (const name of Object.keys(patients) as Name[]) {
    done.push([name, await patients[name]()]);
    const figure = wardFigure(done);
    if (live) live.update(figure);
    else live = liveFigure(figure);
  }
  console.log(wardTable(done));
  return Object.fromEntries(done.map(([name, { history }]) => [name, history])) as Record<Name, History>;
}

/** The losses of each training, from before the first step on, each on an axis that begins at 0. */
export function wardFigure(visits: Visits): Figure {
  const rows = Math.ceil(visits.length / COLUMNS);
  const inner = rows * PANEL + (rows - 1) * GAP;
  const panels = visits.map(([name, findings], i) => panel(name, findings, i, inner));
  const base = lossPlot("Loss in training and in validation", visits[0][1]);
  const { xaxis: _x, yaxis: _y, ...layout } = base.layout;
  return {
    data: panels.flatMap(({ data }) => data),
    layout: {
      ...layout,
      ...Object.assign({}, ...panels.map(({ axes }) => axes)),
      annotations: panels.map(({ title }) => title),
      height: TOP + inner + BOTTOM,
      margin: { ...(layout.margin as object), t: TOP, b: BOTTOM },
      legend: { ...(layout.legend as object), y: 1 + 30 / inner },
    },
    alt: visits.map(([name, findings]) => `${name}: ${words(findings)}`).join(" "),
  };
}

function lossPlot(title: string, { before, history }: Findings): Figure {
  const x = [0, ...history.loss.map((_, i) => i + 1)];
  const series = [
    { name: "training", x, y: [before, ...history.loss] },
    { name: "validation", x: x.slice(1), y: history.validationLoss },
  ];
  return linePlot(series, { title, xLabel: "epoch", yLabel: "loss", alt: title });
}

function panel(name: string, findings: Findings, index: number, inner: number) {
  const { data, layout } = lossPlot(name, findings);
  const colours = (layout.template as { layout: { colorway: string[] } }).layout.colorway;
  const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
  const key = index === 0 ? "" : String(index + 1);
  const top = 1 - (row * (PANEL + GAP)) / inner;
  const left = (column * 1.12) / (COLUMNS + 0.12 * (COLUMNS - 1));
  const width = 1 / (COLUMNS + 0.12 * (COLUMNS - 1));
  const place = { xaxis: `x${key}`, yaxis: `y${key}`, showlegend: index === 0 };
  const most = 1.08 * Math.max(findings.before, ...findings.history.loss, ...findings.history.validationLoss);
  const xaxis = { ...(layout.xaxis as object), domain: [left, left + width], anchor: `y${key}`, nticks: 7 };
  const yaxis = { ...(layout.yaxis as object), domain: [top - PANEL / inner, top], anchor: `x${key}` };
  return {
    data: data.map((trace, i) => {
      const line = { ...(trace.line as object), color: colours[i] };
      return { ...trace, ...place, line, marker: { ...(trace.marker as object), color: colours[i], size: 6 } };
    }),
    axes: { [`xaxis${key}`]: xaxis, [`yaxis${key}`]: { ...yaxis, ...(most > 0 ? { range: [0, most] } : {}) } },
    title: {
      text: `<b>${name}</b>`,
      xref: "paper",
      yref: "paper",
      x: left,
      y: top,
      yanchor: "bottom",
      showarrow: false,
    },
  };
}

function words({ before, history }: Findings): string {
  const [first, last] = [before, history.loss[history.loss.length - 1]];
  const validation = [history.validationLoss[0], history.validationLoss[history.validationLoss.length - 1]];
  const [from, to] = validation.map((loss) => loss.toFixed(2));
  return `training loss from ${first.toFixed(2)} to ${last.toFixed(2)}, validation loss from ${from} to ${to}.`;
}

/** A line a training: loss at first, read rightly in training, in validation, elsewhere, and elsewhere digit by digit. */
export function wardTable(visits: Visits): string {
  const room = Math.max(8, ...visits.map(([name]) => name.length + 2));
  const share = (value: number, wide: number) => (100 * value).toFixed(0).padStart(wide);
  const lines = visits.map(([name, { before, history, elsewhere }]) => {
    const [training, validation] = [history.accuracy, history.validationAccuracy].map((all) => all[all.length - 1]);
    const mean = elsewhere.reduce((sum, value) => sum + value, 0) / elsewhere.length;
    const shares = [share(training, 10), share(validation, 12), share(mean, 11)].join("");
    return `${name.padEnd(room)}${before.toFixed(3).padStart(12)}${shares}   ${elsewhere.map((v) => share(v, 4)).join("")}`;
  });
  const digits = [...new Array(10).keys()].map((digit) => String(digit).padStart(4)).join("");
  const head = `${"".padEnd(room)}  first loss  training  validation  elsewhere   ${digits}`;
  const above = `${"".padEnd(head.length - 40)}elsewhere, of each digit`;
  return ["Read rightly, in %:".padEnd(head.length - 40) + above.trimStart(), head, ...lines].join("\n");
}
