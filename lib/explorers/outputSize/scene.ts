import { fieldScene } from "./fieldScene.js";
import type { OutputSizeState } from "./state.js";
import { windowScene } from "./windowScene.js";

/** The picture, and which output is meant by a point in it. */
export interface Scene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  /** The output at or near this point; undefined where there is none. */
  outputAt(x: number, y: number): number | undefined;
}

/** Draws the state for a given width. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: OutputSizeState, room: number): Scene {
  return state.view === "windows" ? windowScene(state, room) : fieldScene(state, room);
}
