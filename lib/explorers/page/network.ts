import { choose, moveTo, type NetworkSettings, type NetworkState, outputCount, startState } from "../network/state.js";
import { announcement, finding, rowSentence, seenSentence, totalSentence } from "../network/words.js";
import { element } from "./element.js";
import { createNetworkControls } from "./networkControls.js";
import { createNetworkPicture } from "./networkPicture.js";
import { createNetworkTable } from "./networkTable.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

const HINT =
  "Choose a layer by a click, or with the arrow keys in the table. Drag over the output or the input, or use the arrow " +
  "keys there, Home and End. k, M and G: thousand, million, billion. “sees” and “jump” in pixels of the input. " +
  "A block of branches is one line; normalisation, activation and dropout stand in the line before.";

/** Runs the explorer of a whole network in `box`. */
export function mountNetwork(box: HTMLElement, settings: NetworkSettings, alt: string): MountedExplorer {
  const start = startState(settings);
  const kind = {
    outputCount,
    moveTo,
    announcement,
    build: (actions: ExplorerActions<NetworkState>) => build(actions, start),
  };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: ExplorerActions<NetworkState>, start: NetworkState): ExplorerParts<NetworkState> {
  const controls = createNetworkControls(actions, start);
  const table = createNetworkTable((row) => actions.change((state) => choose(state, row)));
  const picture = createNetworkPicture(actions);
  const total = element("p", { class: "cw-equation cw-total" });
  const problem = element("p", { class: "cw-problem cw-region" });
  const words = element("p", { class: "cw-words cw-region" });
  const show = (state: NetworkState) => {
    controls.show(state);
    table.show(state);
    picture.show(state);
    total.textContent = totalSentence(state);
    problem.textContent = state.problem ? `Does not fit: ${state.problem}.` : "";
    words.textContent = `${rowSentence(state.rows[state.chosen])} ${seenSentence(state)}`;
  };
  const hint = element("p", { class: "cw-hint" }, HINT);
  return {
    nodes: [controls.node, total, problem, table.node, picture.node, words, hint],
    show,
    showPlaying: () => {},
    resize: picture.show,
  };
}
