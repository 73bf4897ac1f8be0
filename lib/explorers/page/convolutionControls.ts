import { parseKernel } from "../convolution1d/parseKernel.js";
import { presets } from "../convolution1d/presets.js";
import { numeral } from "../convolution1d/words.js";
import { element } from "./element.js";

/** What the controls ask for. */
export interface ConvolutionActions {
  go(index: number): void;
  step(by: number): void;
  play(): void;
  setKernel(kernel: readonly number[]): void;
  setFlip(flip: boolean): void;
}

export type ConvolutionControls = ReturnType<typeof createControls>;

let made = 0;

/** The labelled controls: kernel and turning above the picture, position and play below it. */
export function createControls(actions: ConvolutionActions, basic: boolean) {
  made++;
  const kernel = kernelField(actions, `cw-kernel-${made}`);
  const flip = element("input", { type: "checkbox", role: "switch" });
  flip.addEventListener("change", () => actions.setFlip(flip.checked));
  const flipWords = element("span", { class: "cw-words" });
  const kernelPart = element(
    "div",
    { class: "cw-kernel-part" },
    kernel.node,
    ...(basic ? [] : [element("label", { class: "cw-flip" }, flip, element("span", {}, "flip the kernel"), flipWords)]),
  );
  const move = moveControls(actions);
  return { kernelPart, flip, flipWords, showKernel: kernel.show, markPreset: kernel.mark, ...move };
}

function kernelField(actions: ConvolutionActions, id: string) {
  const input = element("input", { id, type: "text", spellcheck: "false", autocomplete: "off", class: "cw-input" });
  const problem = element("span", { id: `${id}-problem`, class: "cw-problem", role: "alert" });
  const report = (text: string) => {
    problem.textContent = text;
    input.setAttribute("aria-invalid", String(text !== ""));
  };
  input.setAttribute("aria-describedby", `${id}-problem`);
  input.addEventListener("input", () => {
    const parsed = parseKernel(input.value);
    report(parsed.ok === true ? "" : parsed.problem);
    if (parsed.ok === true) actions.setKernel(parsed.kernel);
  });
  const show = (kernel: readonly number[]) => {
    input.value = kernel.map((weight) => numeral(weight).replace("−", "-")).join(" ");
    report("");
  };
  const chips = presets.map(({ name, kernel }) => {
    const chip = element("button", { type: "button", class: "cw-chip" }, name);
    chip.addEventListener("click", () => {
      show(kernel);
      actions.setKernel(kernel);
    });
    return { chip, kernel };
  });
  const mark = (current: readonly number[]) => {
    for (const { chip, kernel } of chips) chip.setAttribute("aria-pressed", String(kernel.join() === current.join()));
  };
  const choice = element("div", { class: "cw-chips", role: "group", "aria-label": "kernels to try" });
  choice.append(...chips.map(({ chip }) => chip));
  const label = element("label", { for: id }, "kernel");
  return { node: element("div", { class: "cw-row" }, label, input, choice, problem), show, mark };
}

function moveControls(actions: ConvolutionActions) {
  const slider = element("input", { type: "range", min: 0, step: 1, class: "cw-slider", "aria-label": "position n" });
  slider.addEventListener("input", () => actions.go(Number(slider.value)));
  const back = button("←", "one position back", () => actions.step(-1));
  const next = button("→", "one position on", () => actions.step(1));
  const play = button("Play", "", () => actions.play());
  play.classList.add("cw-play");
  const place = element("output", { class: "cw-place" });
  const region = element("p", { class: "cw-words cw-region" });
  const showPlaying = (playing: boolean) => {
    play.textContent = playing ? "Pause" : "Play";
  };
  const row = element("div", { class: "cw-row cw-move" }, play, back, slider, next, place);
  const hint = element(
    "p",
    { class: "cw-hint" },
    "Drag the kernel in the picture, or press the arrow keys, Home and End.",
  );
  return { movePart: element("div", {}, row, region, hint), slider, place, region, showPlaying };
}

function button(words: string, name: string, act: () => void): HTMLButtonElement {
  const made = element(
    "button",
    { type: "button", class: "cw-button", ...(name ? { "aria-label": name } : {}) },
    words,
  );
  made.addEventListener("click", act);
  return made;
}
