import { checkOptions, describe, positiveNumber } from "../arrays/index.js";
import { type Optimizer, optimizerOf } from "./optimizer.js";

export interface AdamOptions {
  /** Size of a step, above 0; default 0.001. */
  learningRate?: number;
  /** How long gradients are remembered, 0 to below 1; default 0.9. */
  beta1?: number;
  /** How long squared gradients are remembered, 0 to below 1; default 0.999. */
  beta2?: number;
  /** Added to the root of the mean of squares, above 0; default 1e-7, as in Keras. */
  epsilon?: number;
}

/**
 * Gradient descent with momentum, where each gradient is divided by its usual size: m = beta1 · m + (1 − beta1) ·
 * gradient, s = beta2 · s + (1 − beta2) · gradient². Both begin at 0 and are too small at first, so m is divided by
 * 1 − beta1ᵗ and s by 1 − beta2ᵗ in step t. Then weight = weight − learningRate · m / (√s + epsilon).
 *
 * @throws {RangeError} an option out of range
 * @throws {TypeError} an option of another name
 * @example adam({ learningRate: 0.1 }).step({ w: [1, 1] }, { w: [10, 0.01] }).w // [0.9…, 0.9…]
 * @see Kingma & Ba, Adam: a method for stochastic optimization (2015)
 */
export function adam(options?: AdamOptions): Optimizer {
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = checkOptions(options, "adam", OPTIONS);
  positiveNumber(learningRate, "learningRate");
  belowOne(beta1, "beta1");
  belowOne(beta2, "beta2");
  positiveNumber(epsilon, "epsilon");
  return optimizerOf({
    memories: 2,
    update(weights, gradient, [means, squares], step) {
      const [share1, share2] = [1 - beta1 ** step, 1 - beta2 ** step];
      for (let i = 0; i < weights.length; i++) {
        means[i] = beta1 * means[i] + (1 - beta1) * gradient[i];
        squares[i] = beta2 * squares[i] + (1 - beta2) * gradient[i] ** 2;
        weights[i] -= (learningRate * means[i]) / share1 / (Math.sqrt(squares[i] / share2) + epsilon);
      }
    },
  });
}

const OPTIONS = ["learningRate", "beta1", "beta2", "epsilon"] as const;

function belowOne(value: number, name: string): void {
  if (Number.isFinite(value) && value >= 0 && value < 1) return;
  throw new RangeError(`\`${name}\` must be a number of at least 0 and below 1, got ${describe(value)}`);
}
