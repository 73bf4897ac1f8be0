import { handle } from "../native/nativeBackend.js";
import type { tf } from "../tensorflow.js";
import { forwardAndBackward } from "./forwardAndBackward.js";
import { type Recording, record } from "./recorder.js";

/** A pass through a network and back as a list of operations. Tensors are named by the addon's handles. */
export interface Trace extends Recording {
  inputs: number[];
  /** The variables' values at the start. */
  variables: number[];
  results: number[];
  /** An entry for each variable, as are the next. */
  gradients: (number | undefined)[];
  states: (number | undefined)[];
}

/** Runs a pass eagerly, and notes how it came about. To be called in `tf.tidy`. */
export function trace(
  model: tf.LayersModel,
  variables: readonly tf.Variable[],
  batch: readonly tf.Tensor[],
  inputs: readonly tf.Tensor[],
): Trace {
  const named = { inputs: inputs.map(handle), variables: variables.map(handle) };
  let made: Pick<Trace, "results" | "gradients" | "states"> | undefined;
  const recording = record(() => {
    const { results, gradients, states } = forwardAndBackward(model, variables, batch);
    made = { results: results.map(handle), gradients: gradients.map(maybe), states: states.map(maybe) };
  });
  return { ...recording, ...named, ...(made as NonNullable<typeof made>) };
}

const maybe = (tensor: tf.Tensor | undefined) => tensor && handle(tensor);
