import { isSmall, layerLabel } from "../../architectures/diagram/layerLabel.js";
import type { Architecture, Layer, Shape } from "../../architectures/index.js";
import type { ReceptiveField } from "../../architectures/receptiveField.js";
import { inOrder, isBranched, type NetworkStep, parameterCount, walk } from "../../architectures/walk.js";

/** One line of the network: a layer with the small ones behind it, or a block of branches folded into one. */
export interface Row {
  name: string;
  /** What it is, in a few words. */
  label: string;
  /** The layer's place in the network. */
  index: number;
  layer: Layer;
  /** Of one example; undefined where the layer or one before it does not fit. */
  output: Shape | undefined;
  params: number;
  multiplyAdds: number;
  /** Undefined where each output sees everything, or there is none. */
  field: ReceptiveField | undefined;
}

/**
 * The layers up to the first that does not suit its input.
 *
 * @returns their steps, and what the library says of the one that does not fit
 */
export function fitting(network: Architecture, input: Shape): { steps: NetworkStep[]; problem: string } {
  const first = (count: number) => walk({ ...network, layers: network.layers.slice(0, count) }, input);
  try {
    return { steps: walk(network, input), problem: "" };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    let [fits, fails] = [0, network.layers.length];
    while (fails - fits > 1) {
      const middle = Math.floor((fits + fails) / 2);
      if (doesFit(() => first(middle))) fits = middle;
      else fails = middle;
    }
    return { steps: first(fits), problem: error.message };
  }
}

function doesFit(build: () => unknown): boolean {
  try {
    build();
    return true;
  } catch {
    return false;
  }
}

/** The rows of all layers; `steps` may end before they do. Normalisation, activation and dropout join the row before. */
export function rowsOf(
  layers: readonly Layer[],
  steps: readonly NetworkStep[],
  names: readonly string[],
): readonly Row[] {
  const rows: Row[] = [];
  layers.forEach((layer, index) => {
    const step = steps[index] as NetworkStep | undefined;
    const before = rows.at(-1);
    const row = rowOf(layer, step, index, names[index]);
    if (!before || isBranched(layer) || !isSmall(layer)) rows.push(row);
    else rows[rows.length - 1] = together(before, row);
  });
  return rows;
}

function rowOf(layer: Layer, step: NetworkStep | undefined, index: number, name: string): Row {
  const all = step ? inOrder([step]) : [];
  return {
    ...{ name, index, layer, label: labelOf(layer) },
    output: step?.output,
    params: all.reduce((sum, { weights }) => sum + parameterCount(weights), 0),
    multiplyAdds: all.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0),
    field: step?.field,
  };
}

/** A small layer changes neither the shape nor what is seen; where it does not fit, its row does not. */
function together(before: Row, { label, params, output }: Row): Row {
  return {
    ...before,
    label: `${before.label}, ${label}`,
    params: before.params + params,
    output: before.output && output,
  };
}

function labelOf(layer: Layer): string {
  if (!isBranched(layer)) return layerLabel(layer);
  const count = layerCount(layer) - 1;
  return `${layer.type === "side" ? "output at the side" : `block, ${layer.type}`} (${count} layers)`;
}

/** Layers in all, those of branches and what joins them. */
function layerCount(layer: Layer): number {
  if (!isBranched(layer)) return 1;
  const inside = layer.type === "side" ? layer.layers : Object.values(layer.branches).flat();
  return inside.reduce((sum, each) => sum + layerCount(each), 1);
}

/** The last row whose outputs are places of a picture, each with a field of its own; −1 where there is none. */
export const lastPicture = (rows: readonly Row[]): number =>
  rows.map(({ output, field }) => output?.length === 3 && field !== undefined).lastIndexOf(true);
