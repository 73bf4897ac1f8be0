import { cardOf } from "./cards.js";
import { nameInNotebook } from "./nameInNotebook.js";
import { present } from "./present.js";
import { type Progress, readProgress, updateProgress } from "./progress.js";
import { run } from "./run.js";
import { solutionSource } from "./solutionSource.js";
import type { AnyFunction, CheckResult, ExerciseDefinition, Mistake } from "./types.js";

/** Something to write, with its check, hints and solution. */
export class Exercise<F extends AnyFunction = AnyFunction> {
  readonly id: string;
  readonly title: string;
  readonly hints: readonly string[];
  readonly mistakes: readonly Mistake<F>[];
  private hintsShown = 0;
  private askedForSolution = false;

  /** Made by `exercise({ ... })`. */
  constructor(readonly definition: ExerciseDefinition<F>) {
    this.id = definition.id;
    this.title = definition.title;
    this.hints = definition.hints;
    this.mistakes = definition.mistakes ?? [];
  }

  /**
   * Checks your function and shows how it went. Stores that you passed.
   *
   * @param answer - your function, by its name: without `()`
   * @example q1.check(slide)
   */
  check(answer: F): void {
    const result = run(this, answer);
    const { notices } = updateProgress((progress) => this.note(progress, result));
    const card = cardOf(result, this.definition, nameInNotebook(this.id));
    present({ ...card, paragraphs: [...card.paragraphs, ...notices] });
  }

  /**
   * Shows the next hint.
   *
   * @example q1.hint()
   */
  hint(): void {
    const count = this.hints.length;
    const name = nameInNotebook(this.id);
    const at = Math.min(this.hintsShown++, count - 1);
    const last = at === count - 1 ? [`That was the last hint. \`${name}.solution()\` shows a solution.`] : [];
    present({ tone: "neutral", headline: `Hint ${at + 1} of ${count}`, paragraphs: [this.hints[at], ...last] });
  }

  /**
   * Shows a solution. Before your first try it asks you to try.
   *
   * @example q1.solution()
   */
  solution(): void {
    const name = nameInNotebook(this.id);
    const tried = (readProgress().exercises[this.id]?.attempts ?? 0) > 0;
    if (!tried && !this.askedForSolution) {
      this.askedForSolution = true;
      const text = `You learn most from your own attempt, even a wrong one. \`${name}.hint()\` helps. To see the solution all the same, run this cell again.`;
      present({ tone: "neutral", headline: "Try it first", paragraphs: [text] });
      return;
    }
    updateProgress((progress) => {
      const known = this.known(progress);
      if (!known.passed) known.sawSolution = true;
    });
    const text = "One way to write it; yours may differ and be as good.";
    const source = solutionSource(this.id) ?? String(this.definition.solution);
    present({ tone: "neutral", headline: `Solution of ${this.id}`, paragraphs: [text], source });
  }

  private note(progress: Progress, { status }: CheckResult): void {
    if (status === "unwritten") return;
    const known = this.known(progress);
    known.attempts++;
    if (status === "passed") known.passed ??= new Date().toISOString();
  }

  private known({ exercises }: Progress) {
    exercises[this.id] ??= { attempts: 0 };
    return exercises[this.id];
  }
}

/**
 * Declares an exercise of a lesson.
 *
 * @param definition - what is asked, hints, solution, planted mistakes and the check
 * @returns in a notebook: `q1.check(myFunction)`, `q1.hint()`, `q1.solution()`
 * @throws {TypeError} no id, no hint
 * @example export const q1 = exercise<(n: number) => number>({ id: "01.1", title, hints, solution, mistakes, check })
 */
export function exercise<F extends AnyFunction>(definition: ExerciseDefinition<F>): Exercise<F> {
  if (!/^\d\d\.\d+$/.test(definition.id)) {
    throw new TypeError(`\`id\` must be lesson and number, such as "01.2", got ${JSON.stringify(definition.id)}`);
  }
  if (definition.hints.length === 0) throw new TypeError(`exercise ${definition.id} needs at least one hint`);
  return new Exercise(definition);
}
