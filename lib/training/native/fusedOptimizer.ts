import * as tf from "@tensorflow/tfjs";
import type { Settings } from "../createOptimizer.js";
import { type Attribute, nativeBackend } from "./nativeBackend.js";
import { ResourceVariable } from "./resourceVariable.js";

/** One of TensorFlow's fused updates: its name, and the inputs it takes around the gradient. */
export interface FusedRule {
  /** The class that TensorFlow.js has for the same method; saved models name it. */
  className: string;
  /** TensorFlow's operation: "ResourceApplyAdam". */
  operation: string;
  attributes: Attribute[];
  /** How many running averages it keeps for each weight; they start at zero. */
  slots: number;
  /** The numbers it takes before and after the gradient, at step 1, 2, …; read anew each step. */
  before(step: number): number[];
  after(step: number): number[];
  /** The settings that a saved model records. */
  config: (keyof Settings)[];
}

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

/** The weights of one layer in TensorFlow, the running averages beside them, and the data they were last seen with. */
interface Slot {
  /** Whose values these are: a model made anew may give its variables the same names. */
  variable: tf.Variable;
  weights: ResourceVariable;
  averages: ResourceVariable[];
  dataId: tf.DataId;
}

/**
 * An optimiser of TensorFlow.js that updates each group of weights by one operation of native TensorFlow, in place.
 * TensorFlow.js's own need a dozen passes over all weights for Adam, each with a new tensor.
 */
export class FusedOptimizer extends tf.Optimizer {
  private readonly slots = new Map<string, Slot>();
  private step = 0;
  private keeper?: AveragesKeeper;

  constructor(
    readonly rule: FusedRule,
    private readonly settings: Settings,
  ) {
    super();
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

  /**
   * Leaves the running averages of `variables` to `keeper`, who brings them back when they are needed here.
   *
   * @returns the averages of each variable
   */
  lend(variables: readonly tf.Variable[], keeper: AveragesKeeper): tf.Tensor[][] {
    this.reclaim();
    this.keeper = keeper;
    return variables.map((variable) => {
      const slot = this.slotOf(variable);
      const averages = slot.averages.map((average) => average.read());
      this.forget(slot);
      return averages;
    });
  }

  /** Puts averages that were lent where they were. */
  takeBack(variable: tf.Variable, averages: readonly tf.Tensor[]): void {
    const slot = this.slotOf(variable);
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
    const slot = this.slotOf(variable);
    const handles = [slot.weights, ...slot.averages].map(({ handle }) => handle);
    const { operation, attributes } = this.rule;
    slot.weights.update(variable, () =>
      nativeBackend().executeMultipleOutputs(operation, attributes, [...handles, ...inputs], 0),
    );
    slot.dataId = variable.dataId;
  }

  /** The slot of a variable, holding its present values: they may have been set by somebody else since the last step. */
  private slotOf(variable: tf.Variable): Slot {
    const known = this.slots.get(variable.name);
    if (known && known.variable !== variable) this.forget(known);
    else if (known) {
      if (known.dataId !== variable.dataId) known.weights.write(variable);
      return known;
    }
    const zeros = tf.zerosLike(variable);
    const averages = Array.from({ length: this.rule.slots }, () => new ResourceVariable(zeros));
    const slot = { variable, weights: new ResourceVariable(variable), averages, dataId: variable.dataId };
    this.slots.set(variable.name, slot);
    return slot;
  }

  private forget({ variable, weights, averages }: Slot): void {
    for (const held of [weights, ...averages]) held.dispose();
    this.slots.delete(variable.name);
  }

  override dispose(): void {
    this.keeper = undefined;
    for (const slot of this.slots.values()) this.forget(slot);
    super.dispose();
  }

  override getClassName(): string {
    return this.rule.className;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return Object.fromEntries(this.rule.config.map((name) => [name, this.settings[name]]));
  }
}
