import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { sceneStyle } from "./sceneStyle.js";
import type { ConvolutionState } from "./state.js";
import { equation } from "./words.js";

const WIDTH = 640;

/** A picture of the state and its equation, for viewers that cannot run the explorer. */
export function convolutionPicture(state: ConvolutionState, alt: string): string {
  const { content, height } = drawScene(state, WIDTH);
  return staticPicture({ content, width: WIDTH, height, style: sceneStyle }, alt, `${equation(state)}.`);
}
