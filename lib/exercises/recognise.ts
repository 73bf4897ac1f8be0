import { type Call, callOn, type Outcome } from "./calls.js";
import { firstDifference } from "./compare.js";
import type { Examination } from "./examination.js";
import { limited } from "./limit.js";
import type { AnyFunction, ExerciseDefinition, Mistake } from "./types.js";

/**
 * The planted mistake that a wrong answer is: the first one that gives the same results in every call that the check made.
 *
 * @param exercise - with its mistakes
 * @param examination - a check that failed, with its calls
 * @param limit - milliseconds for the comparison
 * @returns `undefined` where the answer is right, or wrong in a way of its own
 */
export function recognise<F extends AnyFunction>(
  { mistakes = [] }: ExerciseDefinition<F>,
  { calls, failures }: Examination<F>,
  limit: number,
): Mistake<F> | undefined {
  const wrong = failures.some(({ kind }) => kind !== "async" && kind !== "unwritten");
  if (!wrong || calls.length === 0) return undefined;
  try {
    return limited(() => mistakes.find(({ answer }) => calls.every((call) => actsAlike(answer, call))), limit);
  } catch {
    return undefined;
  }
}

function actsAlike(mistake: AnyFunction, { input, outcome }: Call): boolean {
  const other = callOn(mistake, input);
  return alike(outcome, other);
}

function alike(one: Outcome, other: Outcome): boolean {
  if (one.threw || other.threw) return Boolean(one.threw && other.threw);
  return String(one.changed) === String(other.changed) && !firstDifference(one.returned, other.returned);
}
