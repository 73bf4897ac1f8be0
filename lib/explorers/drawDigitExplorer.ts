import type { Layer } from "../architectures/index.js";
import { type ArrayInput, positiveNumber } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { drawDigitPicture } from "./drawDigit/picture.js";
import { readNetwork } from "./drawDigit/readNetwork.js";
import { example, startState } from "./drawDigit/state.js";
import { finding } from "./drawDigit/words.js";

export interface DrawDigitExplorerOptions {
  /** The trained network, described from 28 × 28 × 1 to ten probabilities: convolutions, pooling, flatten, dense, dropout. */
  layers: readonly Layer[];
  /** Its weights, layer after layer: the kernel, then the bias, as `model.getWeights()` has them. */
  weights: readonly ArrayInput[];
  /** What a pixel of 0 to 255 is multiplied with before the network sees it; default 1 / 255. */
  scale?: number;
  /** Words above it. */
  title?: string;
  /** What there is to do, for those who cannot see it; a description, when left out. */
  alt?: string;
}

/**
 * Something to play with: a pad to draw a digit on, and what a trained network reads, as it is drawn. The drawing is
 * scaled and centred as MNIST's digits were. `show` displays it; it works without a running kernel, since the page
 * computes the network with the weights that it is given, kept in 16 bits each.
 *
 * @param options - `layers` and `weights` (not modified), `scale`, `title`, `alt`
 * @throws {TypeError} no lists, or a type of layer that the page cannot compute
 * @throws {RangeError} layers that do not fit together or do not end in ten numbers, weights of other shapes, or too many
 * @example show(drawDigitExplorer({ layers, weights: model.getWeights().map((tensor) => tensor.arraySync()) }))
 * @see LeCun, Bottou, Bengio & Haffner, Gradient-based learning applied to document recognition (1998), section III
 */
export function drawDigitExplorer(options: DrawDigitExplorerOptions): Explorer {
  const { layers, scale = 1 / 255, title = "", alt = finding() } = options;
  const settings = { ...readNetwork(layers, options.weights), scale, title };
  positiveNumber(scale, "scale");
  const html = drawDigitPicture(example(startState(settings)), alt);
  return { explorer: "drawDigit", settings, alt, html };
}
