import { cellAt, isOn } from "../convolution2d/layout.js";
import { barAt } from "../pooling/layout.js";
import { drawScene, type PoolingScene } from "../pooling/scene.js";
import {
  type Kind,
  moveTo,
  type PoolingSettings,
  type PoolingState,
  placeCount,
  shiftOf,
  shiftTo,
  startState,
} from "../pooling/state.js";
import { announcement, changeSentence, finding, rule, shiftWords } from "../pooling/words.js";
import { createButton } from "./button.js";
import { createDragPicture, type Drag } from "./dragPicture.js";
import { element } from "./element.js";
import { createModeSwitch } from "./modeSwitch.js";
import { createMoveControls } from "./moveControls.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

type Actions = ExplorerActions<PoolingState>;

const KINDS: readonly Kind[] = ["largest", "mean", "keep one"];
const SIZES: readonly string[] = ["2", "3"];
const STRIDES: readonly string[] = ["1", "2", "3"];
const MOVES = {
  name: "columns moved",
  hint: "Drag the pattern, click on a bar, or press the arrow keys, Home and End.",
};

/** Rows by which each key moves the pattern. */
const KEYS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** Runs the explorer of pooling in `box`. */
export function mountPooling(box: HTMLElement, settings: PoolingSettings, alt: string): MountedExplorer {
  const start = startState(settings);
  const kind = { outputCount: placeCount, moveTo, announcement, build: (actions: Actions) => build(actions, start) };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: Actions, start: PoolingState): ExplorerParts<PoolingState> {
  const setup = setupControls(actions, start);
  const moves = createMoveControls(actions, MOVES);
  moves.slider.addEventListener("keydown", (event) => {
    const rows = KEYS[event.key];
    if (!rows) return;
    event.preventDefault();
    actions.move((state) => {
      const [down, across] = shiftOf(state);
      return shiftTo(state, down + rows, across);
    });
  });
  const picture = createDragPicture<PoolingState, PoolingScene>({
    draw: drawScene,
    grip: (scene, state, point) => grip(scene, state, point, actions),
    grabbed: () => moves.slider.focus({ preventScroll: true }),
  });
  const show = (state: PoolingState) => {
    picture.show(state);
    setup.show(state);
    moves.region.textContent = changeSentence(state);
    const [down, across] = shiftOf(state);
    const words = `[${down}, ${across}]`.replaceAll("-", "−");
    moves.show({ at: state.at, count: placeCount(), words, spoken: shiftWords(state) });
  };
  return {
    nodes: [setup.node, picture.node, moves.node],
    show,
    showPlaying: moves.showPlaying,
    resize: picture.show,
  };
}

/** Pattern, kind of pooling, size and stride. */
function setupControls({ change, move }: Actions, { patterns }: PoolingState) {
  const names = patterns.map(({ name }) => name);
  const pattern = createModeSwitch(names, (name) => change((s) => ({ ...s, chosen: names.indexOf(name) })), "pattern");
  const kind = createModeSwitch(KINDS, (kind) => change((s) => ({ ...s, kind })), "of each window");
  const size = createModeSwitch(SIZES, (size) => change((s) => ({ ...s, size: Number(size) })), "size");
  const stride = createModeSwitch(STRIDES, (n) => change((s) => ({ ...s, stride: Number(n) })), "stride");
  const back = createButton("back to the start", () => move((state) => shiftTo(state, 0, 0)));
  const words = element("p", { class: "cw-words" });
  const first = element("div", { class: "cw-row" }, ...(names.length > 1 ? [pattern.node] : []), back);
  const second = element("div", { class: "cw-row" }, kind.node, size.node, stride.node);
  const show = (state: PoolingState) => {
    pattern.show(names[state.chosen]);
    kind.show(state.kind);
    size.show(String(state.size));
    stride.show(String(state.stride));
    words.textContent = `${rule(state)}. Blue frames: windows. ≠: differs from before the move.`;
  };
  return { node: element("div", { class: "cw-kernel-part" }, first, second, words), show };
}

/** What a drag from this point does: it leads the pattern over the map, or goes from bar to bar. */
function grip(scene: PoolingScene, state: PoolingState, [x, y]: [number, number], actions: Actions): Drag | undefined {
  const { layout } = scene;
  if (barAt(layout, x, y) !== undefined) {
    return (x) => {
      const at = barAt(layout, x, y);
      if (at !== undefined) actions.go(at);
    };
  }
  if (!isOn(layout.input, layout.cell, x, y)) return undefined;
  const [[row, column], [down, across]] = [cellAt(layout.input, layout.cell, x, y), shiftOf(state)];
  return (x, y) => {
    const [toRow, toColumn] = cellAt(layout.input, layout.cell, x, y);
    actions.move((now) => shiftTo(now, down + toRow - row, across + toColumn - column));
  };
}
