import { LIMITS, optionsFor, type Sliding, slidingOf } from "../network/options.js";
import { type NetworkState, withInput, withOptions } from "../network/state.js";
import { createButton } from "./button.js";
import { element } from "./element.js";
import { createNumberField } from "./numberField.js";
import type { ExplorerActions } from "./runExplorer.js";

type Actions = ExplorerActions<NetworkState>;

const SIDES = ["height", "width"] as const;
const OPTIONS: readonly [name: keyof Sliding, words: string][] = [
  ["kernel", "filter F"],
  ["stride", "stride S"],
  ["padding", "padding P"],
];

/** The input's size, and the numbers of the chosen layer where it slides a window. */
export function createNetworkControls(actions: Actions, start: NetworkState) {
  const sides = SIDES.map((side) =>
    createNumberField({ words: `input ${side}`, name: `The ${side}`, limits: LIMITS[side] }, (value) =>
      actions.change((state) => withInput(state, { [side]: value })),
    ),
  );
  const again = createButton("as it was", () => actions.change((state) => ({ ...start, chosen: state.chosen, at: 0 })));
  const layer = layerControls(actions);
  const fields = element("div", { class: "cw-row cw-numbers" }, ...sides.map(({ node }) => node), again);
  const node = element("div", { class: "cw-kernel-part" }, fields, ...sides.map(({ problem }) => problem), layer.node);
  const show = (state: NetworkState) => {
    sides.forEach((field, axis) => {
      field.show(state.input[axis]);
    });
    layer.show(state);
  };
  return { node, show };
}

function layerControls({ change }: Actions) {
  const set = (choice: keyof Sliding, value: number | "same") =>
    change((state) => withOptions(state, optionsFor(state.rows[state.chosen].layer, choice, value)));
  const fields = OPTIONS.map(([name, words]) =>
    createNumberField({ words, name: words, limits: LIMITS[name] }, (value) => set(name, value)),
  );
  const same = element("input", { type: "checkbox", role: "switch" });
  same.addEventListener("change", () => set("padding", same.checked ? "same" : 0));
  const label = element("label", { class: "cw-flip" }, same, element("span", {}, "“same”"));
  const name = element("b", {});
  const row = element("div", { class: "cw-row cw-numbers" }, name, ...fields.map((field) => field.node), label);
  const node = element("div", {}, row, ...fields.map((field) => field.problem));
  const show = ({ rows, chosen }: NetworkState) => {
    const sliding = slidingOf(rows[chosen].layer);
    name.textContent = sliding ? rows[chosen].name : `${rows[chosen].name}: nothing to change here`;
    OPTIONS.forEach(([option], i) => {
      const value = sliding?.[option];
      fields[i].show(value === "same" ? undefined : value);
      fields[i].node.hidden = sliding === undefined;
    });
    label.hidden = sliding === undefined;
    same.checked = sliding?.padding === "same";
  };
  return { node, show };
}
