import type * as FastCheck from "fast-check";
import { type Difference, firstDifference, TOLERANCE } from "./compare.js";
import { copy } from "./copy.js";
import { built, type Inputs } from "./inputs.js";
import { isNotWrittenYet } from "./todo.js";
import type { AgreesOptions, AnyFunction, EqualOptions, Examiner, ExerciseDefinition } from "./types.js";

/** One call of the answer, with what went in and what came out. */
export interface Call {
  input: unknown[];
  outcome: Outcome;
}

/** What a call did: returned or threw, and which of its inputs it changed. */
export interface Outcome {
  returned?: unknown;
  threw?: { error: unknown };
  changed: number[];
}

/** Something that a check found wrong. */
export interface Failure {
  kind: "differs" | "threw" | "changed" | "async" | "unwritten" | "claim";
  /** Why it must be otherwise; empty where the failure speaks for itself. */
  because: string;
  calls: Call[];
  /** Whether the input was generated: then what was expected is not shown. */
  generated: boolean;
  expected?: { value: unknown };
  actual?: unknown;
  difference?: Difference;
}

/** Ends a check that cannot go on, past the exercise's own code. */
class Stop extends Error {}

/** Thrown when the exercise itself is at fault, not the answer. */
export class BrokenExercise extends Error {}

const RUNS = 100;
const RUNS_AFTER_FAILURE = 40;

/**
 * One check of one answer: hands the exercise a recording of the answer and notes all that is wrong with it. After the
 * first failure the check goes on, so that there are enough calls to tell one planted mistake from another.
 */
export class Examination<F extends AnyFunction> {
  readonly calls: Call[] = [];
  readonly failures: Failure[] = [];
  /** The call that runs now, for a check that runs out of time. */
  running: unknown[] | undefined;
  /** Whether the inputs are generated just now. */
  generating = false;
  private sinceLast: Call[] = [];
  private expectThrow = false;

  constructor(
    private readonly exercise: ExerciseDefinition<F>,
    private readonly answer: F,
    private readonly library: typeof FastCheck,
    private readonly secondsLeft: () => number,
  ) {}

  /** Runs the exercise's check to its end, or to where it cannot go on. */
  run(): void {
    try {
      this.exercise.check(this.recorded(), this.examiner());
    } catch (error) {
      if (error instanceof Stop) return;
      if (this.failures.length === 0) throw new BrokenExercise(describeError(error));
    }
  }

  private recorded(): F {
    return ((...input: unknown[]) => {
      const call = this.record(input);
      const { threw } = call.outcome;
      if (threw && this.expectThrow) throw threw.error;
      if (threw) this.stop({ kind: "threw", because: "", calls: [call], generated: false });
      if (call.outcome.changed.length > 0) this.fail({ kind: "changed", because: "", calls: [call], generated: false });
      this.sinceLast.push(call);
      return call.outcome.returned;
    }) as unknown as F;
  }

  private record(input: unknown[]): Call {
    this.running = input;
    const outcome = callOn(this.answer, input);
    this.running = undefined;
    const call = { input: copy(input), outcome };
    if (isNotWrittenYet(outcome.threw?.error))
      this.stop({ kind: "unwritten", because: "", calls: [call], generated: false });
    if (isPromise(outcome.returned)) {
      outcome.returned.then(undefined, () => {});
      this.stop({ kind: "async", because: "", calls: [call], generated: false });
    }
    this.calls.push(call);
    return call;
  }

  private examiner(): Examiner<F> {
    return {
      equal: (actual, expected, because, options) => this.equal(actual, expected, because, options),
      agrees: (inputs, because, options) => this.agrees(inputs as InputsOfAny, because, options),
      ok: (holds, because) => {
        const calls = this.takeCalls();
        if (!holds) this.fail({ kind: "claim", because, calls, generated: false });
      },
      throws: (call, because) => this.throws(call, because),
    };
  }

  private equal(actual: unknown, expected: unknown, because: string, { tolerance }: EqualOptions = {}): void {
    const calls = this.takeCalls();
    const difference = firstDifference(actual, expected, tolerance);
    if (!difference) return;
    this.fail({ kind: "differs", because, calls, generated: false, expected: { value: expected }, actual, difference });
  }

  private throws(call: () => unknown, because: string): void {
    this.expectThrow = true;
    try {
      call();
    } catch (error) {
      if (error instanceof Stop) throw error;
      return;
    } finally {
      this.expectThrow = false;
    }
    this.fail({ kind: "claim", because, calls: this.takeCalls(), generated: false });
  }

  private agrees(inputs: InputsOfAny, because: string, options: AgreesOptions = {}): void {
    const fc = this.library;
    const arbitrary = Array.isArray(inputs)
      ? fc.tuple(...inputs.map((part) => built(part, fc)))
      : built(inputs as Inputs<unknown[]>, fc);
    const { runs = RUNS, seed = seedOf(this.exercise.id), tolerance = TOLERANCE } = options;
    this.generating = true;
    if (this.failures.length > 0) this.gather(fc.sample(arbitrary, { numRuns: RUNS_AFTER_FAILURE, seed }));
    else this.search(arbitrary, because, { numRuns: runs, seed }, tolerance);
    this.generating = false;
  }

  /** Calls the answer on more inputs, to learn which mistake it is. */
  private gather(inputs: unknown[][]): void {
    for (const input of inputs) this.record(input);
  }

  private search(arbitrary: FastCheck.Arbitrary<unknown[]>, because: string, options: object, tolerance: number): void {
    let stopped: unknown;
    const holds = (input: unknown[]) => {
      if (stopped) return true;
      try {
        return this.tryGenerated(input, because, tolerance) === undefined;
      } catch (error) {
        stopped = error;
        return true;
      }
    };
    const timeLimit = Math.max(50, 500 * this.secondsLeft());
    const limits = { ...options, interruptAfterTimeLimit: timeLimit };
    const report = this.library.check(this.library.property(arbitrary, holds), limits);
    if (stopped) throw stopped;
    const smallest = report.counterexample?.[0];
    const failure = smallest && this.tryGenerated(smallest, because, tolerance);
    if (failure) this.fail(failure);
  }

  private tryGenerated(input: unknown[], because: string, tolerance: number): Failure | undefined {
    const expected = callOn(this.exercise.solution, input);
    if (expected.threw) {
      const text = `its solution throws on a generated input: ${describeError(expected.threw.error)}`;
      throw new BrokenExercise(text);
    }
    const call = this.record(input);
    const found = { calls: [call], generated: true };
    if (call.outcome.threw) return { ...found, kind: "threw", because };
    const actual = call.outcome.returned;
    const difference = firstDifference(actual, expected.returned, tolerance);
    if (difference) return { ...found, kind: "differs", because, actual, difference };
    return call.outcome.changed.length > 0 ? { ...found, kind: "changed", because: "" } : undefined;
  }

  private takeCalls(): Call[] {
    const calls = this.sinceLast;
    this.sinceLast = [];
    return calls;
  }

  private fail(failure: Failure): void {
    this.failures.push(failure);
  }

  private stop(failure: Failure): never {
    this.failures.push(failure);
    throw new Stop();
  }
}

type InputsOfAny = Inputs<unknown>[] | Inputs<unknown[]>;

/** Calls a function on a copy of `input`, and says what it returned or threw and what it changed. */
export function callOn(target: AnyFunction, input: unknown[]): Outcome {
  const given = copy(input);
  try {
    const returned = (target as (...given: unknown[]) => unknown)(...given);
    return { returned, changed: changedInputs(given, input) };
  } catch (error) {
    return { threw: { error }, changed: [] };
  }
}

function changedInputs(given: unknown[], input: unknown[]): number[] {
  return input.flatMap((original, i) => (firstDifference(given[i], original, 0) ? [i] : []));
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null)?.then === "function";
}

/** An error in one line, as a reader may see it. */
export function describeError(error: unknown): string {
  return error instanceof Error || (error as Error | null)?.message
    ? `${(error as Error).name}: ${(error as Error).message}`
    : `the value ${String(error)}`;
}

function seedOf(id: string): number {
  return [...id].reduce((seed, character) => (Math.imul(seed, 31) + character.charCodeAt(0)) | 0, 7);
}
