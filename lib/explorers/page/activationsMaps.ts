import type { Stage } from "../activations/stages.js";
import { type ActivationsState, allValues } from "../activations/state.js";
import type { Values } from "../activations/values.js";
import { sizeText, stageSentence } from "../activations/words.js";
import { numeral } from "../shared/numeral.js";
import { element } from "./element.js";
import { BAR, paintMap, TALL } from "./paintMap.js";

/** Stages and maps by which each key moves the choice. */
const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};
/** Longer lists have no numbers under their bars. */
const MOST_NUMBERED = 10;

/** The maps of all stages as small pictures, one of which is chosen. */
export function createMaps(choose: (stage: number, map: number) => void) {
  const node = element("div", { class: "cw-stages", role: "group", "aria-label": "maps of all layers" });
  let rows: ReturnType<typeof createRow>[] = [];
  let chosen = [0, 0];
  node.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    choose(chosen[0] + by[0], chosen[1] + by[1]);
    rows[chosen[0]].focus(chosen[1]);
  });
  const show = (state: ActivationsState) => {
    if (rows.length === 0) {
      rows = state.stages.map((stage, i) => createRow(stage, (map) => choose(i, map)));
      node.append(...rows.map((row) => row.node));
    }
    chosen = [state.stage, state.map];
    const values = allValues(state);
    rows.forEach((row, i) => {
      row.show(values[i], `${sizeText(state, i)}: ${stageSentence(state, i)}`, i === state.stage ? state.map : -1);
    });
  };
  return { node, show };
}

/** One stage: its name, and a button for each map. */
function createRow(stage: Stage, choose: (map: number) => void) {
  const { shape, isList, bends, name, label } = stage;
  const numbered = isList && shape[2] <= MOST_NUMBERED;
  const buttons = Array.from({ length: shape[2] }, (_, map) => {
    const picture = element("canvas", isList ? { width: BAR, height: TALL } : { width: shape[1], height: shape[0] });
    const made = element("button", { type: "button", class: isList ? "cw-bar" : "cw-map" }, picture);
    if (numbered) made.append(element("span", {}, String(map)));
    made.addEventListener("click", () => choose(map));
    return { made, picture };
  });
  const words = element("span", { class: "cw-words" });
  const head = element("p", {}, element("b", {}, name), bends ? " " : ` ${label}, `, words);
  const node = element("div", {}, head, element("div", { class: "cw-maps" }, ...buttons.map(({ made }) => made)));
  let shown: Values | undefined;
  const show = (values: Values, sentence: string, chosen: number) => {
    buttons.forEach(({ made, picture }, map) => {
      made.setAttribute("aria-pressed", String(map === chosen));
      made.tabIndex = map === chosen ? 0 : -1;
      if (values === shown) return;
      paintMap(picture, stage, values, map);
      const amount = isList ? numeral(values.largest[map]) : `mean ${numeral(values.means[map])}`;
      made.setAttribute("aria-label", `${name}, ${isList ? "number" : "map"} ${map}: ${amount}`);
    });
    if (values !== shown) words.textContent = sentence;
    shown = values;
  };
  return { node, show, focus: (map: number) => buttons[map].made.focus({ preventScroll: true }) };
}
