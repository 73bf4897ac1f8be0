import { moveBy, moveTo, moveToPlace } from "../convolution2d/moves.js";
import {
  type Convolution2dSettings,
  type Convolution2dState,
  currentOutput,
  fits,
  outputCount,
  placeOf,
  startState,
} from "../convolution2d/state.js";
import { announcement, finding, misfit, placeWords, regionSentence } from "../convolution2d/words.js";
import { numeral } from "../shared/numeral.js";
import { createSetup2d } from "./convolution2dControls.js";
import { createEquation2d } from "./convolution2dEquation.js";
import { createPicture2d } from "./convolution2dPicture.js";
import { createMoveControls } from "./moveControls.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

type Actions = ExplorerActions<Convolution2dState>;

const MOVES = {
  name: "position of the kernel",
  hint: "Drag the kernel, click on an output, or press the arrow keys, Home and End.",
};

/** Rows and columns by which each key moves the kernel. */
const KEYS: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Runs the explorer of the convolution in two dimensions in `box`. */
export function mountConvolution2d(box: HTMLElement, settings: Convolution2dSettings, alt: string): MountedExplorer {
  const start = startState(settings);
  const kind = { outputCount, moveTo, announcement, build: (actions: Actions) => build(actions, start) };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: Actions, start: Convolution2dState): ExplorerParts<Convolution2dState> {
  const setup = createSetup2d(actions, start);
  const moves = createMoveControls(actions, MOVES);
  moves.slider.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    actions.move((state) => moveBy(state, ...way));
  });
  const picture = createPicture2d({
    goTo: (row, column) => actions.move((state) => moveToPlace(state, row, column)),
    grabbed: () => moves.slider.focus({ preventScroll: true }),
  });
  const equation = createEquation2d();
  const show = (state: Convolution2dState) => {
    picture.show(state);
    equation.show(state);
    setup.show(state);
    moves.region.textContent = regionSentence(state);
    const spoken = fits(state) ? `${placeWords(state)}, output ${numeral(currentOutput(state))}` : misfit(state);
    moves.show({ at: state.at, count: outputCount(state), words: `[${placeOf(state).join(", ")}]`, spoken });
  };
  return {
    nodes: [setup.node, picture.node, equation.node, moves.node],
    show,
    showPlaying: moves.showPlaying,
    resize: picture.show,
  };
}
