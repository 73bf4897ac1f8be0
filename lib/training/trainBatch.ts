import { makeBatch } from "./batch.js";
import { tf } from "./tensorflow.js";
import type { TrainingPlan } from "./trainingRun.js";
import type { TrainingStep } from "./trainingStep.js";

/**
 * One step: the loss on the examples at `indices`, its gradient, and the update of the weights.
 *
 * @returns mean loss and accuracy, as they were before the update
 * @throws {Error} the loss is no finite number
 */
export function trainBatch(
  { model, examples, classWeight }: TrainingPlan,
  step: TrainingStep,
  indices: Int32Array,
  epoch: number,
): { loss: number; accuracy: number } {
  const batch = makeBatch(examples, indices, classWeight);
  const [loss, accuracy] = step.run(batch);
  tf.dispose([...batch]);
  if (Number.isFinite(loss)) return { loss, accuracy };
  const { learningRate } = model.optimizer as tf.Optimizer & { learningRate?: number };
  const now = learningRate === undefined ? "" : ` (it was ${learningRate})`;
  throw new Error(
    `the loss became ${loss} in epoch ${epoch + 1}, and the weights are lost: the steps are too large. Make the model anew and give the optimizer a smaller \`learningRate\`${now}, or scale the images to 0 … 1.`,
  );
}
