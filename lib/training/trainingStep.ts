import { type Batch, makeBatch } from "./batch.js";
import { CannotCompile } from "./compiled/cannotCompile.js";
import type { CompiledStep } from "./compiled/compiledStep.js";
import { compileStep } from "./compiled/compileStep.js";
import { tf } from "./tensorflow.js";
import { trainFunction } from "./trainFunction.js";
import type { TrainingPlan } from "./trainingRun.js";

/** How a run trains on a batch. */
export interface TrainingStep {
  /** "compiled", or "eager: " and why. */
  readonly kind: string;
  /** Changes the weights. Returns the loss and the metrics as they were before. */
  run(batch: Batch): number[];
}

/** The compiled step where it can be had, else the eager one. */
export function trainingStep(plan: TrainingPlan): TrainingStep {
  const { model, examples, count, batchSize, classWeight } = plan;
  const take = (indices: Int32Array) => makeBatch(examples, indices, classWeight);
  try {
    return new CompiledRun(model, compileStep({ model, count, batchSize, weighted: classWeight !== undefined, take }));
  } catch (error) {
    return { kind: `eager: ${reason(error)}`, run: (batch) => runEagerly(model, batch) };
  }
}

/** Goes on eagerly when another network, trained at the same time, has taken the compiled step's place. */
class CompiledRun implements TrainingStep {
  constructor(
    private readonly model: tf.LayersModel,
    private readonly step: CompiledStep,
  ) {}

  get kind(): string {
    return this.step.isDisposed ? "eager: another network trained at the same time" : "compiled";
  }

  run(batch: Batch): number[] {
    return this.step.isDisposed ? runEagerly(this.model, batch) : this.step.run(batch);
  }
}

function runEagerly(model: tf.LayersModel, batch: Batch): number[] {
  const results = trainFunction(model)([...batch]);
  const values = results.map((result) => result.dataSync()[0]);
  tf.dispose(results);
  return values;
}

/** Whatever went wrong in compiling, the eager step is there. */
function reason(error: unknown): string {
  if (error instanceof CannotCompile) return error.message;
  return `TensorFlow takes no such graph: ${String((error as Error)?.message ?? error).split("\n")[0]}`;
}
