import { DISPLAYS } from "../kernel/display.js";
import { presetOf, presets } from "../kernel/presets.js";
import {
  type Display,
  type KernelSettings,
  type KernelState,
  moveToPixel,
  pixelOf,
  resultAt,
  startState,
  terms,
  withDisplay,
  withKernel,
  withPicture,
  withPreset,
  withSide,
} from "../kernel/state.js";
import { announcement, finding, pixelSentence, resultSentence, sumSentence } from "../kernel/words.js";
import { createChipGroup } from "./chipGroup.js";
import { element } from "./element.js";
import { createKernelPicture } from "./kernelPicture.js";
import { createOpenPicture } from "./openPicture.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";
import { createSums } from "./sums.js";
import { createWeightGrid } from "./weightGrid.js";

type Actions = ExplorerActions<KernelState>;

const SIDES = [3, 5];
const DISPLAY_NAMES = Object.keys(DISPLAYS) as Display[];

/** Runs the kernel editor in `box`. */
export function mountKernel(box: HTMLElement, settings: KernelSettings, alt: string): MountedExplorer {
  const start = startState(settings);
  const kind = {
    outputCount: ({ picture }: KernelState) => picture.length * picture[0].length,
    moveTo: (state: KernelState, index: number) => moveToPixel(state, ...pixelOf({ ...state, at: Math.max(0, index) })),
    announcement,
    build: (actions: Actions) => build(actions, start),
  };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: Actions, start: KernelState): ExplorerParts<KernelState> {
  const editor = createEditor(actions, start);
  const picture = createKernelPicture(actions.move);
  const sums = createSums();
  const words = element("p", { class: "cw-words cw-region" });
  const show = (state: KernelState) => {
    editor.show(state);
    picture.show(state);
    sums.show(`${pixelSentence(state)}: `, terms(state), resultAt(state));
    const sum = element("b", {}, sumSentence(state.kernel));
    words.replaceChildren(sum, ` ${resultSentence(state)} ${DISPLAYS[state.display].words}`);
  };
  const all = element("div", {}, editor.node, picture.node, words, sums.node, picture.hint);
  editor.acceptDrops(all);
  return { nodes: [all], show, showPlaying: () => {}, resize: picture.resize };
}

/** The weights, kernels to try, how the result is shown, and which picture. */
function createEditor({ change }: Actions, start: KernelState) {
  const grid = createWeightGrid((kernel) => change((state) => withKernel(state, kernel)));
  const names = createChipGroup("kernels to try", (i) => change((state) => withPreset(state, presets[i].kernel)));
  const size = createChipGroup("size", (i) => change((state) => withSide(state, SIDES[i])));
  const display = createChipGroup("show the result", (i) => change((s) => withDisplay(s, DISPLAY_NAMES[i])));
  const pictures = createOpenPicture(
    (rows) => change((state) => withPicture(state, rows)),
    () => change((state) => withPicture(state, start.picture)),
  );
  const row = (name: string, node: Node) => element("div", { class: "cw-row" }, element("span", {}, name), node);
  const choices = [names.node, row("result", display.node), row("size", size.node), pictures.node];
  const show = ({ kernel, display: shown }: KernelState) => {
    grid.show(kernel);
    names.show(
      presets.map(({ name }) => name),
      presetOf(kernel),
    );
    size.show(
      SIDES.map((side) => `${side} × ${side}`),
      SIDES.indexOf(kernel.length),
    );
    display.show(
      DISPLAY_NAMES.map((name) => DISPLAYS[name].name),
      DISPLAY_NAMES.indexOf(shown),
    );
  };
  const node = element("div", { class: "cw-editor" }, grid.node, element("div", {}, ...choices));
  return { node, show, acceptDrops: pictures.acceptDrops };
}
