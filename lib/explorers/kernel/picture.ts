import { encodePng } from "../../images/encodePng.js";
import type { Rows } from "../convolution2d/state.js";
import { decimal } from "../shared/shapes.js";
import { staticPicture } from "../shared/staticPicture.js";
import { DISPLAYS, levels } from "./display.js";
import { drawScene } from "./scene.js";
import { kernelSceneStyle } from "./sceneStyle.js";
import type { KernelState } from "./state.js";
import { sumSentence } from "./words.js";

const WIDTH = 680;

/** The picture and its result, for viewers that cannot run the explorer. */
export function kernelPicture(state: KernelState, alt: string): string {
  const { content, width, height, layout } = drawScene(state, WIDTH);
  const { lefts, top } = layout;
  const image = (rows: Rows, left: number) => {
    const bytes = encodePng(rows.map((row) => [...row])).toString("base64");
    const place = `x="${decimal(left)}" y="${top}" width="${decimal(layout.width)}" height="${decimal(layout.height)}"`;
    return `<image ${place} style="image-rendering:pixelated" href="data:image/png;base64,${bytes}"/>`;
  };
  const images = image(state.picture, lefts[0]) + image(levels(state.result, state.display), lefts[1]);
  const caption = `${sumSentence(state.kernel)} ${DISPLAYS[state.display].words}`;
  const drawing = { content: images + content, width, height, style: kernelSceneStyle };
  return staticPicture(drawing, alt, caption, "change the weights, and to open a picture of your own");
}
