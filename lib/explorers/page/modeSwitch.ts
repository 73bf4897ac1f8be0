import { createChipGroup } from "./chipGroup.js";
import { element } from "./element.js";

/** Buttons for the modes, one of them pressed; `name` stands before them. */
export function createModeSwitch<M extends string>(modes: readonly M[], setMode: (mode: M) => void, name = "mode") {
  const chips = createChipGroup(name, (index) => setMode(modes[index]));
  const node = element("div", { class: "cw-row" }, element("span", {}, name), chips.node);
  return { node, show: (mode: M) => chips.show(modes, modes.indexOf(mode)) };
}
