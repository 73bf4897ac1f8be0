import { element } from "./element.js";

/** Buttons of which one is pressed. */
export function createChipGroup(name: string, choose: (index: number) => void) {
  const group = element("div", { class: "cw-chips", role: "group", "aria-label": name });
  const chips: HTMLButtonElement[] = [];
  const show = (words: readonly string[], pressed: number) => {
    while (chips.length > words.length) chips.pop()?.remove();
    while (chips.length < words.length) {
      const index = chips.length;
      const chip = element("button", { type: "button", class: "cw-chip" });
      chip.addEventListener("click", () => choose(index));
      chips.push(chip);
      group.append(chip);
    }
    chips.forEach((chip, i) => {
      chip.textContent = words[i];
      chip.setAttribute("aria-pressed", String(i === pressed));
    });
  };
  return { node: group, show };
}
