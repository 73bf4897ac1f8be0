import type { RandomGenerator } from "../signals/index.js";
import { shuffle } from "../signals/shuffle.js";
import { evaluateExamples } from "./evaluateModel.js";
import { type Examples, indexRange } from "./examples.js";
import { pause } from "./pause.js";
import type { TensorBoardLog } from "./tensorBoard/tensorBoard.js";
import type { tf } from "./tensorflow.js";
import { trainBatch } from "./trainBatch.js";
import { TrainingClock } from "./trainingClock.js";
import { TrainingCurves } from "./trainingCurves.js";
import type { TrainingDisplay } from "./trainingDisplay.js";
import { type TrainingStep, trainingStep } from "./trainingStep.js";

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
  /** How the steps ran: "compiled", as one graph each, or "eager: " and why not. */
  steps: string;
}

/** What a run works on, checked. */
export interface TrainingPlan {
  model: tf.LayersModel;
  examples: Examples;
  /** The first `count` examples are trained on. */
  count: number;
  /** Examples to validate on, and the range of them. */
  validation?: readonly [Examples, readonly [number, number]];
  epochs: number;
  batchSize: number;
  /** By class, what the loss of its examples is multiplied with. */
  classWeight?: readonly number[];
  random: RandomGenerator;
  signal?: AbortSignal;
  /** Told after each epoch that was finished. */
  log?: TensorBoardLog;
}

const VALIDATION_BATCH = 256;

/** One call of `trainModel`. */
export class TrainingRun {
  private readonly history: Omit<TrainingHistory, "imagesPerSecond" | "steps"> = {
    loss: [],
    accuracy: [],
    validationLoss: [],
    validationAccuracy: [],
    stopped: false,
  };
  private readonly curves: TrainingCurves;
  private readonly clock: TrainingClock;
  private readonly step: TrainingStep;

  constructor(
    private readonly plan: TrainingPlan,
    private readonly display: TrainingDisplay,
  ) {
    const batches = Math.ceil(plan.count / plan.batchSize);
    this.curves = new TrainingCurves(plan.epochs, batches);
    this.step = trainingStep(plan);
    this.clock = new TrainingClock(plan.epochs, batches, this.step);
  }

  async toEnd(): Promise<TrainingHistory> {
    for (let epoch = 0; epoch < this.plan.epochs && !this.history.stopped; epoch++) {
      await this.trainEpoch(epoch);
      if (!this.history.stopped) {
        await this.validate(epoch);
        await this.plan.log?.onEpochEnd(epoch, this.lastNumbers());
      }
      this.display.epoch(this.curves, this.status);
    }
    return { ...this.history, imagesPerSecond: this.clock.imagesPerSecond, steps: this.step.kind };
  }

  private async trainEpoch(epoch: number): Promise<void> {
    const { count, batchSize, random, signal } = this.plan;
    const order = shuffle(indexRange(0, count), random);
    const sum = { loss: 0, accuracy: 0 };
    for (let start = 0; start < count; start += batchSize) {
      if (signal?.aborted) {
        this.history.stopped = true;
        return;
      }
      const indices = order.subarray(start, start + batchSize);
      const { loss, accuracy } = this.clock.time(indices.length, () =>
        trainBatch(this.plan, this.step, indices, epoch),
      );
      sum.loss += loss * indices.length;
      sum.accuracy += accuracy * indices.length;
      this.curves.addBatch(this.clock.batchesDone, loss, accuracy);
      this.display.batch(this.curves, this.status);
      await pause();
    }
    this.history.loss.push(sum.loss / count);
    this.history.accuracy.push(sum.accuracy / count);
  }

  private async validate(epoch: number): Promise<void> {
    const { model, validation } = this.plan;
    if (!validation) return;
    const { loss, accuracy } = await evaluateExamples(model, ...validation, VALIDATION_BATCH);
    this.history.validationLoss.push(loss);
    this.history.validationAccuracy.push(accuracy);
    this.curves.validation.push({ epoch: epoch + 1, loss, accuracy });
  }

  /** The latest epoch's, named as `model.fit` names them. */
  private lastNumbers(): Record<string, number> {
    const { loss, accuracy, validationLoss, validationAccuracy } = this.history;
    const validation = validationLoss.length > 0 && {
      val_loss: validationLoss[validationLoss.length - 1],
      val_acc: validationAccuracy[validationAccuracy.length - 1],
    };
    return { loss: loss[loss.length - 1], acc: accuracy[accuracy.length - 1], ...validation };
  }

  private readonly status = () => this.clock.status(this.history.stopped);
}
