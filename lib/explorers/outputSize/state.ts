import { axisWindows } from "../../layers/axisWindows.js";
import { kernelSpan } from "../../signals/positions.js";

/** What a layer does along one axis. */
export interface LayerSettings {
  kernel: number;
  stride: number;
  /** Zeros on each side, or as many as TensorFlow's "same" takes. */
  padding: number | "same";
  dilation: number;
}

/** All windows of one layer, or what one output of the last layer sees. */
export type View = "windows" | "field";

/** What the page is given to start from. */
export interface OutputSizeSettings {
  input: number;
  layers: LayerSettings[];
  view: View;
  title: string;
}

/** Where the explorer stands. Never modified; each step makes a new one. */
export interface OutputSizeState {
  input: number;
  layers: readonly LayerSettings[];
  view: View;
  /** The layer whose numbers can be changed, from 0. */
  chosen: number;
  /** The output that is pointed at, from 0. */
  at: number;
}

/** A layer with what comes in and how its windows stand. */
export interface Step {
  layer: LayerSettings;
  /** Cells that come in, without padding. */
  cells: number;
  /** Cells from the first weight to the last. */
  reach: number;
  before: number;
  after: number;
  /** Windows; 0 when not even one fits. */
  count: number;
  /** What the formula says. */
  exact: number;
  /** Cells of the padded row after the last window. */
  leftOver: number;
}

/** The state in which the page begins. */
export function startState({ input, layers, view }: OutputSizeSettings): OutputSizeState {
  return { input, layers, view, chosen: 0, at: 0 };
}

/** The layers one after the other, up to the first that finds no place for its window (which is the last then). */
export function steps({ input, layers }: Pick<OutputSizeState, "input" | "layers">): Step[] {
  const made: Step[] = [];
  let cells = input;
  for (const layer of layers) {
    const step = oneStep(cells, layer);
    made.push(step);
    if (step.count === 0) break;
    cells = step.count;
  }
  return made;
}

function oneStep(cells: number, layer: LayerSettings): Step {
  const reach = kernelSpan(layer.kernel, layer.dilation);
  const { count, before, after, exact } = axisWindows(cells, reach, layer.stride, layer.padding);
  const windows = Math.max(0, count);
  const used = windows === 0 ? 0 : (windows - 1) * layer.stride + reach;
  return { layer, cells, reach, before, after, count: windows, exact, leftOver: before + cells + after - used };
}

/** The steps that the picture shows: those that can be built, or the chosen one alone. */
export function shownSteps(state: OutputSizeState): Step[] {
  const all = steps(state);
  if (state.view === "windows") return [all[Math.min(state.chosen, all.length - 1)]];
  return all.filter(({ count }) => count > 0);
}

/** How many outputs can be pointed at. */
export function outputCount(state: OutputSizeState): number {
  return Math.max(1, shownSteps(state).at(-1)?.count ?? state.input);
}

/** The state at another output, the nearest there is. */
export function moveTo(state: OutputSizeState, index: number): OutputSizeState {
  return { ...state, at: Math.min(outputCount(state) - 1, Math.max(0, Math.round(index))) };
}
