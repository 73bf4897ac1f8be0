import type { Call } from "./calls.js";
import type { Difference } from "./compare.js";

/** Something that a check found wrong. */
export interface Failure {
  /**
   * `differs`: a result is not what it must be; `claim`: something else does not hold; `threw`, `changed` (an input) and
   * `async`: what the answer did; `unusable`: the check could not work with what it returned; `unwritten`: `todo()`.
   */
  kind: "differs" | "claim" | "threw" | "changed" | "async" | "unusable" | "unwritten";
  /** Why it must be otherwise, in the lesson's words; empty where the kind says it all. */
  because: string;
  /** The calls that it rests on. */
  calls: readonly Call[];
  /** Whether the input was generated: then what was expected is not shown. */
  generated: boolean;
  expected?: { value: unknown };
  actual?: unknown;
  difference?: Difference;
}

/** Ends a check that cannot go on, past the exercise's own code. */
export class Stop extends Error {}

/** Thrown when the exercise itself is at fault, not the answer. */
export class BrokenExercise extends Error {}
