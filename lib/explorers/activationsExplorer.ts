import { positiveNumber } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { activationsPicture } from "./activations/picture.js";
import { startActivations } from "./activations/state.js";
import { finding } from "./activations/words.js";
import { readNetwork } from "./drawDigit/readNetwork.js";
import type { DrawDigitExplorerOptions } from "./drawDigitExplorer.js";

export type ActivationsExplorerOptions = DrawDigitExplorerOptions;

/**
 * Something to play with: a pad to draw a digit on, and under it what each layer of a trained network makes of the
 * drawing, map by map, before and after each activation. A chosen map stands there large, with its filter and what each
 * of its cells sees of the picture. `show` displays it; it works without a running kernel, since the page computes the
 * network with the weights that it is given, kept in 16 bits each.
 *
 * @param options - as `drawDigitExplorer` takes them: `layers` and `weights` (not modified), `scale`, `title`, `alt`
 * @throws {TypeError} no lists, or a type of layer that the page cannot compute
 * @throws {RangeError} layers that do not fit together or do not end in ten numbers, weights of other shapes, or too many
 * @example show(activationsExplorer({ layers, weights: model.getWeights().map((tensor) => tensor.arraySync()) }))
 * @see Zeiler & Fergus, Visualizing and understanding convolutional networks (2013)
 */
export function activationsExplorer(options: ActivationsExplorerOptions): Explorer {
  const { layers, scale = 1 / 255, title = "" } = options;
  const settings = { ...readNetwork(layers, options.weights), scale, title };
  positiveNumber(scale, "scale");
  const start = startActivations(settings);
  const alt = options.alt ?? finding(start);
  return { explorer: "activations", settings, alt, html: activationsPicture(start, alt) };
}
