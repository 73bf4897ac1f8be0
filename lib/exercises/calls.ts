import { firstDifference } from "./compare.js";
import { copy } from "./copy.js";
import type { AnyFunction } from "./types.js";

/** One call of an answer: what went in and what came of it. */
export interface Call {
  input: readonly unknown[];
  outcome: Outcome;
}

/** What a call did: returned or threw, and which of its inputs it changed. */
export interface Outcome {
  returned?: unknown;
  threw?: { error: unknown };
  changed: readonly number[];
}

/** Calls a function on a copy of `input`. Never throws. */
export function callOn(target: AnyFunction, input: readonly unknown[]): Outcome {
  const given = copy(input);
  try {
    const returned = (target as (...given: unknown[]) => unknown)(...given);
    return { returned, changed: changedInputs(given, input) };
  } catch (error) {
    return { threw: { error }, changed: [] };
  }
}

function changedInputs(given: readonly unknown[], input: readonly unknown[]): number[] {
  return input.flatMap((original, i) => (firstDifference(given[i], original, 0) ? [i] : []));
}

/** An error in one line. */
export function describeError(error: unknown): string {
  const { name, message } = (error ?? {}) as Partial<Error>;
  return message === undefined ? `It threw ${String(error)}.` : `${name}: ${message}`;
}
