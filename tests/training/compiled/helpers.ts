import { createOptimizer, type OptimizerName, type OptimizerOptions, tf } from "cnn-workbook/training";
import { vi } from "vitest";
import { compileStep } from "../../../lib/training/compiled/compileStep.js";
import { weightsOf } from "../helpers.js";

export type Network = () => tf.LayersModel;

/** What was seen after each step. */
export interface Step {
  loss: number;
  accuracy: number;
  weights: number[];
}

/** A training that is run twice: compiled, and by TensorFlow.js as it comes. */
export interface Lesson {
  network: Network;
  batches: readonly Uint32Array[];
  classWeight?: number[];
  /** Called before each step. */
  before?(model: tf.LayersModel, step: number): void;
}

/** Examples of any shape, with classes in turn. */
export function examplesFor(model: tf.LayersModel, count = 24) {
  const shape = model.inputs[0].shape.slice(1) as number[];
  const classes = model.outputs[0].shape[1] as number;
  const size = tf.util.sizeFromShape(shape);
  const value = (at: number) => Math.sin(at * at + at) + ((at % 7) - 3) / 4;
  const take = (indices: ArrayLike<number>) => {
    const x = Float32Array.from({ length: indices.length * size }, (_, i) => {
      return value(indices[Math.floor(i / size)] * size + (i % size));
    });
    const labels = Int32Array.from(indices, (index) => index % Math.max(classes, 2));
    const y = classes === 1 ? tf.tensor2d(Float32Array.from(labels), [labels.length, 1]) : tf.oneHot(labels, classes);
    return { x: tf.tensor(x, [indices.length, ...shape]), y: y.toFloat() as tf.Tensor, labels };
  };
  return { count, take };
}

/** Ten batches of eight examples, each in another order, but the third and the last, which are smaller. */
export const batches = Array.from({ length: 10 }, (_, step) =>
  Uint32Array.from({ length: step % 7 === 2 ? 5 : 8 }, (_, i) => (step * 11 + i * 5) % 24),
);

const loss = (model: tf.LayersModel) =>
  model.outputs[0].shape[1] === 1 ? "binaryCrossentropy" : "categoricalCrossentropy";

/** Trains with the compiled step. */
export function trainCompiled(lesson: Lesson, name: OptimizerName, options?: OptimizerOptions): Step[] {
  chanceFrom(1);
  const model = lesson.network();
  const optimizer = createOptimizer(name, options);
  model.compile({ optimizer, loss: loss(model), metrics: ["accuracy"] });
  const { take, count } = examplesFor(model);
  const { classWeight } = lesson;
  const batch = (indices: ArrayLike<number>) => {
    const { x, y, labels } = take(indices);
    return classWeight ? [x, y, tf.tensor1d(Float32Array.from(labels, (label) => classWeight[label]))] : [x, y];
  };
  const training = { model, count: count - 3, batchSize: 8, weighted: classWeight !== undefined, take: batch };
  const step = compileStep(training);
  const seen = lesson.batches.map((indices, at) => {
    lesson.before?.(model, at);
    const [loss, accuracy] = step.run(batch(indices));
    return { loss, accuracy, weights: at % 2 === 0 ? weightsOf(model) : [] };
  });
  return seen;
}

/** Trains with TensorFlow.js's own optimiser, `model.fit` and CPU backend, which nothing of ours touches. */
export async function trainStock(lesson: Lesson, optimizer: () => tf.Optimizer): Promise<Step[]> {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const backend = tf.getBackend();
  tf.setBackend("cpu");
  try {
    chanceFrom(1);
    const model = lesson.network();
    model.compile({ optimizer: optimizer(), loss: loss(model), metrics: ["accuracy"] });
    const { take } = examplesFor(model);
    const seen: Step[] = [];
    for (const [at, indices] of lesson.batches.entries()) {
      lesson.before?.(model, at);
      const { x, y } = take(indices);
      const classWeight = lesson.classWeight && Object.fromEntries(lesson.classWeight.entries());
      const { history } = await model.fit(x, y, { batchSize: indices.length, shuffle: false, verbose: 0, classWeight });
      const [loss, accuracy] = [history.loss[0], history.acc[0]] as number[];
      seen.push({ loss, accuracy, weights: at % 2 === 0 ? weightsOf(model) : [] });
    }
    return seen;
  } finally {
    tf.setBackend(backend);
  }
}

/** Has `Math.random` repeat itself from here: layers without a seed draw theirs from it. */
function chanceFrom(seed: number): void {
  let state = seed;
  vi.spyOn(Math, "random").mockImplementation(() => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  });
}

/** The largest difference of losses, accuracies and weights. */
export function difference(a: readonly Step[], b: readonly Step[]): number {
  const flat = (steps: readonly Step[]) => steps.flatMap(({ loss, accuracy, weights }) => [loss, accuracy, ...weights]);
  const [left, right] = [flat(a), flat(b)];
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  return left.reduce((most, value, i) => Math.max(most, Math.abs(value - right[i])), 0);
}
