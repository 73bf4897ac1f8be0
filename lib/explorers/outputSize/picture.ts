import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { sizeSceneStyle } from "./sceneStyle.js";
import { type OutputSizeState, shownSteps } from "./state.js";
import { fieldSentence, formula } from "./words.js";

const WIDTH = 640;

/** A picture of the state and its formula, for viewers that cannot run the explorer. */
export function outputSizePicture(state: OutputSizeState, alt: string): string {
  const { content, width, height } = drawScene(state, WIDTH);
  const words = state.view === "field" ? fieldSentence(state) : `${formula(shownSteps(state)[0])}.`;
  return staticPicture({ content, width, height, style: sizeSceneStyle }, alt, words, "change the numbers");
}
