import { inNotebook } from "../plots/display.js";
import { type LiveFigure, liveFigure } from "../plots/index.js";
import { backendNotice } from "./tensorflow.js";
import type { TrainingCurves } from "./trainingCurves.js";
import { finding, type Status, statusText, trainingFigure } from "./trainingFigure.js";

/** How a training run shows itself: curves in a notebook, a line now and then on a terminal, or not at all. */
export type DisplayMode = "figure" | "text" | "none";

/** Told after each batch and epoch; decides itself what of it is shown. */
export interface TrainingDisplay {
  batch(curves: TrainingCurves, status: () => Status): void;
  epoch(curves: TrainingCurves, status: () => Status): void;
}

/** Five figures a second are enough for the eye, and cost the training nothing to speak of. */
const PAUSE_MS = 200;
const LINES = 20;

/** The display for a run. Says once in a process what a missing native TensorFlow costs. */
export function trainingDisplay(mode: DisplayMode | undefined, title: string, epochs: number): TrainingDisplay {
  const chosen = mode ?? (inNotebook() ? "figure" : "text");
  if (chosen === "none") return { batch() {}, epoch() {} };
  sayNotice();
  return chosen === "figure" ? figureDisplay(title) : textDisplay(title, epochs);
}

function figureDisplay(title: string): TrainingDisplay {
  let live: LiveFigure | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const draw = (curves: TrainingCurves, status: Status) => {
    if (curves.training.length === 0) return;
    const figure = trainingFigure(curves, status, title);
    if (live) live.update(figure);
    else live = liveFigure(figure);
    last = performance.now();
  };
  return {
    batch(curves, status) {
      if (performance.now() - last >= PAUSE_MS) draw(curves, status());
    },
    // What comes last must be seen; epochs that take no time are not.
    epoch(curves, status) {
      const now = status();
      if (now.state !== "running" || performance.now() - last >= PAUSE_MS) draw(curves, now);
    },
  };
}

function textDisplay(title: string, epochs: number): TrainingDisplay {
  const every = Math.ceil(epochs / LINES);
  return {
    batch() {},
    epoch(curves, status) {
      const now = status();
      if (now.state === "running" && Math.round(now.epochsDone) % every !== 0) return;
      const done = now.state === "running" ? `epoch ${Math.round(now.epochsDone)} of ${epochs} done` : statusText(now);
      console.log(`${title}, ${done}. ${finding(curves)}`);
    },
  };
}

let said = false;

function sayNotice(): void {
  const notice = backendNotice();
  if (!said && notice) console.log(notice);
  said = true;
}
