import { checkOptions, finiteNumber, positiveNumber } from "../arrays/index.js";
import { type Optimizer, optimizerOf } from "./optimizer.js";

export interface AdadeltaOptions {
  /** Factor of each step, above 0; default 1, as in the paper. Keras's default, 0.001, learns very slowly. */
  learningRate?: number;
  /** How long squared gradients and steps are remembered, 0 to 1; default 0.95. */
  rho?: number;
  /** Added to both means of squares before their roots are taken, above 0; default 1e-7. */
  epsilon?: number;
}

/**
 * Gradient descent that finds its own size of step: the usual size of its steps over the usual size of its gradients.
 * s = rho · s + (1 − rho) · gradient², step = √(t + epsilon) / √(s + epsilon) · gradient,
 * t = rho · t + (1 − rho) · step², and weight = weight − learningRate · step.
 *
 * @throws {RangeError} an option out of range
 * @throws {TypeError} an option of another name
 * @example adadelta().step({ w: [1] }, { w: [10] }).w // [0.9986…]
 * @see Zeiler, ADADELTA: an adaptive learning rate method (2012)
 */
export function adadelta(options?: AdadeltaOptions): Optimizer {
  const { learningRate = 1, rho = 0.95, epsilon = 1e-7 } = checkOptions(options, "adadelta", OPTIONS);
  positiveNumber(learningRate, "learningRate");
  finiteNumber(rho, "rho", 0, 1);
  positiveNumber(epsilon, "epsilon");
  return optimizerOf({
    memories: 2,
    update(weights, gradient, [squares, steps]) {
      for (let i = 0; i < weights.length; i++) {
        squares[i] = rho * squares[i] + (1 - rho) * gradient[i] ** 2;
        const step = (Math.sqrt(steps[i] + epsilon) / Math.sqrt(squares[i] + epsilon)) * gradient[i];
        steps[i] = rho * steps[i] + (1 - rho) * step ** 2;
        weights[i] -= learningRate * step;
      }
    },
  });
}

const OPTIONS = ["learningRate", "rho", "epsilon"] as const;
