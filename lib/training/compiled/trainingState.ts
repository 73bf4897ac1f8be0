import type { AveragesKeeper, FusedOptimizer } from "../native/fusedOptimizer.js";
import { handle, nativeBackend } from "../native/nativeBackend.js";
import { tf } from "../tensorflow.js";
import { LazyWeights } from "./lazyWeights.js";
import type { Session } from "./session.js";
import type { StepGraph } from "./stepGraph.js";

/**
 * What changes from step to step: a model's weights and the optimiser's averages. While the model trains they live in
 * the session; both come back to where they belong when they are wanted there, and go to the session again when they
 * were changed from outside.
 */
export class TrainingState implements AveragesKeeper {
  private readonly weights: LazyWeights;

  constructor(
    private readonly session: Session,
    private readonly plan: StepGraph,
    private readonly variables: readonly tf.Variable[],
    private readonly optimizer: FusedOptimizer,
  ) {
    const names = plan.weights.map(({ read }) => read);
    const read = (indices: number[]) => indices.map((index) => names[index]);
    this.weights = new LazyWeights(variables, (indices) => session.run(new Map(), read(indices)));
  }

  /** To be called before a step: the session has the present values after it. */
  prepare(): void {
    if (this.weights.changed || !this.optimizer.isLentTo(this)) tf.tidy(() => this.store());
    else this.weights.settle();
  }

  /** To be called after a step: the session's values are the present ones now. */
  leave(): void {
    this.weights.leave();
  }

  giveBack(): void {
    tf.tidy(() => {
      const names = this.plan.weights.flatMap(({ averages }) => averages.map(({ read }) => read));
      const handles = this.session.run(new Map(), names);
      for (const [index, { averages }] of this.plan.weights.entries()) {
        const variable = this.variables[index];
        const values = handles.splice(0, averages.length).map((id) => tensorOf(id, variable.shape));
        if (values.length > 0 && !variable.isDisposed) this.optimizer.takeBack(variable, values);
      }
    });
  }

  /** Gives everything back, so that the session can be deleted. */
  release(): void {
    this.weights.fetch();
    if (this.optimizer.isLentTo(this)) this.optimizer.reclaim();
  }

  private store(): void {
    const feeds = new Map<string, number>();
    for (const [index, { placeholder, trainable, averages }] of this.plan.weights.entries()) {
      const variable = this.variables[index];
      feeds.set(placeholder, handle(variable));
      const values = trainable ? this.optimizer.averagesOf(variable) : [];
      for (const [slot, value] of values.entries()) feeds.set(averages[slot].placeholder, handle(value));
    }
    for (const id of this.session.run(feeds, [this.plan.store])) nativeBackend().binding.deleteTensor(id);
    this.optimizer.lendTo(
      this,
      this.variables.filter((_, index) => this.plan.weights[index].trainable),
    );
    this.weights.see();
  }
}

/** A tensor of 32-bit floats that the addon made. */
export function tensorOf(id: number, shape: number[]): tf.Tensor {
  const backend = nativeBackend();
  return backend.createOutputTensor({ id, shape, dtype: backend.binding.TF_FLOAT });
}
