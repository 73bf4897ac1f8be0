import { type Figure, linePlot, type Series } from "../plots/index.js";
import type { Point, TrainingCurves } from "./trainingCurves.js";

/** Where a training run stands. */
export interface Status {
  epochsDone: number;
  epochs: number;
  imagesPerSecond: number;
  /** How the steps run: "compiled", or "eager: " and why. */
  steps: string;
  secondsLeft: number;
  state: "running" | "finished" | "stopped";
}

const LOSS = "loss (cross-entropy)";
const ACCURACY = "accuracy (%)";

/** Loss on the left and accuracy on the right, in training and validation, with speed and time left above. */
export function trainingFigure(curves: TrainingCurves, status: Status, title: string): Figure {
  const alt = `${title}: ${statusText(status)}. ${finding(curves)}`;
  const panel = (yLabel: string, value: (point: Point) => number) => {
    const series = [
      toSeries("training", curves.training, value),
      ...(curves.validation.length > 0 ? [toSeries("validation", curves.validation, value)] : []),
    ];
    return linePlot(series, { title, xLabel: "epoch", yLabel, alt });
  };
  // The axis is as long as the whole training, so that the curves show how far it is.
  const axes = { range: [0, 1.03 * status.epochs], ...(status.epochs <= 20 ? { dtick: 1 } : {}) };
  const figure = beside(
    panel(LOSS, (point) => point.loss),
    panel(ACCURACY, (point) => 100 * point.accuracy),
    axes,
  );
  const below = [statusText(status), ...accuracies(curves)].join(" · ");
  const heading = {
    ...(figure.layout.title as object),
    text: `${title}<br><span style="font-size: 13px">${below}</span>`,
  };
  const margin = { ...(figure.layout.margin as object), t: 72 };
  return { ...figure, layout: { ...figure.layout, title: heading, margin } };
}

/** `epoch 2 of 3 · 1500 images/s (compiled) · 12 s left` */
export function statusText({ epochsDone, epochs, imagesPerSecond, steps, secondsLeft, state }: Status): string {
  const speed = `${Math.round(imagesPerSecond)} images/s (${steps})`;
  if (state === "finished") return `${epochs} ${epochs === 1 ? "epoch" : "epochs"} done · ${speed}`;
  if (state === "stopped") return `stopped after ${epochsDone.toFixed(1)} of ${epochs} epochs · ${speed}`;
  const epoch = `epoch ${Math.min(Math.floor(epochsDone) + 1, epochs)} of ${epochs}`;
  return `${epoch} · ${speed} · ${timeText(secondsLeft)} left`;
}

/** The latest values in a sentence. */
export function finding({ training, validation }: TrainingCurves): string {
  const now = training.at(-1);
  if (!now) return "No batch is done yet.";
  const text = ({ loss, accuracy }: Point) => `loss ${number(loss)}, accuracy ${(100 * accuracy).toFixed(1)} %`;
  const last = validation.at(-1);
  return last ? `In training ${text(now)}; in validation ${text(last)}.` : `In training ${text(now)}.`;
}

function accuracies({ training, validation }: TrainingCurves): string[] {
  const last = [training.at(-1), validation.at(-1)].map((point) => point && `${(100 * point.accuracy).toFixed(1)} %`);
  if (!last[0]) return [];
  return [last[1] ? `accuracy ${last[0]}, in validation ${last[1]}` : `accuracy ${last[0]}`];
}

function timeText(seconds: number): string {
  if (!Number.isFinite(seconds)) return "some time";
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function number(value: number): string {
  return value >= 0.001 ? String(Number(value.toPrecision(3))) : value.toExponential(1);
}

function toSeries(name: string, points: Point[], value: (point: Point) => number): Series {
  return { name, x: points.map(({ epoch }) => epoch), y: points.map(value) };
}

/** Two figures with axes of their own side by side, under one title and one legend. */
function beside(left: Figure, right: Figure, xaxis: object): Figure {
  const colours = left.layout.template as { layout: { colorway: string[] } };
  const paint = (index: number) => ({ color: colours.layout.colorway[index] });
  const trace = (figure: Figure, axes: object) =>
    figure.data.map((data, index) => ({
      ...data,
      ...axes,
      line: { ...(data.line as object), ...paint(index) },
      legendgroup: String(data.name),
    }));
  return {
    data: [...trace(left, {}), ...trace(right, { xaxis: "x2", yaxis: "y2", showlegend: false })],
    layout: {
      ...left.layout,
      showlegend: true,
      xaxis: { ...(left.layout.xaxis as object), ...xaxis, domain: [0, 0.44] },
      xaxis2: { ...(right.layout.xaxis as object), ...xaxis, domain: [0.56, 1], anchor: "y2" },
      yaxis2: { ...(right.layout.yaxis as object), anchor: "x2" },
    },
    alt: left.alt,
  };
}
