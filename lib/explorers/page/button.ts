import { element } from "./element.js";

/** A button; `name` for screen readers where the words are only a sign. */
export function createButton(words: string, act: () => void, name?: string): HTMLButtonElement {
  const made = element("button", { type: "button", class: "cw-button" }, words);
  if (name !== undefined) made.setAttribute("aria-label", name);
  made.addEventListener("click", act);
  return made;
}
