import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { drawDigitStyle } from "./sceneStyle.js";
import type { DrawDigitState } from "./state.js";
import { readingSentence } from "./words.js";

/** A picture of the state, for viewers that cannot run the explorer. */
export function drawDigitPicture(state: DrawDigitState, alt: string): string {
  const { content, width, height } = drawScene(state, 660);
  const caption = `A drawn digit, the picture that the network gets, and its answer. ${readingSentence(state)}`;
  return staticPicture({ content, width, height, style: drawDigitStyle }, alt, caption, "draw a digit");
}
