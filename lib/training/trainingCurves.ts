/** One value of a curve: how many epochs were done by then, and the value. */
export interface Point {
  epoch: number;
  loss: number;
  /** 0 to 1. */
  accuracy: number;
}

/** How many points the curve of the training has at most, so that a figure stays small. */
const POINTS = 150;

/** What a training run has shown so far. */
export class TrainingCurves {
  /** Means over a few batches each. */
  readonly training: Point[] = [];
  /** After each epoch, where there is something to validate on. */
  readonly validation: Point[] = [];
  private readonly every: number;
  private loss = 0;
  private accuracy = 0;
  private count = 0;

  constructor(
    readonly epochs: number,
    readonly batchesPerEpoch: number,
  ) {
    this.every = Math.ceil((epochs * batchesPerEpoch) / POINTS);
  }

  /** Adds the result of one batch; `done` counts all batches up to this one. */
  addBatch(done: number, loss: number, accuracy: number): void {
    this.loss += loss;
    this.accuracy += accuracy;
    this.count++;
    if (this.count < this.every && done < this.epochs * this.batchesPerEpoch) return;
    const epoch = done / this.batchesPerEpoch;
    this.training.push({ epoch, loss: this.loss / this.count, accuracy: this.accuracy / this.count });
    this.loss = 0;
    this.accuracy = 0;
    this.count = 0;
  }
}
