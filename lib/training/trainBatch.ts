import type { Examples } from "./examples.js";
import type { tf } from "./tensorflow.js";

/**
 * One step: the loss on the examples at `indices`, its gradient, and the update of the weights.
 *
 * @returns mean loss and accuracy, as they were before the update
 * @throws {Error} the loss is no finite number
 */
export async function trainBatch(
  model: tf.LayersModel,
  examples: Examples,
  indices: Int32Array,
  epoch: number,
): Promise<{ loss: number; accuracy: number }> {
  const { x, y } = examples.take(indices);
  const [loss, accuracy] = (await model.trainOnBatch(x, y)) as number[];
  x.dispose();
  y.dispose();
  if (Number.isFinite(loss)) return { loss, accuracy };
  const { learningRate } = model.optimizer as tf.Optimizer & { learningRate?: number };
  const now = learningRate === undefined ? "" : ` (it was ${learningRate})`;
  throw new Error(
    `the loss became ${loss} in epoch ${epoch + 1}, and the weights are lost: the steps are too large. Make the model anew and give the optimizer a smaller \`learningRate\`${now}, or scale the images to 0 … 1.`,
  );
}
