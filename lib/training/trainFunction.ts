import type { tf } from "./tensorflow.js";

type TrainFunction = (batch: tf.Tensor[]) => tf.Tensor[];

/**
 * One training step of TensorFlow.js: takes x, y and, where classes have weights, those of the examples, has the
 * optimiser change the model's weights, and gives the loss and the metrics as they were before.
 *
 * `model.trainOnBatch` does the same, but knows no weights of examples. The type declarations keep this to themselves;
 * a sequential model is built around another, which does the work.
 */
export function trainFunction(model: tf.LayersModel): TrainFunction {
  const inner = (model as { model?: tf.LayersModel }).model ?? model;
  return (inner as unknown as { makeTrainFunction(): TrainFunction }).makeTrainFunction();
}

/** Runs `work` while `model` has another optimiser. */
export function withOptimizer<T>(model: tf.LayersModel, optimizer: tf.Optimizer, work: () => T): T {
  const before = model.optimizer;
  model.optimizer = optimizer;
  try {
    return work();
  } finally {
    model.optimizer = before;
  }
}
