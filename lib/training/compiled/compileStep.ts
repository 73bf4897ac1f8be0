import type { Batch } from "../batch.js";
import { indexRange } from "../examples.js";
import { type FusedOptimizer, isFused } from "../native/fusedOptimizer.js";
import { isNative } from "../native/nativeBackend.js";
import type { tf } from "../tensorflow.js";
import { CannotCompile } from "./cannotCompile.js";
import { CompiledStep, type Samples } from "./compiledStep.js";
import { untestedLayer } from "./layers.js";

/** What a step is to train. */
export interface Training {
  model: tf.LayersModel;
  /** How many examples there are, and how many make a batch; the last one may be smaller. */
  count: number;
  batchSize: number;
  /** Whether classes have weights, so that a batch has three parts. */
  weighted: boolean;
  /** Makes a batch of the examples at some indices. */
  take(indices: Int32Array): Batch;
}

/** The step that was compiled last, and for what. The next takes its place, so memory stays bounded. */
let last: { step: CompiledStep; model: tf.LayersModel; optimizer: tf.Optimizer; key: string } | undefined;

/**
 * The training step of a model as one graph: that of its last training where nothing has changed since, else made anew.
 *
 * The variable CNN_WORKBOOK_TRAINING=eager has all steps run eagerly.
 *
 * @throws {CannotCompile} the step can only run eagerly; the message says why
 */
export function compileStep(training: Training): CompiledStep {
  const { model } = training;
  const optimizer = checkCompilable(model);
  const sizes = batchSizes(training);
  const key = keyOf(model, sizes, training.weighted);
  if (last?.model === model && last.optimizer === optimizer && last.key === key) return last.step;
  last?.step.dispose();
  last = undefined;
  const step = new CompiledStep(
    model,
    optimizer,
    sizes.map((size) => samples(training, size)),
  );
  last = { step, model, optimizer, key };
  return step;
}

function checkCompilable(model: tf.LayersModel): FusedOptimizer {
  if (!isNative()) throw new CannotCompile("only native TensorFlow compiles");
  if (process.env.CNN_WORKBOOK_TRAINING === "eager") throw new CannotCompile("CNN_WORKBOOK_TRAINING asks for it");
  const layer = untestedLayer(model);
  if (layer) throw new CannotCompile(`no step with a ${layer.getClassName()} was tested`);
  const optimizer: tf.Optimizer = model.optimizer;
  if (isFused(optimizer)) return optimizer;
  throw new CannotCompile("the optimizer is not of createOptimizer");
}

/** That of all batches but the last, and that of the last where it is smaller. */
function batchSizes({ count, batchSize }: Training): number[] {
  const sizes = new Set([Math.min(batchSize, count), count % batchSize]);
  sizes.delete(0);
  return [...sizes];
}

/** Of all that a compiled step takes as given. */
function keyOf(model: tf.LayersModel, sizes: number[], weighted: boolean): string {
  return JSON.stringify([model.getConfig(), model.trainableWeights.map(({ name }) => name), sizes, weighted]);
}

/** The first examples, and the last ones in reverse order: other values at each place. */
function samples({ count, take }: Training, size: number): Samples {
  const range = { first: indexRange(0, size), last: indexRange(count - size, count).reverse() };
  return { record: () => take(range.first), check: () => take(range.last) };
}
