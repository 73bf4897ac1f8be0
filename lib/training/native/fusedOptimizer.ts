import * as tf from "@tensorflow/tfjs";
import type { Settings } from "../createOptimizer.js";
import type { FusedRule } from "./fusedRules.js";
import { handle, nativeBackend } from "./nativeBackend.js";
import { OptimizerSlots } from "./optimizerSlots.js";

/** Whether an optimiser is fused. TensorFlow.js has `instanceof` say yes to anything that has an optimiser's methods. */
export function isFused(optimizer: tf.Optimizer): optimizer is FusedOptimizer {
  return optimizer.constructor === FusedOptimizer;
}

/** Gradients by the name of their variable, in the two forms that TensorFlow.js allows. */
type Gradients = Parameters<tf.Optimizer["applyGradients"]>[0];

/** Whoever keeps the running averages in the optimiser's place for a while. */
export interface AveragesKeeper {
  /** Has to call `takeBack`. */
  giveBack(): void;
}

/**
 * An optimiser of TensorFlow.js that updates each group of weights by one operation of native TensorFlow, in place.
 * TensorFlow.js's own need a dozen passes over all weights for Adam, each with a new tensor.
 */
export class FusedOptimizer extends tf.Optimizer {
  private readonly slots: OptimizerSlots;
  /** What `getWeights` gave last, which nobody else disposes of. */
  private saved: tf.Tensor[] = [];
  private step = 0;
  private keeper?: AveragesKeeper;

  constructor(
    readonly rule: FusedRule,
    private readonly settings: Settings,
  ) {
    super();
    this.slots = new OptimizerSlots(rule.slots);
  }

  /** Size of a step; may be changed while training. */
  get learningRate(): number {
    return this.settings.learningRate;
  }

  set learningRate(value: number) {
    this.settings.learningRate = value;
  }

  override applyGradients(gradients: Gradients): void {
    const entries = Array.isArray(gradients)
      ? gradients.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(gradients);
    this.reclaim();
    tf.tidy(() => {
      const [before, after] = this.advance().map((numbers) => numbers.map((value) => tf.scalar(value)));
      for (const [name, gradient] of entries) {
        if (gradient) this.apply(tf.engine().registeredVariables[name], [...before, gradient, ...after]);
      }
    });
  }

  /** Begins the next step: the numbers that the rule takes before and after the gradient in it. */
  advance(): [before: number[], after: number[]] {
    this.step++;
    this.incrementIterations();
    return [this.rule.before(this.step), this.rule.after(this.step)];
  }

  /** The running averages of a variable. */
  averagesOf(variable: tf.Variable): tf.Tensor[] {
    this.reclaim();
    return this.slots.of(variable).averages.map((average) => average.read());
  }

  /** Leaves the averages of some variables to `keeper`, who has read them, until they are needed here. */
  lendTo(keeper: AveragesKeeper, variables: readonly tf.Variable[]): void {
    this.keeper = keeper;
    for (const variable of variables) this.slots.forget(this.slots.of(variable));
  }

  /** Puts averages that were lent where they were. */
  takeBack(variable: tf.Variable, averages: readonly tf.Tensor[]): void {
    const slot = this.slots.of(variable);
    for (const [index, average] of averages.entries()) slot.averages[index].write(average);
  }

  isLentTo(keeper: AveragesKeeper): boolean {
    return this.keeper === keeper;
  }

  /** Has the averages brought back that were lent. */
  reclaim(): void {
    const { keeper } = this;
    this.keeper = undefined;
    keeper?.giveBack();
  }

  private apply(variable: tf.Variable, inputs: tf.Tensor[]): void {
    const slot = this.slots.of(variable);
    const handles = [slot.weights, ...slot.averages].map(({ handle }) => handle);
    const { operation, attributes } = this.rule;
    slot.weights.update(variable, () =>
      nativeBackend().executeMultipleOutputs(operation, attributes, [...handles, ...inputs], 0),
    );
    slot.seen = handle(variable);
  }

  override dispose(): void {
    this.keeper = undefined;
    for (const slot of this.slots.all) this.slots.forget(slot);
    tf.dispose(this.saved);
    super.dispose();
  }

  /** The count of steps and the averages as TensorFlow.js saves them: a loaded model goes on with its optimiser. */
  override async getWeights(): ReturnType<tf.Optimizer["getWeights"]> {
    this.reclaim();
    const { all } = this.slots;
    const averages = Array.from({ length: this.rule.slots }, (_, index) =>
      all.map((slot) => ({ name: `${slot.variable.name}/${index}`, tensor: slot.averages[index].read() })),
    );
    const weights = [await this.saveIterations(), ...averages.flat()];
    tf.dispose(this.saved);
    this.saved = weights.map(({ tensor }) => tensor);
    return weights;
  }

  override getClassName(): string {
    return this.rule.className;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return Object.fromEntries(this.rule.config.map((name) => [name, this.settings[name]]));
  }
}
