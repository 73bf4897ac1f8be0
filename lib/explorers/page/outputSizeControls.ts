import { withChosen, withLayers, withNumber, withSame, withView } from "../outputSize/changes.js";
import { type Choice, LIMITS, MOST_LAYERS } from "../outputSize/limits.js";
import type { OutputSizeState, View } from "../outputSize/state.js";
import { createButton } from "./button.js";
import { createChipGroup } from "./chipGroup.js";
import { element } from "./element.js";
import { createNumberField } from "./numberField.js";
import type { ExplorerActions } from "./runExplorer.js";

type Actions = ExplorerActions<OutputSizeState>;

const FIELDS: readonly [name: Choice, words: string, letter: string][] = [
  ["input", "input W", "W"],
  ["kernel", "filter F", "F"],
  ["stride", "stride S", "S"],
  ["padding", "padding P", "P"],
  ["dilation", "dilation D", "D"],
];

const VIEWS: readonly View[] = ["windows", "field"];
const VIEW_NAMES = ["all windows", "what an output sees"];

/** The numbers of the input and of one layer, which layer that is, and what is shown of them. */
export function createSizeControls(actions: Actions) {
  const views = createChipGroup("view", (i) => actions.change((state) => withView(state, VIEWS[i])));
  const layers = createChipGroup("layer to change", (i) => actions.change((state) => withChosen(state, i)));
  const more = createButton("+ layer", () => actions.change((state) => withLayers(state, state.layers.length + 1)));
  const less = createButton("− layer", () => actions.change((state) => withLayers(state, state.layers.length - 1)));
  const numbers = numberFields(actions);
  const node = element(
    "div",
    { class: "cw-kernel-part" },
    element("div", { class: "cw-row" }, views.node, layers.node, less, more),
    numbers.node,
  );
  const show = (state: OutputSizeState) => {
    views.show(VIEW_NAMES, VIEWS.indexOf(state.view));
    layers.show(
      state.layers.map((_, i) => `layer ${i + 1}`),
      state.chosen,
    );
    less.disabled = state.layers.length === 1;
    more.disabled = state.layers.length === MOST_LAYERS;
    numbers.show(state);
  };
  return { node, show };
}

function numberFields(actions: Actions) {
  const fields = FIELDS.map(([name, words, letter]) =>
    createNumberField({ words, name: letter, limits: LIMITS[name] }, (value) =>
      actions.change((state) => withNumber(state, name, value)),
    ),
  );
  const same = element("input", { type: "checkbox", role: "switch" });
  same.addEventListener("change", () => actions.change((state) => withSame(state, same.checked)));
  const label = element("label", { class: "cw-flip" }, same, element("span", {}, "“same” as in TensorFlow"));
  const row = element("div", { class: "cw-row cw-numbers" }, ...fields.map((field) => field.node), label);
  const node = element("div", {}, row, ...fields.map((field) => field.problem));
  const show = ({ input, layers, chosen }: OutputSizeState) => {
    const layer = layers[chosen];
    const values = { ...layer, input };
    FIELDS.forEach(([name], i) => {
      const value = values[name];
      fields[i].show(value === "same" ? undefined : value);
    });
    same.checked = layer.padding === "same";
  };
  return { node, show };
}
