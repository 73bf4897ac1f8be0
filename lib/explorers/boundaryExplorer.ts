import { oneOf } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { boundaryPicture } from "./boundary/picture.js";
import { presetNames, startOf } from "./boundary/presets.js";
import type { BoundarySettings } from "./boundary/state.js";
import { finding } from "./boundary/words.js";

export interface BoundaryExplorerOptions {
  /** The task to begin with: `"one line"` (default), `"corner"`, `"strip"`, `"triangle"` or `"ring"`. */
  preset?: string;
  /** Words above it. */
  title?: string;
  /** What there is to see and find, for those who cannot see it; the network and its score, when left out. */
  alt?: string;
}

/**
 * Something to play with: points of two kinds in a plane, and the lines of hidden units with ReLU, which are dragged and
 * turned until the network separates the points. `show` displays it; it works without a running kernel.
 *
 * @param options - `preset`, `title`, `alt`
 * @throws {RangeError} a preset that is not known
 * @example show(boundaryExplorer({ preset: "corner" }))
 */
export function boundaryExplorer({ preset = "one line", title = "", alt }: BoundaryExplorerOptions = {}): Explorer {
  oneOf(preset, "preset", presetNames as string[]);
  const start = startOf(preset);
  const words = alt ?? finding(start);
  const settings: BoundarySettings = { preset, title };
  return { explorer: "boundary", settings: { ...settings }, alt: words, html: boundaryPicture(start, words) };
}
