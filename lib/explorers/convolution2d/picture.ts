import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { sceneStyle2d } from "./sceneStyle.js";
import { type Convolution2dState, fits } from "./state.js";
import { equation, misfit, placeWords } from "./words.js";

const WIDTH = 680;

/** A picture of the state and its equation, for viewers that cannot run the explorer. */
export function convolution2dPicture(state: Convolution2dState, alt: string): string {
  const { content, width, height } = drawScene(state, WIDTH);
  const caption = fits(state) ? `Output ${placeWords(state)}: ${equation(state)}.` : misfit(state);
  return staticPicture({ content, width, height, style: sceneStyle2d }, alt, caption);
}
