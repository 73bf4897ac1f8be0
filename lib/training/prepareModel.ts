import { describe, oneOf } from "../arrays/index.js";
import { createOptimizer, OPTIMIZERS, type OptimizerName } from "./createOptimizer.js";
import type { Examples } from "./examples.js";
import type { tf } from "./tensorflow.js";

/** Optimisers that were made here, whose memory is given back when another takes their place. */
const ours = new WeakSet<tf.Optimizer>();

/**
 * Makes a model ready to train as a classifier: checks that it answers with probabilities, and joins it with the
 * optimiser and the loss that fits.
 *
 * @throws {RangeError} outputs that are no probabilities, or no such optimiser
 */
export function prepareModel(
  model: tf.LayersModel,
  examples: Examples,
  wanted: OptimizerName | tf.Optimizer | undefined,
): void {
  checkProbabilities(model, examples);
  const before = model.optimizer as tf.Optimizer | undefined;
  const optimizer = chooseOptimizer(wanted, before);
  const outputs = model.outputs[0].shape[1];
  const loss = outputs === 1 ? "binaryCrossentropy" : "categoricalCrossentropy";
  model.compile({ optimizer, loss, metrics: ["accuracy"] });
  if (before && before !== optimizer && ours.has(before)) before.dispose();
}

function chooseOptimizer(wanted: OptimizerName | tf.Optimizer | undefined, before: tf.Optimizer | undefined) {
  if (wanted === undefined && before) return before;
  if (wanted === undefined || typeof wanted === "string") {
    const made = createOptimizer(oneOf(wanted ?? "adam", "optimizer", OPTIMIZERS));
    ours.add(made);
    return made;
  }
  if (typeof wanted?.applyGradients === "function") return wanted;
  throw new TypeError(`\`optimizer\` must be a name or what createOptimizer made, got ${describe(wanted)}`);
}

/** Cross-entropy means nothing for outputs that are no probabilities: asks the model about one picture. */
function checkProbabilities(model: tf.LayersModel, examples: Examples): void {
  const { x, y } = examples.take([0]);
  const output = model.predict(x) as tf.Tensor;
  const values = Array.from(output.dataSync());
  for (const tensor of [x, y, output]) tensor.dispose();
  const sum = values.reduce((total, value) => total + value, 0);
  const inside = values.every((value) => value >= 0 && value <= 1);
  // A model that was lost to too large steps answers NaN; that is told when its loss is seen.
  if (Number.isNaN(sum) || (inside && (values.length === 1 || Math.abs(sum - 1) < 1e-3))) return;
  const activation = values.length === 1 ? "sigmoid" : "softmax";
  const got = values.slice(0, 3).map((value) => Number(value.toPrecision(3)));
  const text = `${got.join(", ")}${values.length > 3 ? ", …" : ""}`;
  throw new RangeError(
    `the model must answer with probabilities, got [${text}] for the first picture: give the last layer \`${model.layers.at(-1)?.name}\` activation: "${activation}"`,
  );
}
