import {
  type ArrayInput,
  checkOptions,
  describe,
  finiteNumber,
  oneOf,
  positiveNumber,
  toNdarray,
  wholeNumber,
} from "../arrays/index.js";
import { interruptSignal } from "../datasets/interruptSignal.js";
import { randomGenerator } from "../signals/index.js";
import { augmentedExamples, type KeepingSize } from "./augmentedExamples.js";
import type { OptimizerName } from "./createOptimizer.js";
import { type Examples, type LabelledData, readExamples } from "./examples.js";
import { prepareModel } from "./prepareModel.js";
import { tensorBoard } from "./tensorBoard/tensorBoard.js";
import type { tf } from "./tensorflow.js";
import { type DisplayMode, trainingDisplay } from "./trainingDisplay.js";
import { type TrainingHistory, TrainingRun } from "./trainingRun.js";

/** How to train. */
export interface TrainOptions {
  /** How often every picture is seen; at least 1. */
  epochs: number;
  /** Pictures a step; default 64. */
  batchSize?: number;
  /** A name, or what `createOptimizer` made. Default: the one that the model has, else "adam". */
  optimizer?: OptimizerName | tf.Optimizer;
  /** Pictures to judge by after each epoch: a set of its own, or a share (between 0 and 1) off the end of the data. */
  validation?: LabelledData | number;
  /** What the loss of each class's pictures is multiplied with, one number a class; default 1. For classes that are rare. */
  classWeight?: ArrayInput;
  /**
   * How the pictures are changed by chance, anew each time that they come, as `augment` does it (without `crop`); values
   * 0 to 255. Those to validate on are not.
   */
  augment?: KeepingSize;
  /** A folder for a log that TensorBoard shows; made where it is missing. Take a new one for each run. */
  logFolder?: string;
  /** Stands above the curves. Default "Training". */
  title?: string;
  /** Decides in which order the pictures come; a whole number. Default 0. */
  seed?: number;
  /** "figure": live curves; "text": a line an epoch; "none". Default: curves in a notebook, text elsewhere. */
  display?: DisplayMode;
  /** Stops the training between two batches when aborted. Default: the notebook's stop button. */
  signal?: AbortSignal;
}

/**
 * Trains a classifier, and shows how loss and accuracy develop while it does. The loss is cross-entropy; pictures come
 * in a new random order each epoch. Training the same model again goes on from where it was.
 *
 * On native TensorFlow each step runs as one compiled graph where the network allows it, else operation by operation;
 * the result's `steps` says which and why. Both compute the same up to rounding.
 *
 * Pictures are taken as they are, 0 to 255: begin the model with `tf.layers.rescaling({ scale: 1 / 255, inputShape })`.
 *
 * @param model - ends in probabilities: softmax over the classes, or one sigmoid for yes or no; its weights are changed
 * @param data - `images` [n, height, width, channels], `labels` [n] class numbers from 0; not modified
 * @param options - at least `epochs`
 * @returns loss and accuracy of each epoch. A run that was stopped gives the epochs that were finished.
 * @throws {RangeError} data that does not fit the model, an option out of range, a model without probabilities
 * @throws {Error} the loss is no number any more: the steps are too large
 * @example const history = await trainModel(model, syntheticDigits({ count: 5000 }), { epochs: 3, validation: 0.2 })
 */
export async function trainModel(
  model: tf.LayersModel,
  data: LabelledData,
  options: TrainOptions,
): Promise<TrainingHistory> {
  const { epochs, batchSize = 64, classWeight, title = "Training", seed = 0, ...rest } = readOptions(options);
  const examples = readExamples(model, data, "data");
  const weights = classWeight && readClassWeight(classWeight, examples.classes);
  const parts = split(model, examples, rest.validation);
  const trained = rest.augment ? augmentedExamples(model, examples, rest.augment, randomGenerator(seed)) : examples;
  prepareModel(model, examples, rest.optimizer);
  const signal = rest.signal ?? interruptSignal();
  const random = randomGenerator(seed);
  const log = rest.logFolder === undefined ? undefined : tensorBoard(rest.logFolder, "logFolder");
  const plan = { model, examples: trained, ...parts, epochs, batchSize, classWeight: weights, random, signal, log };
  return new TrainingRun(plan, trainingDisplay(rest.display, title, epochs)).toEnd();
}

const NAMES = [
  ...(["epochs", "batchSize", "optimizer", "validation", "classWeight", "augment", "logFolder"] as const),
  ...(["title", "seed", "display", "signal"] as const),
];

function readOptions(options: TrainOptions): TrainOptions {
  const { epochs, batchSize, title, display } = checkOptions(options, "trainModel", NAMES);
  wholeNumber(epochs, "epochs", 1);
  if (batchSize !== undefined) wholeNumber(batchSize, "batchSize", 1);
  if (title !== undefined && typeof title !== "string")
    throw new TypeError(`\`title\` must be a string, got ${describe(title)}`);
  if (display !== undefined) oneOf(display, "display", ["figure", "text", "none"]);
  return options;
}

function readClassWeight(classWeight: ArrayInput, classes: number): number[] {
  const weights = Array.from(toNdarray(classWeight, "classWeight", { rank: 1 }).data);
  for (const [index, weight] of weights.entries()) finiteNumber(weight, `classWeight[${index}]`, 0);
  if (weights.length === classes) return weights;
  throw new RangeError(`\`classWeight\` must have ${classes} numbers, one a class, got ${weights.length}`);
}

/** How many of the examples are trained on, and which are validated on. */
function split(
  model: tf.LayersModel,
  examples: Examples,
  validation: LabelledData | number | undefined,
): { count: number; validation?: readonly [Examples, readonly [number, number]] } {
  const { count } = examples;
  if (validation === undefined) return { count };
  if (typeof validation !== "number") {
    const own = readExamples(model, validation, "validation");
    return { count, validation: [own, [0, own.count]] };
  }
  if (positiveNumber(validation, "validation") >= 1) {
    throw new RangeError(`\`validation\` must be a share between 0 and 1, or { images, labels }, got ${validation}`);
  }
  const kept = Math.floor(count * (1 - validation));
  if (kept === 0 || kept === count) {
    throw new RangeError(
      `\`validation\` must leave pictures to train on and to validate on, got ${validation} of ${count}`,
    );
  }
  return { count: kept, validation: [examples, [kept, count]] };
}
