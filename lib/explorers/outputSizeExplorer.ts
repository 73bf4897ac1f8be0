import { oneOf } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { MOST_LAYERS, readLayer, within } from "./outputSize/limits.js";
import { outputSizePicture } from "./outputSize/picture.js";
import {
  type LayerSettings,
  moveTo,
  type OutputSizeSettings,
  outputCount,
  startState,
  type View,
} from "./outputSize/state.js";
import { finding } from "./outputSize/words.js";

export interface OutputSizeExplorerOptions extends Partial<LayerSettings> {
  /** Cells of the input, 1 to 32. */
  input: number;
  /** Weights of the filter, 1 to 11; for a stack, give `layers` instead. */
  kernel?: number;
  /** One to five layers, one after the other: `{ kernel, stride?, padding?, dilation? }` each. */
  layers?: readonly (Partial<LayerSettings> & { kernel: number })[];
  /** `"windows"` (default): all windows of a layer; `"field"`: what one output of the last layer sees. */
  view?: View;
  /** Words above it. */
  title?: string;
  /** What there is to see and find, for those who cannot see it; sizes and formula, when left out. */
  alt?: string;
}

/**
 * Something to play with: a row of cells, the windows of a layer under it, cells that are left over, and the formula with
 * the numbers in it; or up to five layers, and what one output sees of the input. `show` displays it; it works without a
 * running kernel.
 *
 * @param options - `input`; `kernel`, `stride` (1 to 8), `padding` (0 to 8, or `"same"` as TensorFlow has it) and
 *   `dilation` (1 to 4) of one layer, or several `layers`; `view`, `title`, `alt`
 * @throws {RangeError} a number outside its limits, no layer or more than five, or an unknown view
 * @example show(outputSizeExplorer({ input: 7, kernel: 3, stride: 2 }))
 */
export function outputSizeExplorer(options: OutputSizeExplorerOptions): Explorer {
  const settings = readSettings(options);
  const start = startState(settings);
  const alt = options.alt ?? finding(start);
  // Half-way there is most to see.
  const html = outputSizePicture(moveTo(start, Math.floor(outputCount(start) / 2)), alt);
  return { explorer: "outputSize", settings: { ...settings }, alt, html };
}

function readSettings(options: OutputSizeExplorerOptions): OutputSizeSettings {
  const { input, view = "windows", title = "", kernel, stride, padding, dilation } = options;
  const given = options.layers ?? (kernel === undefined ? [] : [{ kernel, stride, padding, dilation }]);
  if (given.length < 1 || given.length > MOST_LAYERS) {
    throw new RangeError(`give \`kernel\`, or 1 to ${MOST_LAYERS} \`layers\`, got ${given.length} layers`);
  }
  return {
    input: within(input, "input"),
    layers: given.map(readLayer),
    view: oneOf(view, "view", ["windows", "field"]),
    title,
  };
}
