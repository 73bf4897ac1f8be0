import { type Numbers, reshape, type Weights } from "./network.js";
import type { Stepper } from "./stepWith.js";

/** Some of the examples. */
export interface Batch {
  inputs: Numbers;
  labels: Numbers;
}

/** What a batch teaches: its loss, and the slopes of that loss by each weight. */
export type Learn = (inputs: Numbers, labels: Numbers, weights: Weights) => { loss: number; slopes: Weights };

/** What a training gives. */
export interface Trained {
  weights: Weights;
  /** The loss of each batch, before its step. */
  losses: number[];
}

/** A training loop. */
export type Loop = (
  start: Weights,
  epochs: number,
  batchesOf: (epoch: number) => Batch[],
  learn: Learn,
  optimizer: Stepper,
) => Trained;

const one = (value: number) => reshape([value], [1]);

/** A network of one weight w, for trying a loop: it answers w × input, its loss is half of the squared error. */
export const toy = {
  start: (w: number): Weights => ({ w: one(w) }),
  learn: ((inputs, labels, { w }) => {
    const error = w.get(0) * inputs.get(0) - labels.get(0);
    return { loss: error ** 2 / 2, slopes: { w: one(error * inputs.get(0)) } };
  }) satisfies Learn,
  optimizer: { step: ({ w }, slopes) => ({ w: one(w.get(0) - 0.5 * slopes.w.get(0)) }) } satisfies Stepper,
  /** One example in a batch: [input, label]. */
  batches: (pairs: number[][]): Batch[] => pairs.map(([input, label]) => ({ inputs: one(input), labels: one(label) })),
};

/** Where a wrong loop goes another way. */
interface Changes {
  epochs?: (epochs: number) => number;
  epoch?: (epoch: number) => number;
  /** Weights at the beginning of an epoch. */
  begin?: (now: Weights, start: Weights) => Weights;
  /** Weights at which the slopes are asked for. */
  at?: (now: Weights, start: Weights) => Weights;
  /** Weights after a step. */
  after?: (stepped: Weights, now: Weights) => Weights;
  /** Whether there is a step after this batch. */
  steps?: (place: number, count: number) => boolean;
  /** What is kept of the losses of an epoch. */
  kept?: (losses: number[]) => number[];
}

/** The training loop, with changes. */
export const loopWith =
  (changes: Changes): Loop =>
  (start, epochs, batchesOf, learn, optimizer) => {
    const { epochs: times = (n) => n, epoch: place = (n) => n, begin = (now) => now, at = (now) => now } = changes;
    const { after = (stepped) => stepped, steps = () => true, kept = (all) => all } = changes;
    let weights = start;
    const losses: number[] = [];
    for (let epoch = 0; epoch < times(epochs); epoch++) {
      weights = begin(weights, start);
      const batches = batchesOf(place(epoch));
      const ofEpoch = batches.map(({ inputs, labels }, i) => {
        const { loss, slopes } = learn(inputs, labels, at(weights, start));
        if (steps(i, batches.length)) weights = after(optimizer.step(weights, slopes), weights);
        return loss;
      });
      losses.push(...kept(ofEpoch));
    }
    return { weights, losses };
  };
