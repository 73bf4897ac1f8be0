import * as tf from "@tensorflow/tfjs";
import { handle } from "./nativeBackend.js";
import { ResourceVariable } from "./resourceVariable.js";

/** One layer's weights in TensorFlow, the running averages beside them, and the handle they were last seen with. */
export interface Slot {
  /** Whose values these are: a model made anew may give its variables the same names. */
  variable: tf.Variable;
  weights: ResourceVariable;
  averages: ResourceVariable[];
  seen: number;
}

/** What an optimiser keeps in TensorFlow, by the name of the variable. */
export class OptimizerSlots {
  private readonly slots = new Map<string, Slot>();

  /** @param averages - how many an optimiser keeps for each weight; they start at zero */
  constructor(private readonly averages: number) {}

  /** All that there are, in the order in which they were made. */
  get all(): Slot[] {
    return [...this.slots.values()];
  }

  /** The slot of a variable, holding its present values: they may have been set by somebody else since the last step. */
  of(variable: tf.Variable): Slot {
    const known = this.slots.get(variable.name);
    if (known && known.variable !== variable) this.forget(known);
    else if (known) {
      if (known.seen !== handle(variable)) known.weights.write(variable);
      return known;
    }
    const zeros = tf.zerosLike(variable);
    const averages = Array.from({ length: this.averages }, () => new ResourceVariable(zeros));
    const slot = { variable, weights: new ResourceVariable(variable), averages, seen: handle(variable) };
    this.slots.set(variable.name, slot);
    return slot;
  }

  forget({ variable, weights, averages }: Slot): void {
    for (const held of [weights, ...averages]) held.dispose();
    this.slots.delete(variable.name);
  }
}
