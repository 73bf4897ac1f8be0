import { checkOptions, describe, finiteNumber, positiveNumber } from "../arrays/index.js";
import { type Optimizer, optimizerOf } from "./optimizer.js";

export interface SgdOptions {
  /** Size of a step, above 0; default 0.01. */
  learningRate?: number;
  /** Share of the last step that is made again, 0 to 1; default 0. */
  momentum?: number;
  /** Look where the momentum leads before taking the gradient (Nesterov); default false. */
  useNesterov?: boolean;
}

/**
 * Gradient descent: every weight goes against its gradient. "Stochastic" it is when each step sees another batch. With
 * momentum it keeps going: v = momentum · v + gradient, and weight = weight − learningRate · v.
 *
 * @throws {RangeError} an option out of range
 * @throws {TypeError} an option of another name
 * @example sgd({ learningRate: 0.1 }).step({ w: [1, 2] }, { w: [10, 0] }).w // [0, 2]
 * @see Sutskever, Martens, Dahl & Hinton, On the importance of initialization and momentum in deep learning (2013)
 */
export function sgd(options?: SgdOptions): Optimizer {
  const checked = checkOptions(options, "sgd", ["learningRate", "momentum", "useNesterov"]);
  const { learningRate = 0.01, momentum = 0, useNesterov = false } = checked;
  positiveNumber(learningRate, "learningRate");
  finiteNumber(momentum, "momentum", 0, 1);
  if (typeof useNesterov !== "boolean") {
    throw new RangeError(`\`useNesterov\` must be true or false, got ${describe(useNesterov)}`);
  }
  return optimizerOf({
    memories: 1,
    update(weights, gradient, [velocity]) {
      for (let i = 0; i < weights.length; i++) {
        velocity[i] = momentum * velocity[i] + gradient[i];
        weights[i] -= learningRate * (useNesterov ? gradient[i] + momentum * velocity[i] : velocity[i]);
      }
    },
  });
}
