import {
  type ConvolutionSettings,
  type ConvolutionState,
  moveTo,
  outputCount,
  outputs,
  positionOf,
  startState,
  withKernel,
} from "../convolution1d/state.js";
import { announcement, finding, flipSentence, numeral, regionSentence } from "../convolution1d/words.js";
import { type ConvolutionActions, type ConvolutionControls, createControls } from "./convolutionControls.js";
import { createEquation } from "./convolutionEquation.js";
import { createPicture } from "./convolutionPicture.js";
import { addStyle, element } from "./element.js";
import { createPlayer } from "./player.js";
import { explorerStyle } from "./style.js";

/** A running explorer. */
export interface MountedExplorer {
  dispose(): void;
}

/** A screen reader is told where a drag ended, not every place on the way. */
const PAUSE = 250;

/** Runs the convolution explorer in `box`. */
export function mountConvolution(box: HTMLElement, settings: ConvolutionSettings, alt: string): MountedExplorer {
  addStyle("cnn-workbook-explorer-style", explorerStyle);
  let state = startState(settings);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const set = (next: ConvolutionState) => {
    state = next;
    draw();
  };
  const go = (index: number) => {
    player.stop();
    set(moveTo(state, index));
  };
  const player = createPlayer(
    () => {
      set(moveTo(state, state.at + 1));
      return state.at < outputCount(state) - 1;
    },
    (playing) => controls.showPlaying(playing),
  );
  const actions: ConvolutionActions = {
    go,
    step: (by) => go(state.at + by),
    setKernel: (kernel) => set(withKernel(state, kernel)),
    setFlip: (flip) => set({ ...state, flip }),
    play() {
      if (state.at === outputCount(state) - 1) set(moveTo(state, 0));
      player.toggle();
    },
  };
  const controls = createControls(actions, settings.basic);
  const picture = createPicture({ go, grabbed: () => controls.slider.focus({ preventScroll: true }) });
  const equation = createEquation();
  const live = element("p", { class: "cw-hidden", "aria-live": "polite" });
  const draw = () => {
    picture.show(state);
    equation.show(state);
    showControls(controls, state);
    clearTimeout(pause);
    pause = setTimeout(() => {
      live.textContent = announcement(state);
    }, PAUSE);
  };
  box.className = "cw-explorer";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", alt || finding(state));
  if (settings.title) box.append(element("p", { class: "cw-title" }, settings.title));
  box.append(controls.kernelPart, picture.node, equation.node, controls.movePart, live);
  controls.showKernel(state.kernel);
  draw();
  const observer = new ResizeObserver(() => picture.show(state));
  observer.observe(box);
  return {
    dispose() {
      player.stop();
      clearTimeout(pause);
      observer.disconnect();
    },
  };
}

function showControls(controls: ConvolutionControls, state: ConvolutionState): void {
  const at = numeral(positionOf(state, state.at));
  controls.slider.max = String(outputCount(state) - 1);
  controls.slider.value = String(state.at);
  controls.slider.setAttribute("aria-valuetext", `n = ${at}, output ${numeral(outputs(state)[state.at])}`);
  controls.place.textContent = `n = ${at}`;
  controls.flip.checked = state.flip;
  controls.flipWords.textContent = flipSentence(state);
  controls.region.textContent = regionSentence(state);
  controls.markPreset(state.kernel);
}
