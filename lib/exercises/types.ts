import type { Inputs } from "./inputs.js";

/** Any function a student may write. */
export type AnyFunction = (...input: never[]) => unknown;

/** The first case in which an answer went wrong. */
export interface FailingCase<F extends AnyFunction = AnyFunction> {
  /** What the function was called with. */
  input: Parameters<F>;
  /** What it returned. */
  got: unknown;
  /** What was expected; only in cases made by hand. */
  expected?: unknown;
}

/** A wrong answer that students commonly give. */
export interface Mistake<F extends AnyFunction> {
  /** What went wrong, in a few words: "no + 1". */
  name: string;
  /** The function as a student would write it. */
  answer: F;
  /** What helps the student who wrote it, in the lesson's words. */
  says: string | ((first: FailingCase<F>) => string);
}

/** How close numbers must be. */
export interface EqualOptions {
  /** Largest difference that counts as equal, absolute or relative; default 1e-9. */
  tolerance?: number;
}

/** How generated inputs are compared. */
export interface AgreesOptions extends EqualOptions {
  /** How many inputs; default 100. A slow answer is tried on fewer. */
  runs?: number;
  /** Where the random numbers start; default a number made from the exercise's id. */
  seed?: number;
}

/** One recipe a parameter, or one recipe for all of them. */
export type InputsOf<F extends AnyFunction> = InputsOfEach<Parameters<F>> | Inputs<Parameters<F>>;

type InputsOfEach<P extends unknown[]> = { [K in keyof P]: Inputs<P[K]> };

/** What a check may ask of an answer. A check calls these one after another, from cheap to deep. */
export interface Examiner<F extends AnyFunction> {
  /**
   * `actual` must equal `expected`: nested arrays, typed arrays and ndarrays alike, numbers to 1e-9.
   *
   * @param because - why it must be so, in the lesson's words
   * @example t.equal(answer(5, 3, 1), 3, "The window that starts at cell 0 counts too.")
   */
  equal(actual: unknown, expected: unknown, because: string, options?: EqualOptions): void;
  /**
   * The answer must agree with the solution on generated inputs. Shows the smallest input on which it does not.
   *
   * @param inputs - a recipe for each parameter, or one for all
   * @example t.agrees([signals(), integers(1, 3)], "The step decides which samples are kept.")
   */
  agrees(inputs: InputsOf<F>, because: string, options?: AgreesOptions): void;
  /**
   * Something must hold that no single value says.
   *
   * @example t.ok(peak(answer(beat)) > 0.9, "The peak must stay.")
   */
  ok(holds: boolean, because: string): void;
  /**
   * A call must throw.
   *
   * @example t.throws(() => answer([], 1), "There is no average of nothing.")
   */
  throws(call: () => unknown, because: string): void;
}

/** What an exercise is made of. */
export interface ExerciseDefinition<F extends AnyFunction> {
  /** Lesson and number: "01.2". */
  id: string;
  /** What to write, in one line. */
  title: string;
  /** From a nudge to nearly the answer; at least one. */
  hints: readonly string[];
  /** The answer. Its parameters have the names that the starter gives them. */
  solution: F;
  /** Wrong answers to recognise. */
  mistakes?: readonly Mistake<F>[];
  /** Tries an answer, from cheap to deep: a case small enough to do by hand, edges, then generated inputs. */
  check(answer: F, t: Examiner<F>): void;
}

/** What was called and what came, for the reader of a failure. */
export interface Evidence {
  /** The call as one would write it; several where the check rests on several. */
  call?: string;
  /** A generated input, parameter by parameter. */
  inputs?: string;
  /** What was expected; only in cases made by hand. */
  expected?: string;
  /** What came. */
  got?: string;
  /** Where the two first differ, in a sentence. */
  where?: string;
}

/** How a check ended. Test `status`. */
export type CheckResult =
  | { status: "passed"; message: string }
  | { status: "wrong"; message: string; mistake?: string; evidence?: Evidence }
  | { status: "error"; message: string; evidence?: Evidence }
  | { status: "unwritten"; message: string };
