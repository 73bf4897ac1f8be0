import type { Architecture, Shape } from "../../architectures/index.js";
import { type BranchedStep, type NetworkStep, walk } from "../../architectures/walk.js";
import { tf } from "../tensorflow.js";
import { applyLayer, type Sow } from "./applyLayer.js";

export interface ToModelOptions {
  /** Shape of one example; default the one that the network was made for. */
  inputShape?: Shape;
  /** Makes the same first weights each time; drawn by chance when left out. */
  seed?: number;
}

/**
 * Builds a described network as a TensorFlow.js model, with the names of its layers, ready to be compiled.
 *
 * @param architecture - a described network, or one of `architectures`
 * @returns a model with one output, or with a list of them when the network has side outputs: the main one first
 * @throws {RangeError} a layer that does not suit its input, naming it, with what would
 * @throws {TypeError} an unknown type of layer
 * @example const model = toModel(architectures.leNet5, { seed: 1 })
 */
export function toModel(architecture: Architecture, options: ToModelOptions = {}): tf.LayersModel {
  const steps = walk(architecture, options.inputShape);
  const input = tf.input({ shape: [...(options.inputShape ?? architecture.input)] });
  const sides: tf.SymbolicTensor[] = [];
  let sown = 0;
  const sow: Sow = () => (options.seed === undefined ? undefined : options.seed + sown++);
  const output = applySteps(steps, input, sow, sides);
  return tf.model({ inputs: input, outputs: sides.length > 0 ? [output, ...sides] : output, name: slug(architecture) });
}

function applySteps(
  steps: readonly NetworkStep[],
  input: tf.SymbolicTensor,
  sow: Sow,
  sides: tf.SymbolicTensor[],
): tf.SymbolicTensor {
  return steps.reduce(
    (tensor, step) => ("branches" in step ? join(step, tensor, sow, sides) : applyLayer(step, tensor, sow)),
    input,
  );
}

function join(step: BranchedStep, input: tf.SymbolicTensor, sow: Sow, sides: tf.SymbolicTensor[]): tf.SymbolicTensor {
  const ends = step.branches.map((branch) => applySteps(branch.steps, input, sow, sides));
  if (step.layer.type === "side") {
    sides.push(...ends);
    return input;
  }
  const { name } = step;
  const layer = step.layer.type === "add" ? tf.layers.add({ name }) : tf.layers.concatenate({ name });
  return layer.apply(ends) as tf.SymbolicTensor;
}

/** TensorFlow takes letters, digits and underscores. */
const slug = ({ name }: Architecture) => name.replace(/[^A-Za-z0-9]+/g, "_");
