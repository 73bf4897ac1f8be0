import { type Call, callOn, describeError } from "./calls.js";
import { firstDifference, TOLERANCE } from "./compare.js";
import { copy } from "./copy.js";
import { BrokenExercise, type Failure, Stop } from "./failure.js";
import type { Generator } from "./generator.js";
import { type Recipe, sampleInputs, searchInputs, seedOf } from "./searchInputs.js";
import { isNotWrittenYet } from "./todo.js";
import type { AgreesOptions, AnyFunction, EqualOptions, Examiner, ExerciseDefinition } from "./types.js";

const RUNS = 100;

/**
 * One check of one answer: hands the exercise a recording of the answer and notes all that is wrong with it. After the
 * first failure the check goes on, so that there are enough calls to tell one planted mistake from another.
 */
export class Examination<F extends AnyFunction> {
  readonly calls: Call[] = [];
  readonly failures: Failure[] = [];
  /** What the answer works on now, for a check that runs out of time. */
  running: readonly unknown[] | undefined;
  /** Whether the inputs are generated just now. */
  generating = false;
  private unasserted: Call[] = [];
  private mayThrow = false;

  constructor(
    private readonly exercise: ExerciseDefinition<F>,
    private readonly answer: F,
    private readonly library: Generator,
    private readonly timeLeft: () => number,
    private readonly seed = 0,
  ) {}

  /** Runs the exercise's check to its end, or to where it cannot go on. */
  run(): void {
    try {
      this.exercise.check(this.recorded(), this.examiner());
    } catch (error) {
      if (error instanceof Stop || this.failures.length > 0) return;
      if (error instanceof BrokenExercise || !this.solutionPasses()) throw error;
      this.failures.push({
        kind: "unusable",
        because: describeError(error),
        calls: this.takeCalls(),
        generated: false,
      });
    }
  }

  /** Whether a check that threw would not have done so for the right answer. */
  private solutionPasses(): boolean {
    if (this.answer === this.exercise.solution) return false;
    const other = new Examination(this.exercise, this.exercise.solution, this.library, this.timeLeft, this.seed);
    other.run();
    return other.failures.length === 0;
  }

  private recorded(): F {
    return ((...input: unknown[]) => {
      const call = this.record(input, false);
      const { threw, changed, returned } = call.outcome;
      if (threw && this.mayThrow) throw threw.error;
      if (threw) this.stop({ kind: "threw", because: "", calls: [call], generated: false });
      if (changed.length > 0) this.failures.push({ kind: "changed", because: "", calls: [call], generated: false });
      this.unasserted.push(call);
      return returned;
    }) as unknown as F;
  }

  private record(input: readonly unknown[], generated: boolean): Call {
    this.running = input;
    const outcome = callOn(this.answer, input);
    this.running = undefined;
    const call = { input: copy(input), outcome };
    if (isNotWrittenYet(outcome.threw?.error)) this.stop({ kind: "unwritten", because: "", calls: [call], generated });
    if (isPromise(outcome.returned)) {
      outcome.returned.then(undefined, () => {});
      this.stop({ kind: "async", because: "", calls: [call], generated });
    }
    this.calls.push(call);
    return call;
  }

  private examiner(): Examiner<F> {
    return {
      equal: (actual, expected, because, options) => this.equal(actual, expected, because, options),
      agrees: (inputs, because, options) => this.agrees(inputs as Recipe, because, options),
      ok: (holds, because) => this.claim(holds, because),
      throws: (call, because) => this.claim(this.doesThrow(call), because),
    };
  }

  private equal(actual: unknown, expected: unknown, because: string, { tolerance }: EqualOptions = {}): void {
    const calls = this.takeCalls();
    const difference = firstDifference(actual, expected, tolerance);
    if (!difference) return;
    const found = { because, calls, generated: false, expected: { value: expected }, actual, difference };
    this.failures.push({ kind: "differs", ...found });
  }

  private claim(holds: boolean, because: string): void {
    const calls = this.takeCalls();
    if (!holds) this.failures.push({ kind: "claim", because, calls, generated: false });
  }

  private doesThrow(call: () => unknown): boolean {
    this.mayThrow = true;
    try {
      call();
      return false;
    } catch (error) {
      if (error instanceof Stop) throw error;
      return true;
    } finally {
      this.mayThrow = false;
    }
  }

  private agrees(recipe: Recipe, because: string, options: AgreesOptions = {}): void {
    const { runs = RUNS, tolerance = TOLERANCE } = options;
    const seed = ((options.seed ?? seedOf(this.exercise.id)) + this.seed) | 0;
    this.generating = true;
    if (this.failures.length > 0) {
      for (const input of sampleInputs(this.library, recipe, seed)) this.record(input, true);
    } else {
      const limits = { runs, seed, timeLimit: Math.max(20, this.timeLeft() / 2) };
      const holds = (input: readonly unknown[]) => this.failureOn(input, because, tolerance) === undefined;
      const smallest = searchInputs(this.library, recipe, holds, limits);
      const failure = smallest && this.failureOn(smallest, because, tolerance);
      if (failure) this.failures.push(failure);
    }
    this.generating = false;
  }

  private failureOn(input: readonly unknown[], because: string, tolerance: number): Failure | undefined {
    const expected = callOn(this.exercise.solution, input);
    if (expected.threw) {
      throw new BrokenExercise(`its solution fails on a generated input. ${describeError(expected.threw.error)}`);
    }
    const call = this.record(input, true);
    const { threw, returned: actual, changed } = call.outcome;
    const found = { because, calls: [call], generated: true };
    if (threw) return { kind: "threw", ...found };
    const difference = firstDifference(actual, expected.returned, tolerance);
    if (difference) return { kind: "differs", ...found, actual, difference };
    return changed.length > 0 ? { kind: "changed", ...found } : undefined;
  }

  private takeCalls(): Call[] {
    const calls = this.unasserted;
    this.unasserted = [];
    return calls;
  }

  private stop(failure: Failure): never {
    this.failures.push(failure);
    throw new Stop();
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null)?.then === "function";
}
