import { element } from "./element.js";

/** The switch that turns the kernel round, with a sentence on what that means. */
export function createFlipSwitch(setFlip: (flip: boolean) => void) {
  const input = element("input", { type: "checkbox", role: "switch" });
  input.addEventListener("change", () => setFlip(input.checked));
  const words = element("span", { class: "cw-words" });
  const node = element("label", { class: "cw-flip" }, input, element("span", {}, "flip the kernel"), words);
  const show = (flip: boolean, sentence: string) => {
    input.checked = flip;
    words.textContent = sentence;
  };
  return { node, show };
}
