import { createButton } from "./button.js";
import { element } from "./element.js";

interface MoveActions {
  go(index: number): void;
  step(by: number): void;
  play(): void;
}

/** Where an explorer stands. */
interface Place {
  at: number;
  count: number;
  /** Beside the slider. */
  words: string;
  /** What a screen reader says instead of the slider's number. */
  spoken: string;
}

/** Slider, steps and play, with a sentence on the present place and one on how to move. */
export function createMoveControls(actions: MoveActions, { name, hint }: { name: string; hint: string }) {
  const slider = element("input", { type: "range", min: 0, step: 1, class: "cw-slider", "aria-label": name });
  slider.addEventListener("input", () => actions.go(Number(slider.value)));
  const back = createButton("←", () => actions.step(-1), "one position back");
  const next = createButton("→", () => actions.step(1), "one position on");
  const play = createButton("Play", () => actions.play());
  play.classList.add("cw-play");
  const place = element("output", { class: "cw-place" });
  const region = element("p", { class: "cw-words cw-region" });
  const row = element("div", { class: "cw-row cw-move" }, play, back, slider, next, place);
  const node = element("div", {}, row, region, element("p", { class: "cw-hint" }, hint));
  const show = ({ at, count, words, spoken }: Place) => {
    slider.max = String(count - 1);
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", spoken);
    place.textContent = words;
  };
  const showPlaying = (playing: boolean) => {
    play.textContent = playing ? "Pause" : "Play";
  };
  return { node, slider, region, show, showPlaying };
}
