import { describeError } from "./calls.js";
import type { Failure } from "./failure.js";
import { formatValue } from "./formatValue.js";
import { parameterNames } from "./parameters.js";
import type { AnyFunction, CheckResult, Evidence, FailingCase, Mistake } from "./types.js";

/**
 * What a check found, in words: of all failures the first that helps most.
 *
 * @param failures - none where the answer passed
 * @param answer - the student's function
 * @param mistake - the planted mistake that the answer is, if it is one
 */
export function explain<F extends AnyFunction>(
  failures: readonly Failure[],
  answer: F,
  mistake?: Mistake<F>,
): CheckResult {
  const first = failures.find(({ kind }) => kind !== "changed") ?? failures[0];
  if (!first) return { status: "passed", message: "Passed." };
  if (first.kind === "unwritten") return { status: "unwritten", message: "Not written yet." };
  const evidence = evidenceOf(first, answer);
  if (mistake) return { status: "wrong", message: sayings(mistake, first), mistake: mistake.name, evidence };
  const also = first.kind === "changed" ? undefined : failures.find(({ kind }) => kind === "changed");
  const message = [textOf(first, answer), ...(also ? [textOf(also, answer)] : [])].join("\n");
  return { status: first.kind === "threw" || first.kind === "async" ? "error" : "wrong", message, evidence };
}

/** The result for an answer that did not end. */
export function explainUnfinished(
  input: readonly unknown[] | undefined,
  generated: boolean,
  answer: AnyFunction,
  limit: number,
): CheckResult {
  const seconds = `${limit / 1000} second${limit === 1000 ? "" : "s"}`;
  if (!input) return { status: "error", message: `The check did not finish: it took longer than ${seconds}.` };
  const message = `${nameOf(answer)} did not finish: it was still running after ${seconds}. Is there a loop that never ends?`;
  return { status: "error", message, evidence: callEvidence([{ input }], generated, answer) };
}

function sayings<F extends AnyFunction>({ says }: Mistake<F>, { calls, expected }: Failure): string {
  if (typeof says === "string") return says;
  const last = calls.at(-1);
  return says({ input: last?.input, got: last?.outcome.returned, expected: expected?.value } as FailingCase<F>);
}

function textOf(failure: Failure, answer: AnyFunction): string {
  const [call] = failure.calls;
  switch (failure.kind) {
    case "threw":
      return threwText(call.outcome.threw?.error, answer);
    case "changed":
      return changedText(call.outcome.changed, answer);
    case "async":
      return `${nameOf(answer)} gave a promise, not the answer itself. Nothing has to be waited for here: take away \`async\` and \`await\`.`;
    case "unusable":
      return unusableText(failure, answer);
    default:
      return failure.difference?.kind === "type" && failure.difference.at === "" ? kindText(failure) : failure.because;
  }
}

function threwText(error: unknown, answer: AnyFunction): string {
  return `${nameOf(answer)} stopped with an error. ${describeError(error)}${adviceOn(error)}`;
}

function changedText(changed: readonly number[], answer: AnyFunction): string {
  const names = parameterNames(answer);
  const inputs = changed.map((i) => (names[i] ? `\`${names[i]}\`` : `number ${i + 1}`)).join(" and ");
  return `${nameOf(answer)} changed its input ${inputs}. Whoever called it still needs that: work on a copy, such as \`[...array]\`, or fill a new array.`;
}

/** Where another kind of thing came, that matters more than why the right one is right. */
function kindText({ difference, generated }: Failure): string {
  return String(generated ? difference?.discreet : difference?.full);
}

function unusableText({ calls, because }: Failure, answer: AnyFunction): string {
  const returned = calls.at(-1)?.outcome.returned;
  if (returned === undefined) return `${nameOf(answer)} returned nothing (undefined). Is a \`return\` missing?`;
  return `${nameOf(answer)} returned ${formatValue(returned)}, which is not the kind of thing that is asked for. (${because})`;
}

/** What the commonest errors of a beginner mean. */
function adviceOn(error: unknown): string {
  const text = String((error as Error | null)?.message);
  if (/Maximum call stack/.test(text)) return ". Does the function call itself without an end?";
  if (/of undefined/.test(text)) return ". It read from an entry that is not there: past the end of an array?";
  if (/Assignment to constant/.test(text)) return " A `const` cannot get a new value: use `let`.";
  if (/Invalid array length/.test(text)) return ". An array cannot have a negative or fractional length.";
  return "";
}

function evidenceOf(failure: Failure, answer: AnyFunction): Evidence {
  const { kind, calls, generated, difference, expected, actual } = failure;
  const evidence = callEvidence(calls.slice(-3), generated, answer);
  if (kind === "claim" && calls.length > 0) evidence.got = formatValue(calls.at(-1)!.outcome.returned);
  if (!difference) return evidence;
  if (expected) evidence.expected = formatValue(expected.value);
  evidence.got = formatValue(actual);
  const said = difference.at === "" && difference.kind !== "shape" && !Number.isNaN(actual);
  if (!said) evidence.where = generated ? difference.discreet : difference.full;
  return evidence;
}

/** The call as one would write it; a generated input by the names of its parameters. */
function callEvidence(
  calls: readonly { input: readonly unknown[] }[],
  generated: boolean,
  answer: AnyFunction,
): Evidence {
  if (generated) return { inputs: calls.map(({ input }) => inputsText(input, answer)).join("\n") };
  const texts = calls.map(({ input }) => `${nameOf(answer)}(${input.map((value) => formatValue(value)).join(", ")})`);
  return texts.length > 0 ? { call: texts.join("\n") } : {};
}

function inputsText(input: readonly unknown[], answer: AnyFunction): string {
  const names = parameterNames(answer);
  return input
    .map((value, i) => {
      const head = `${names[i] ?? `input ${i + 1}`} = `;
      return head + formatValue(value).replaceAll("\n", `\n${" ".repeat(head.length)}`);
    })
    .join("\n");
}

/** Planted mistakes and functions written in place have no name of their own. */
function nameOf(answer: AnyFunction): string {
  return answer.name && answer.name !== "answer" ? answer.name : "yourFunction";
}
