import { describe } from "../arrays/index.js";
import { describeError } from "./calls.js";
import { Examination } from "./examination.js";
import { explain, explainUnfinished } from "./explain.js";
import { BrokenExercise } from "./failure.js";
import { generator } from "./generator.js";
import { limited, ranOutOfTime, wasInterrupted } from "./limit.js";
import { quietly } from "./quietly.js";
import { recognise } from "./recognise.js";
import type { AnyFunction, CheckResult, ExerciseDefinition } from "./types.js";

/** How an answer is run. */
export interface RunOptions {
  /** Milliseconds that the check may take in all; default 1000. */
  limit?: number;
  /** Changes which inputs are generated; default 0, the ones that every check in a notebook uses. */
  seed?: number;
}

/**
 * Checks an answer and says how it went. Never throws at the student, and takes about a second at most: an answer that does
 * not end is ended.
 *
 * @param exercise - what was asked, as `exercise({ ... })` gives it
 * @param answer - the student's function
 * @returns test its `status`: `passed`, `wrong` (with the name of a planted mistake if it is one), `error` or `unwritten`
 * @example run(q1, (n, size) => n - size + 1).status // "passed"
 */
export function run<F extends AnyFunction>(
  { definition }: { readonly definition: ExerciseDefinition<F> },
  answer: F,
  { limit = 1000, seed = 0 }: RunOptions = {},
): CheckResult {
  return examine(definition, answer, limit, seed);
}

function examine<F extends AnyFunction>(
  exercise: ExerciseDefinition<F>,
  answer: F,
  limit: number,
  seed: number,
): CheckResult {
  if (typeof answer !== "function") return { status: "error", message: notAFunction(answer) };
  const library = generator();
  const start = Date.now();
  const timeLeft = () => limit - (Date.now() - start);
  const examination = new Examination(exercise, answer, library, timeLeft, seed);
  return quietly(examination, () => {
    try {
      limited(() => examination.run(), limit);
    } catch (error) {
      const ended = endedBy(error, examination, answer, limit);
      if (ended && examination.failures.length === 0) return ended;
    }
    const mistake = recognise(exercise, examination, limit / 2);
    return explain(examination.failures, answer, mistake);
  });
}

function endedBy<F extends AnyFunction>(
  error: unknown,
  examination: Examination<F>,
  answer: F,
  limit: number,
): CheckResult | undefined {
  const { running, generating } = examination;
  if (ranOutOfTime(error)) return explainUnfinished(running, generating, answer, limit);
  if (wasInterrupted(error)) return { status: "error", message: "The check was interrupted." };
  const fault = error instanceof BrokenExercise ? error.message : describeError(error);
  return { status: "error", message: `This is not your fault: the exercise itself is broken, as ${fault}` };
}

function notAFunction(answer: unknown): string {
  return `The check needs your function itself, by its name and without calling it. It got ${describe(answer)}.`;
}
