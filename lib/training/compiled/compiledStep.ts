import type { Batch } from "../batch.js";
import type { FusedOptimizer } from "../native/fusedOptimizer.js";
import { handle, nativeBackend } from "../native/nativeBackend.js";
import { tf } from "../tensorflow.js";
import { CannotCompile } from "./cannotCompile.js";
import { DropoutNoise } from "./dropoutNoise.js";
import { forwardAndBackward, type Pass } from "./forwardAndBackward.js";
import { allLayers } from "./layers.js";
import { Session } from "./session.js";
import { StepGraph, type StepNodes } from "./stepGraph.js";
import { trace } from "./trace.js";
import { TrainingState, tensorOf } from "./trainingState.js";

/** A batch to record a step with, and another of the same shapes to try it with. */
export interface Samples {
  record(): Batch;
  check(): Batch;
}

/** By how much a compiled step may differ from an eager one, in relation to its values: rounding makes 1e-6 or so. */
const TOLERANCE = 1e-3;

/**
 * A model's whole training step as one graph of TensorFlow: forward, backward, and the update of the weights. An eager
 * step asks for its operations one by one; a graph is optimised as a whole before it runs, so that TensorFlow joins
 * operations and leaves out copies.
 */
export class CompiledStep {
  isDisposed = false;
  private readonly variables: tf.Variable[];
  private readonly noise: DropoutNoise;
  private readonly plan: StepGraph;
  private readonly steps = new Map<number, StepNodes>();
  private readonly session: Session;
  private readonly state: TrainingState;

  /**
   * @param samples - for each size of batch
   * @throws {CannotCompile} the step is none that can be compiled, or does not do what the eager one does
   */
  constructor(
    private readonly model: tf.LayersModel,
    private readonly optimizer: FusedOptimizer,
    samples: readonly Samples[],
  ) {
    this.variables = model.weights.map((weight) => weight.read() as tf.Variable);
    const trained = new Set(model.trainableWeights.map((weight) => weight.read()));
    const shapes = this.variables.map((variable) => ({ shape: variable.shape, trainable: trained.has(variable) }));
    this.noise = new DropoutNoise(allLayers(model));
    this.plan = new StepGraph(shapes, optimizer.rule);
    for (const { record } of samples) tf.tidy(() => this.record(record()));
    this.session = new Session(this.plan.graph);
    this.state = new TrainingState(this.session, this.plan, this.variables, optimizer);
    try {
      for (const { check } of samples) tf.tidy(() => this.check(check()));
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** Trains on one batch. Returns the loss and the metrics as they were before the update. */
  run(batch: Batch): number[] {
    this.state.prepare();
    return tf.tidy(() => {
      const step = this.stepFor(batch);
      const feeds = feedsOf(step, [...batch, ...this.noise.draw(batch[0].shape[0])]);
      const numbers = this.optimizer.advance().flat();
      for (const [index, value] of numbers.entries()) feeds.set(this.plan.numbers[index], handle(tf.scalar(value)));
      const results = this.session.run(feeds, step.results).map((id) => tensorOf(id, []));
      this.state.leave();
      return results.map((result) => result.dataSync()[0]);
    });
  }

  /** Gives weights and averages back, and the memory. */
  dispose(): void {
    this.isDisposed = true;
    this.state.release();
    this.session.dispose();
  }

  private record(batch: Batch): void {
    const noise = this.noise.draw(batch[0].shape[0], 1);
    const inputs = [...batch, ...noise];
    const infos = inputs.map(({ shape, dtype }) => ({ shape, type: nativeBackend().getDTypeInteger(dtype) }));
    const recorded = this.noise.use(noise, () => trace(this.model, this.variables, batch, inputs));
    this.steps.set(batch[0].shape[0], this.plan.addStep(recorded, infos));
  }

  /** Computes loss, gradients and new states both ways. */
  private check(batch: Batch): void {
    this.state.prepare();
    const noise = this.noise.draw(batch[0].shape[0], 2);
    const eager = this.noise.use(noise, () => forwardAndBackward(this.model, this.variables, batch));
    const step = this.stepFor(batch);
    const [names, expected] = [compared(step.pass), compared(eager)];
    const handles = this.session.run(feedsOf(step, [...batch, ...noise]), Object.values(names).flat());
    for (const [part, tensors] of Object.entries(expected)) {
      const got = handles.splice(0, tensors.length).map((id, index) => tensorOf(id, tensors[index].shape));
      if (!agree(got, tensors)) throw new CannotCompile(`compiled, this network had ${part}`);
    }
  }

  private stepFor(batch: Batch): StepNodes {
    return this.steps.get(batch[0].shape[0]) as StepNodes;
  }
}

const feedsOf = (step: StepNodes, inputs: readonly tf.Tensor[]) =>
  new Map(step.inputs.map((name, index) => [name, handle(inputs[index])]));

/** What a compiled and an eager pass must have alike. Metrics need not be: rounding may change which class is first. */
function compared<T>({ results, gradients, states }: Record<keyof Pass, readonly (T | undefined)[]>) {
  const present = (list: readonly (T | undefined)[]) => list.filter((entry) => entry !== undefined);
  return {
    "another loss": present(results.slice(0, 1)),
    "other gradients": present(gradients),
    "other averages": present(states),
  };
}

function agree(got: readonly tf.Tensor[], expected: readonly tf.Tensor[]): boolean {
  const length = (tensors: tf.Tensor[]) =>
    Math.sqrt(tensors.reduce((sum, tensor) => sum + tensor.square().sum().dataSync()[0], 0));
  const difference = length(got.map((tensor, index) => tensor.sub(expected[index])));
  return difference <= TOLERANCE * length([...expected]);
}
