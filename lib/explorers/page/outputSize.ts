import {
  moveTo,
  type OutputSizeSettings,
  type OutputSizeState,
  outputCount,
  shownSteps,
  startState,
} from "../outputSize/state.js";
import { announcement, fieldSentence, fieldSum, finding, fitSentence, formula, unbuilt } from "../outputSize/words.js";
import { element } from "./element.js";
import { createMoveControls } from "./moveControls.js";
import { createSizeControls } from "./outputSizeControls.js";
import { createSizePicture } from "./outputSizePicture.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

const MOVES = {
  name: "output",
  hint: "Click on a window or an output, or use the slider: arrow keys, Home and End.",
};

/** Runs the explorer of output sizes in `box`. */
export function mountOutputSize(box: HTMLElement, settings: OutputSizeSettings, alt: string): MountedExplorer {
  const start = startState(settings);
  const kind = { outputCount, moveTo, announcement, build };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: ExplorerActions<OutputSizeState>): ExplorerParts<OutputSizeState> {
  const controls = createSizeControls(actions);
  const moves = createMoveControls(actions, MOVES);
  const picture = createSizePicture({ go: actions.go, grabbed: () => moves.slider.focus({ preventScroll: true }) });
  const sum = element("p", { class: "cw-equation" });
  const show = (state: OutputSizeState) => {
    controls.show(state);
    picture.show(state);
    const field = state.view === "field";
    const [step] = shownSteps(state);
    sum.textContent = field ? `receptive field: ${fieldSum(state)}` : `output size: ${formula(step)}`;
    moves.region.textContent = field ? fieldSentence(state) : `${fitSentence(step)} ${elsewhere(state)}`;
    moves.show({ at: state.at, count: outputCount(state), words: `[${state.at}]`, spoken: `output ${state.at}` });
  };
  return {
    nodes: [controls.node, sum, picture.node, moves.node],
    show,
    showPlaying: moves.showPlaying,
    resize: picture.show,
  };
}

/** That a layer other than the one in sight finds no place. */
function elsewhere(state: OutputSizeState): string {
  return shownSteps(state)[0].count > 0 ? unbuilt(state) : "";
}
