import { element } from "./element.js";

/** Buttons for the modes, one of them pressed; `name` stands before them. */
export function createModeSwitch<M extends string>(modes: readonly M[], setMode: (mode: M) => void, name = "mode") {
  const chips = modes.map((mode) => {
    const chip = element("button", { type: "button", class: "cw-chip" }, mode);
    chip.addEventListener("click", () => setMode(mode));
    return chip;
  });
  const group = element("div", { class: "cw-chips", role: "group", "aria-label": name }, ...chips);
  const node = element("div", { class: "cw-row" }, element("span", {}, name), group);
  const show = (mode: M) => {
    chips.forEach((chip, i) => {
      chip.setAttribute("aria-pressed", String(modes[i] === mode));
    });
  };
  return { node, show };
}
