import { staticPicture } from "../shared/staticPicture.js";
import { drawScene } from "./scene.js";
import { networkStyle } from "./sceneStyle.js";
import type { NetworkState } from "./state.js";
import { rowSentence, seenSentence } from "./words.js";

/** A picture of the state, for viewers that cannot run the explorer. */
export function networkPicture(state: NetworkState, alt: string): string {
  const { content, width, height, input } = drawScene(state, 640);
  const { x, y, width: across, height: down } = input;
  const place = `x="${x}" y="${y}" width="${across}" height="${down}" preserveAspectRatio="none"`;
  const photo = state.picture ? `<image href="${state.picture}" ${place}/>` : "";
  const words = `${rowSentence(state.rows[state.chosen])} ${seenSentence(state)}`;
  return staticPicture({ content: photo + content, width, height, style: networkStyle }, alt, words, "change layers");
}
