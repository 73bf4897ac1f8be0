import { checkOptions, describe, oneOf, wholeNumber } from "../arrays/index.js";
import { layerTypes, ruleOf, type SimpleLayer } from "./kinds/index.js";
import { around, onePixel, type ReceptiveField, through } from "./receptiveField.js";
import { cellByCell, count, type WeightSpec } from "./rule.js";
import { ACTIVATIONS, type Architecture, type Layer, type MergeLayer, type Shape, type SideLayer } from "./types.js";

/** A layer in its place in a network. */
export interface Step {
  name: string;
  input: Shape;
  output: Shape;
  weights: readonly WeightSpec[];
  multiplyAdds: number;
  /** Undefined where every output sees the whole input. */
  field: ReceptiveField | undefined;
}

export interface SimpleStep extends Step {
  layer: SimpleLayer;
}

export interface BranchedStep extends Step {
  layer: MergeLayer | SideLayer;
  branches: readonly { name: string; steps: readonly NetworkStep[] }[];
}

export type NetworkStep = SimpleStep | BranchedStep;

interface Place {
  shape: Shape;
  field: ReceptiveField | undefined;
}

/**
 * Goes through a network once and says for each layer what comes in, what goes out, and what it holds. Everything
 * else about a network (its summary, its diagram, its TensorFlow.js model) is read off these steps.
 *
 * @param architecture - the network
 * @param inputShape - of one example; default the one that the network was made for
 * @throws {RangeError} a layer that does not suit its input, naming it, with what would
 * @throws {TypeError} an unknown type of layer
 */
export function walk(architecture: Architecture, inputShape: Shape = architecture?.input): NetworkStep[] {
  if (!Array.isArray(architecture?.layers) || !Array.isArray(inputShape)) {
    throw new TypeError(`\`architecture\` must be { name, input, layers }, got ${describe(architecture)}`);
  }
  inputShape.forEach((side, axis) => {
    wholeNumber(side, `inputShape[${axis}]`, 1);
  });
  const counted = new Map<string, number>();
  const nameOf = (layer: Layer) => {
    if (layer.name !== undefined) return layer.name;
    const number = (counted.get(layer.type) ?? 0) + 1;
    counted.set(layer.type, number);
    return `${layer.type}_${number}`;
  };
  return walkLayers(architecture.layers, { shape: inputShape, field: onePixel }, nameOf);
}

function walkLayers(layers: readonly Layer[], start: Place, nameOf: (layer: Layer) => string): NetworkStep[] {
  let place = start;
  return layers.map((layer) => {
    const step = isBranched(layer) ? branchedStep(layer, place, nameOf) : simpleStep(layer, place, nameOf(layer));
    place = { shape: step.output, field: step.field };
    return step;
  });
}

export const isBranched = (layer: Layer): layer is MergeLayer | SideLayer =>
  layer.type === "add" || layer.type === "concat" || layer.type === "side";

function simpleStep(layer: SimpleLayer, { shape, field }: Place, name: string): SimpleStep {
  const rule = ruleOf(layer);
  if (rule === undefined) {
    throw new TypeError(`layer "${name}" has the unknown type "${layer.type}"; known: ${layerTypes.join(", ")}`);
  }
  const { type, name: _given, ...options } = layer;
  checkOptions<object>(options, `layer "${name}" (${type})`, rule.options as never[]);
  return named(name, shape, () => {
    if ("activation" in layer) oneOf(layer.activation ?? "linear", "activation", ACTIVATIONS);
    const output = rule.outputShape(layer, shape);
    return {
      name,
      layer,
      input: shape,
      output,
      weights: rule.weights?.(layer, shape) ?? [],
      multiplyAdds: rule.multiplyAdds?.(layer, shape, output) ?? 0,
      field: through(field, rule.window?.(layer, shape) ?? cellByCell),
    };
  });
}

function branchedStep(layer: MergeLayer | SideLayer, place: Place, nameOf: (layer: Layer) => string): BranchedStep {
  const parts = layer.type === "side" ? { [layer.name]: layer.layers } : layer.branches;
  const branches = Object.entries(parts).map(([name, layers]) => ({ name, steps: walkLayers(layers, place, nameOf) }));
  const name = nameOf(layer);
  const ends = branches.map(({ name, steps }) => ({
    name,
    shape: steps.at(-1)?.output ?? place.shape,
    field: steps.length > 0 ? steps[steps.length - 1].field : place.field,
  }));
  const output = layer.type === "side" ? place.shape : named(name, place.shape, () => mergedShape(layer.type, ends));
  const field = layer.type === "side" ? place.field : around(ends.map((end) => end.field));
  return { name, layer, branches, input: place.shape, output, field, weights: [], multiplyAdds: 0 };
}

function mergedShape(type: "add" | "concat", ends: { name: string; shape: Shape }[]): Shape {
  if (ends.length < 2) throw new RangeError("it needs at least two branches");
  const compared = ({ shape }: { shape: Shape }) => (type === "add" ? shape : shape.slice(0, -1)).join(", ");
  if (ends.some((end) => compared(end) !== compared(ends[0]) || end.shape.length !== ends[0].shape.length)) {
    const shapes = ends.map(({ name, shape }) => `"${name}" [${shape.join(", ")}]`).join(", ");
    const rule = type === "add" ? "branches that are added need the same shape" : "only channels may differ";
    throw new RangeError(`its branches give ${shapes}: ${rule}; change a stride, padding or number of filters`);
  }
  if (type === "add") return ends[0].shape;
  const channels = ends.reduce((sum, { shape }) => sum + shape[shape.length - 1], 0);
  return [...ends[0].shape.slice(0, -1), channels];
}

/** Says of which layer an error is. */
function named<T>(name: string, input: Shape, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`layer "${name}" receives [${input.join(", ")}]: ${error.message}`);
  }
}

/** Numbers that a layer learns, or holds in all. */
export function parameterCount(weights: readonly WeightSpec[], trainableOnly = false): number {
  return weights
    .filter(({ trainable }) => trainable || !trainableOnly)
    .reduce((sum, { shape }) => sum + count(shape), 0);
}

/** All steps in the order of computation, those of branches before the layer that joins them. */
export function inOrder(steps: readonly NetworkStep[]): NetworkStep[] {
  return steps.flatMap((step) =>
    "branches" in step ? [...step.branches.flatMap((branch) => inOrder(branch.steps)), step] : [step],
  );
}
