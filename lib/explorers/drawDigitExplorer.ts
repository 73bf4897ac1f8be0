import { type Layer, summarize } from "../architectures/index.js";
import { walk } from "../architectures/walk.js";
import { type ArrayInput, describe, oneOf, positiveNumber, toNdarray } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { COMPUTED } from "./drawDigit/answer.js";
import { type PackedArray, packWeights } from "./drawDigit/packWeights.js";
import { drawDigitPicture } from "./drawDigit/picture.js";
import { example, INPUT, startState } from "./drawDigit/state.js";
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

/** More numbers than that make a saved notebook large. */
const MOST_NUMBERS = 100_000;

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
  const settings = { layers: readLayers(layers), weights: readWeights(layers, options.weights), scale, title };
  positiveNumber(scale, "scale");
  const html = drawDigitPicture(example(startState(settings)), alt);
  return { explorer: "drawDigit", settings, alt, html };
}

const described = (layers: readonly Layer[]) => ({ name: "network", input: INPUT, layers });

function readLayers(layers: readonly Layer[]): readonly Layer[] {
  if (!Array.isArray(layers)) throw new TypeError(`\`layers\` must be a list of layers, got ${describe(layers)}`);
  layers.forEach(({ type }, i) => {
    oneOf(type, `layers[${i}].type`, COMPUTED as unknown as string[]);
  });
  const { rows } = summarize(described(layers));
  const shape = rows.at(-1)?.outputShape ?? INPUT;
  if (shape.join() !== "10") {
    throw new RangeError(`\`layers\` must end in 10 numbers, one a digit, got [${shape.join(", ")}]`);
  }
  return layers;
}

function readWeights(layers: readonly Layer[], weights: readonly ArrayInput[]): PackedArray[] {
  const wanted = walk(described(layers)).flatMap((step) => step.weights);
  if (!Array.isArray(weights) || weights.length !== wanted.length) {
    const got = Array.isArray(weights) ? `${weights.length}` : describe(weights);
    throw new RangeError(`\`weights\` must be a list of ${wanted.length} arrays, got ${got}`);
  }
  const arrays = wanted.map(({ shape }, i) => {
    const array = toNdarray(weights[i], `weights[${i}]`);
    if (array.shape.join() === shape.join()) return array;
    throw new RangeError(
      `\`weights[${i}]\` must have the shape [${shape.join(", ")}], got [${array.shape.join(", ")}]`,
    );
  });
  const count = arrays.reduce((sum, { data }) => sum + data.length, 0);
  if (count <= MOST_NUMBERS) return arrays.map(packWeights);
  throw new RangeError(
    `\`weights\` must be at most ${MOST_NUMBERS} numbers, so that a notebook stays small, got ${count}`,
  );
}
