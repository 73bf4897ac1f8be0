import { describe, oneOf, positiveNumber, wholeNumber } from "../arrays/index.js";
import { randomGenerator } from "../signals/index.js";
import type { OptimizerName } from "./createOptimizer.js";
import { evaluateExamples } from "./evaluateModel.js";
import { type Examples, indexRange, type LabelledData, readExamples } from "./examples.js";
import { interruptSignal } from "./interruptSignal.js";
import { pause } from "./pause.js";
import { prepareModel } from "./prepareModel.js";
import { shuffle } from "./shuffle.js";
import type { tf } from "./tensorflow.js";
import { trainBatch } from "./trainBatch.js";
import { TrainingClock } from "./trainingClock.js";
import { TrainingCurves } from "./trainingCurves.js";
import { type DisplayMode, trainingDisplay } from "./trainingDisplay.js";

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
  /** Stands above the curves. Default "Training". */
  title?: string;
  /** Decides in which order the pictures come; a whole number. Default 0. */
  seed?: number;
  /** "figure": live curves; "text": a line an epoch; "none". Default: curves in a notebook, text elsewhere. */
  display?: DisplayMode;
  /** Stops the training between two batches when aborted. Default: the notebook's stop button. */
  signal?: AbortSignal;
}

/** What a training run gives: one number for each epoch that was finished. */
export interface TrainingHistory {
  loss: number[];
  /** 0 to 1. */
  accuracy: number[];
  /** Empty where there was nothing to validate on, as is the next. */
  validationLoss: number[];
  validationAccuracy: number[];
  /** Pictures trained on in a second, without validation. */
  imagesPerSecond: number;
  /** Whether it was stopped before its end. */
  stopped: boolean;
}

const DEFAULTS = { batchSize: 64, title: "Training", seed: 0 };
const VALIDATION_BATCH = 256;

/**
 * Trains a classifier, and shows how loss and accuracy develop while it does. The loss is cross-entropy; pictures come
 * in a new random order each epoch. Training the same model again goes on from where it was.
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
  const settings = { ...DEFAULTS, ...checkOptions(options) };
  const { epochs, batchSize, seed } = settings;
  const examples = readExamples(model, data, "data");
  const { count, validation } = split(model, examples, settings.validation);
  prepareModel(model, examples, settings.optimizer);
  const signal = settings.signal ?? interruptSignal();
  const display = trainingDisplay(settings.display, settings.title, epochs);
  const history = emptyHistory();
  const random = randomGenerator(seed);
  const batches = Math.ceil(count / batchSize);
  const curves = new TrainingCurves(epochs, batches);
  const clock = new TrainingClock(epochs, batches);
  const status = () => clock.status(history.stopped);

  for (let epoch = 0; epoch < epochs && !history.stopped; epoch++) {
    const order = shuffle(indexRange(0, count), random);
    const sum = { loss: 0, accuracy: 0 };
    for (let start = 0; start < count; start += batchSize) {
      history.stopped = signal?.aborted ?? false;
      if (history.stopped) break;
      const indices = order.subarray(start, start + batchSize);
      const result = await clock.time(indices.length, () => trainBatch(model, examples, indices, epoch));
      sum.loss += result.loss * indices.length;
      sum.accuracy += result.accuracy * indices.length;
      curves.addBatch(clock.batchesDone, result.loss, result.accuracy);
      display.batch(curves, status);
      await pause();
    }
    if (history.stopped) break;
    history.loss.push(sum.loss / count);
    history.accuracy.push(sum.accuracy / count);
    if (validation) {
      const { loss, accuracy } = await evaluateExamples(model, ...validation, VALIDATION_BATCH);
      history.validationLoss.push(loss);
      history.validationAccuracy.push(accuracy);
      curves.validation.push({ epoch: epoch + 1, loss, accuracy });
    }
    display.epoch(curves, status);
  }
  if (history.stopped) display.epoch(curves, status);
  return { ...history, imagesPerSecond: clock.imagesPerSecond };
}

function emptyHistory(): TrainingHistory {
  const history = { loss: [], accuracy: [], validationLoss: [], validationAccuracy: [] };
  return { ...history, imagesPerSecond: 0, stopped: false };
}

function checkOptions(options: TrainOptions): TrainOptions {
  const { epochs, batchSize, title, display } = options ?? {};
  wholeNumber(epochs, "epochs", 1);
  if (batchSize !== undefined) wholeNumber(batchSize, "batchSize", 1);
  if (title !== undefined && typeof title !== "string")
    throw new TypeError(`\`title\` must be a string, got ${describe(title)}`);
  if (display !== undefined) oneOf(display, "display", ["figure", "text", "none"]);
  return options;
}

type Range = readonly [number, number];

/** How many of the examples are trained on, and which are validated on. */
function split(
  model: tf.LayersModel,
  examples: Examples,
  validation: LabelledData | number | undefined,
): { count: number; validation?: readonly [Examples, Range] } {
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
