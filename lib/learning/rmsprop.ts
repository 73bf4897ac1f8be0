import { checkOptions, finiteNumber, positiveNumber } from "../arrays/index.js";
import { type Optimizer, optimizerOf } from "./optimizer.js";

export interface RmspropOptions {
  /** Size of a step, above 0; default 0.001. */
  learningRate?: number;
  /** How long squared gradients are remembered, 0 to 1; default 0.9. */
  decay?: number;
  /** Share of the last step that is made again, 0 to 1; default 0. */
  momentum?: number;
  /** Added to the mean of squares before its root is taken, above 0; default 1e-7. */
  epsilon?: number;
}

/**
 * Gradient descent that divides each gradient by its usual size: s = decay · s + (1 − decay) · gradient², and
 * weight = weight − learningRate · gradient / √(s + epsilon).
 *
 * @throws {RangeError} an option out of range
 * @throws {TypeError} an option of another name
 * @example rmsprop({ learningRate: 0.01 }).step({ w: [1] }, { w: [10] }).w // [0.968…]
 * @see Tieleman & Hinton, Lecture 6.5: rmsprop (2012)
 */
export function rmsprop(options?: RmspropOptions): Optimizer {
  const checked = checkOptions(options, "rmsprop", ["learningRate", "decay", "momentum", "epsilon"]);
  const { learningRate = 0.001, decay = 0.9, momentum = 0, epsilon = 1e-7 } = checked;
  positiveNumber(learningRate, "learningRate");
  finiteNumber(decay, "decay", 0, 1);
  finiteNumber(momentum, "momentum", 0, 1);
  positiveNumber(epsilon, "epsilon");
  return optimizerOf({
    memories: 2,
    update(weights, gradient, [squares, velocity]) {
      for (let i = 0; i < weights.length; i++) {
        squares[i] = decay * squares[i] + (1 - decay) * gradient[i] ** 2;
        velocity[i] = momentum * velocity[i] + (learningRate * gradient[i]) / Math.sqrt(squares[i] + epsilon);
        weights[i] -= velocity[i];
      }
    },
  });
}
