import { type Layer, summarize } from "../../architectures/index.js";
import { walk } from "../../architectures/walk.js";
import { type ArrayInput, describe, oneOf, toNdarray } from "../../arrays/index.js";
import { COMPUTED } from "./answer.js";
import { type PackedArray, packWeights } from "./packWeights.js";
import { INPUT } from "./state.js";

/** More numbers than that make a saved notebook large. */
const MOST_NUMBERS = 100_000;

/**
 * Checks a network that reads digits, and packs its weights.
 *
 * @throws {TypeError} no list of layers, or a type of layer that the page cannot compute
 * @throws {RangeError} layers that do not fit together or do not end in ten numbers, weights of other shapes, or too many
 */
export function readNetwork(layers: readonly Layer[], weights: readonly ArrayInput[]) {
  return { layers: readLayers(layers), weights: readWeights(layers, weights) };
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
