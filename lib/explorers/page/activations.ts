import { type ActivationsState, choose, pointAt, startActivations } from "../activations/state.js";
import { announcement, cellSentence, finding, stagesSentence } from "../activations/words.js";
import type { DrawDigitSettings, DrawDigitState } from "../drawDigit/state.js";
import { createDetail } from "./activationsDetail.js";
import { createMaps } from "./activationsMaps.js";
import { createPad } from "./drawDigit.js";
import { element } from "./element.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

const HINT =
  "Black is 0, white the largest number of the layer, blue is below 0; a dark map has nothing above 0. Choose a map by a click or, among the maps, with the " +
  "arrow keys; point at a cell of the large map, or move there with the arrow keys. Flattening and dropout change no number.";
const MOST_PAD = 220;

/** Runs the explorer of all layers' activations in `box`. */
export function mountActivations(box: HTMLElement, settings: DrawDigitSettings, alt: string): MountedExplorer {
  const start = startActivations(settings);
  const kind = { outputCount: () => 1, moveTo: (state: ActivationsState) => state, announcement, build };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: ExplorerActions<ActivationsState>): ExplorerParts<ActivationsState> {
  const pad = createPad(onDrawing(actions), MOST_PAD);
  const maps = createMaps((stage, map) => actions.change((state) => choose(state, stage, map)));
  const detail = createDetail((row, column) => actions.change((state) => pointAt(state, row, column)));
  const cell = element("p", { class: "cw-words cw-region" });
  const found = element("p", { class: "cw-hidden" });
  let drawn: DrawDigitState | undefined;
  const show = (state: ActivationsState) => {
    if (drawn !== state.drawing) pad.show(state.drawing);
    drawn = state.drawing;
    maps.show(state);
    detail.show(state);
    cell.textContent = cellSentence(state);
    found.textContent = stagesSentence(state);
  };
  const resize = (state: ActivationsState) => {
    pad.resize(state.drawing);
    detail.show(state);
  };
  const hint = element("p", { class: "cw-hint" }, HINT);
  const [buttons, picture, answer, drawing] = pad.nodes;
  const nodes = [buttons, picture, answer, maps.node, found, detail.node, cell, drawing, hint];
  return { nodes, show, showPlaying: () => {}, resize };
}

/** What the pad asks for, done to the drawing. */
function onDrawing({ change, ...actions }: ExplorerActions<ActivationsState>): ExplorerActions<DrawDigitState> {
  const draw = (next: (drawing: DrawDigitState) => DrawDigitState) =>
    change((state) => ({ ...state, drawing: next(state.drawing) }));
  return { ...actions, move: draw, change: draw };
}
