import type { Status } from "./trainingFigure.js";

/** Measures a training run: how far it is, how fast, how long it still takes. */
export class TrainingClock {
  batchesDone = 0;
  private images = 0;
  private trainingMs = 0;
  private readonly started = performance.now();

  constructor(
    private readonly epochs: number,
    private readonly batchesPerEpoch: number,
    private readonly step: { readonly kind: string },
  ) {}

  /** Runs one batch of `images` pictures. */
  time<T>(images: number, batch: () => T): T {
    const start = performance.now();
    const result = batch();
    this.trainingMs += performance.now() - start;
    this.images += images;
    this.batchesDone++;
    return result;
  }

  get imagesPerSecond(): number {
    return this.trainingMs > 0 ? (1000 * this.images) / this.trainingMs : 0;
  }

  /** Where the run stands. The time left is counted with validation and all. */
  status(stopped: boolean): Status {
    const all = this.epochs * this.batchesPerEpoch;
    const elapsed = (performance.now() - this.started) / 1000;
    const finished = this.batchesDone === all;
    return {
      epochsDone: this.batchesDone / this.batchesPerEpoch,
      epochs: this.epochs,
      imagesPerSecond: this.imagesPerSecond,
      steps: this.step.kind,
      secondsLeft: (elapsed / this.batchesDone) * (all - this.batchesDone),
      state: stopped ? "stopped" : finished ? "finished" : "running",
    };
  }
}
