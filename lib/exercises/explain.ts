import { describeError, type Failure } from "./examination.js";
import { formatValue } from "./formatValue.js";
import { parameterNames } from "./parameters.js";
import type { AnyFunction, CheckResult, Evidence, ExerciseDefinition, FailingCase, Mistake } from "./types.js";

/**
 * What a check found, in words: of all failures the first that helps most.
 *
 * @param failures - none where the answer passed
 * @param mistake - the planted mistake that the answer is, if it is one
 */
export function explain<F extends AnyFunction>(
  failures: readonly Failure[],
  exercise: ExerciseDefinition<F>,
  answer: F,
  mistake?: Mistake<F>,
): CheckResult {
  const first = failures.find(({ kind }) => kind !== "changed") ?? failures[0];
  if (!first) return { status: "passed", message: "Passed." };
  const evidence = evidenceOf(first, answer);
  if (mistake) return { status: "wrong", message: sayings(mistake, first), mistake: mistake.name, evidence };
  const changed = first.kind !== "changed" && failures.find(({ kind }) => kind === "changed");
  const also = changed ? ` ${changedText(changed, answer)}` : "";
  if (first.kind === "unwritten") return { status: "unwritten", message: unwritten(exercise) };
  if (first.kind === "threw") return { status: "error", message: threwText(first, answer), evidence };
  if (first.kind === "async") return { status: "error", message: asyncText(answer) };
  if (first.kind === "changed") return { status: "wrong", message: changedText(first, answer), evidence };
  return { status: "wrong", message: first.because + also, evidence };
}

/** The result for an answer that did not end. */
explain.unfinished = (running: unknown[] | undefined, answer: AnyFunction, limit: number): CheckResult => {
  const seconds = `${limit / 1000} second${limit === 1000 ? "" : "s"}`;
  if (!running) return { status: "error", message: `The check did not finish: it took longer than ${seconds}.` };
  const message = `Your function did not finish: it was still running after ${seconds}. Does a loop never end?`;
  return { status: "error", message, evidence: { call: callText(answer, running) } };
};

function sayings<F extends AnyFunction>({ says }: Mistake<F>, failure: Failure): string {
  if (typeof says === "string") return says;
  const { input, outcome } = failure.calls.at(-1)!;
  return says({ input, got: outcome.returned, expected: failure.expected?.value } as FailingCase<F>);
}

function evidenceOf(failure: Failure, answer: AnyFunction): Evidence | undefined {
  const { calls, generated, difference, expected, actual } = failure;
  if (calls.length === 0 && !difference) return undefined;
  const write = generated ? inputsText : callText;
  const call = calls
    .slice(-3)
    .map(({ input }) => write(answer, input))
    .join("\n");
  if (!difference) return { call, got: returnedText(failure) };
  const where = generated ? difference.discreet : difference.full;
  const scalar = difference.at === "" && difference.kind === "value" && !Number.isNaN(actual);
  return {
    call,
    ...(expected ? { expected: formatValue(expected.value) } : {}),
    got: formatValue(actual),
    ...(scalar ? {} : { where }),
  };
}

function returnedText({ calls, kind }: Failure): string | undefined {
  return kind === "claim" && calls.length > 0 ? formatValue(calls.at(-1)!.outcome.returned) : undefined;
}

function nameOf(answer: AnyFunction): string {
  return answer.name && answer.name !== "answer" ? answer.name : "yourFunction";
}

/** `slide([1, 2], 3)` */
function callText(answer: AnyFunction, input: readonly unknown[]): string {
  return `${nameOf(answer)}(${input.map((value) => formatValue(value)).join(", ")})`;
}

/** `signal = [1, 2]`, a line for each parameter. */
function inputsText(answer: AnyFunction, input: readonly unknown[]): string {
  const names = parameterNames(answer);
  return input.map((value, i) => `${names[i] ?? `argument ${i + 1}`} = ${formatValue(value)}`).join("\n");
}

function unwritten({ title }: ExerciseDefinition<AnyFunction>): string {
  return `Not written yet. Replace todo() by your own code: ${title}`;
}

function asyncText(answer: AnyFunction): string {
  return (
    `${nameOf(answer)} gave a promise, not the answer itself. ` +
    "Exercises need nothing to wait for: take away `async` and `await`."
  );
}

function changedText({ calls }: Failure, answer: AnyFunction): string {
  const { changed } = calls[0].outcome;
  const names = parameterNames(answer);
  const inputs = changed.map((i) => (names[i] ? `\`${names[i]}\`` : `number ${i + 1}`)).join(" and ");
  return (
    `Your function changed its input ${inputs}. Whoever called it still needs that. ` +
    "Work on a copy ([...array]) or fill a new array."
  );
}

function threwText({ calls }: Failure, answer: AnyFunction): string {
  const error = calls[0].outcome.threw?.error;
  return `${nameOf(answer)} stopped with an error. ${describeError(error)}${adviceOn(error)}`;
}

/** What the commonest errors of a beginner mean. */
function adviceOn(error: unknown): string {
  const text = String((error as Error | null)?.message);
  if (/Maximum call stack/.test(text)) return ". Does the function call itself without an end?";
  if (/of undefined/.test(text))
    return ". Something is read from an entry that is not there: past the end of an array?";
  if (/Assignment to constant/.test(text)) return " A `const` cannot get a new value; use `let`.";
  if (/Invalid array length/.test(text)) return ". An array cannot have a negative or fractional length.";
  return "";
}
