import { parseKernel } from "../convolution1d/parseKernel.js";
import { presets } from "../convolution1d/presets.js";
import {
  type ConvolutionSettings,
  type ConvolutionState,
  moveTo,
  outputCount,
  outputs,
  positionOf,
  startState,
  withKernel,
} from "../convolution1d/state.js";
import { announcement, finding, flipSentence, regionSentence } from "../convolution1d/words.js";
import { numeral } from "../shared/numeral.js";
import { writeWeight } from "../shared/weight.js";
import { createEquation } from "./convolutionEquation.js";
import { createPicture } from "./convolutionPicture.js";
import { element } from "./element.js";
import { createFlipSwitch } from "./flipSwitch.js";
import { createKernelField, type KernelTyping } from "./kernelField.js";
import { createMoveControls } from "./moveControls.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

const MOVES = {
  name: "position n",
  hint: "Drag the kernel in the picture, or press the arrow keys, Home and End.",
};

const TYPING: KernelTyping<readonly number[]> = {
  lines: 1,
  parse: parseKernel,
  write: (kernel) => kernel.map(writeWeight).join(" "),
  presets,
};

/** Runs the convolution explorer in `box`. */
export function mountConvolution(box: HTMLElement, settings: ConvolutionSettings, alt: string): MountedExplorer {
  const start = startState(settings);
  const kind = { outputCount, moveTo, announcement, build: (actions: Actions) => build(actions, start) };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

type Actions = ExplorerActions<ConvolutionState>;

function build(actions: Actions, start: ConvolutionState): ExplorerParts<ConvolutionState> {
  const field = createKernelField(TYPING, (kernel) => actions.change((state) => withKernel(state, kernel)));
  field.show(start.kernel);
  const flip = createFlipSwitch((on) => actions.change((state) => ({ ...state, flip: on })));
  const top = element("div", { class: "cw-kernel-part" }, field.node, ...(start.basic ? [] : [flip.node]));
  const moves = createMoveControls(actions, MOVES);
  const picture = createPicture({ go: actions.go, grabbed: () => moves.slider.focus({ preventScroll: true }) });
  const equation = createEquation();
  const show = (state: ConvolutionState) => {
    picture.show(state);
    equation.show(state);
    field.mark(state.kernel);
    flip.show(state.flip, flipSentence(state));
    moves.region.textContent = regionSentence(state);
    const n = `n = ${numeral(positionOf(state, state.at))}`;
    const spoken = `${n}, output ${numeral(outputs(state)[state.at])}`;
    moves.show({ at: state.at, count: outputCount(state), words: n, spoken });
  };
  return {
    nodes: [top, picture.node, equation.node, moves.node],
    show,
    showPlaying: moves.showPlaying,
    resize: picture.show,
  };
}
