import { toList } from "cnn-workbook";
import { reshape, type Weights } from "./network.js";

/** What takes a step with all weights of a network. */
export interface Stepper {
  step(weights: Weights, slopes: Weights): Weights;
}

/** A rule for one list of weights; what it returns beside them it gets back in the next step. */
export type Rule<Memory> = (
  weights: number[],
  slopes: number[],
  old: Memory | undefined,
  step: number,
) => Memory & { weights: number[] };

/**
 * Lets a rule for lists, such as a student's, step with each array of a network.
 *
 * @param rule - gets weights, slopes, what it returned for this array in the step before (`undefined` in the first), and
 *   the number of the step, from 1
 * @example train(stepWith((weights, slopes) => ({ weights: sgdStep(weights, slopes, 0.1) })), 60)
 */
export function stepWith<Memory>(rule: Rule<Memory>): Stepper {
  const remembered = new Map<string, Memory>();
  let steps = 0;
  return {
    step(weights, slopes) {
      steps++;
      return Object.fromEntries(
        Object.entries(weights).map(([name, array]) => {
          const result = rule(toList(array), toList(slopes[name]), remembered.get(name), steps);
          remembered.set(name, result);
          return [name, reshape(result.weights, array.shape)];
        }),
      );
    },
  };
}
