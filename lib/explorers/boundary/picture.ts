import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { boundaryStyle } from "./sceneStyle.js";
import type { BoundaryState } from "./state.js";
import { score } from "./words.js";

/** A picture of the state, for viewers that cannot run the explorer. */
export function boundaryPicture(state: BoundaryState, alt: string): string {
  const { content, width, height } = drawScene(state, 480);
  const caption = `Discs are yes, squares no; a cross marks what is wrong. ${score(state)}`;
  return staticPicture({ content, width, height, style: boundaryStyle }, alt, caption, "drag the lines");
}
