import { sceneStyle2d } from "../convolution2d/sceneStyle.js";
import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { poolingStyle } from "./sceneStyle.js";
import type { PoolingState } from "./state.js";
import { changeSentence, rule, shiftWords } from "./words.js";

const WIDTH = 680;

/** A picture of the state, for viewers that cannot run the explorer. */
export function poolingPicture(state: PoolingState, alt: string): string {
  const { content, width, height } = drawScene(state, WIDTH);
  const caption = `${rule(state)}; the pattern ${shiftWords(state)}. ${changeSentence(state)}`;
  return staticPicture(
    { content, width, height, style: sceneStyle2d + poolingStyle },
    alt,
    caption,
    "move the pattern",
  );
}
