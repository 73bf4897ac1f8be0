import { drawScene, type PadScene } from "../drawDigit/scene.js";
import {
  begin,
  clear,
  type DrawDigitSettings,
  type DrawDigitState,
  example,
  extend,
  movePen,
  startState,
  takeBack,
  togglePen,
} from "../drawDigit/state.js";
import { announcement, finding, readingSentence } from "../drawDigit/words.js";
import { createButton } from "./button.js";
import { createDragPicture } from "./dragPicture.js";
import { element } from "./element.js";
import { createModeSwitch } from "./modeSwitch.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

type Actions = ExplorerActions<DrawDigitState>;
type Change = (state: DrawDigitState) => DrawDigitState;

const HINT =
  "Draw with the mouse, a finger or a pen. By keys: the arrows move the cross, Space puts the pen down and lifts it, " +
  "Backspace takes the last stroke back, Delete clears.";
const PLACES = ["centred by its mass", "as drawn"] as const;
const STEP = 0.05;

const byKey: Record<string, Change> = {
  ArrowLeft: (state) => movePen(state, [-STEP, 0]),
  ArrowRight: (state) => movePen(state, [STEP, 0]),
  ArrowUp: (state) => movePen(state, [0, -STEP]),
  ArrowDown: (state) => movePen(state, [0, STEP]),
  " ": togglePen,
  Enter: togglePen,
  Backspace: takeBack,
  Delete: clear,
};

/** Runs the explorer in which one draws a digit, in `box`. */
export function mountDrawDigit(box: HTMLElement, settings: DrawDigitSettings, alt: string): MountedExplorer {
  const kind = { outputCount: () => 1, moveTo: (state: DrawDigitState) => state, announcement, build: createPad };
  return runExplorer(box, startState(settings), kind, { title: settings.title, alt: alt || finding() });
}

/** The pad with its buttons, the small picture and the answer; `most` is the widest it gets, in pixels. */
export function createPad(actions: Actions, most?: number): ExplorerParts<DrawDigitState> {
  const controls = createControls(actions);
  const picture = createDragPicture<DrawDigitState, PadScene>({
    draw: (state, room) => drawScene(state, room, most),
    grip: ({ toPad }, _state, [x, y]) => {
      const first = toPad(x, y);
      if (first.some((share) => share < 0 || share > 1)) return undefined;
      actions.change((state) => ({ ...begin(state, first), down: false }));
      return (toX, toY) => actions.change((state) => extend(state, toPad(toX, toY)));
    },
    grabbed: () => picture.node.focus({ preventScroll: true }),
  });
  makePad(picture.node, actions);
  const answer = element("p", { class: "cw-words cw-region" });
  const show = (state: DrawDigitState) => {
    controls.show(state);
    picture.show(state);
    answer.replaceChildren(element("b", {}, readingSentence(state)));
  };
  const hint = element("p", { class: "cw-hint" }, HINT);
  return { nodes: [controls.node, picture.node, answer, hint], show, showPlaying: () => {}, resize: picture.show };
}

/** Makes the picture something that keys can draw on. */
function makePad(node: HTMLElement, { change }: Actions): void {
  node.classList.add("cw-pad");
  node.tabIndex = 0;
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", `Pad to draw on. ${HINT}`);
  node.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : byKey[event.key];
    if (!act) return;
    event.preventDefault();
    change(act);
  });
}

function createControls({ change }: Actions) {
  const button = (words: string, act: Change) => createButton(words, () => change(act));
  const back = button("take back", takeBack);
  const empty = button("clear", clear);
  const place = createModeSwitch(PLACES, (chosen) => change((s) => ({ ...s, centred: chosen === PLACES[0] })), "input");
  const node = element("div", { class: "cw-row cw-tasks" }, empty, back, button("example", example), place.node);
  const show = ({ strokes, centred }: DrawDigitState) => {
    back.disabled = strokes.length === 0;
    empty.disabled = strokes.length === 0;
    place.show(PLACES[centred ? 0 : 1]);
  };
  return { node, show };
}
