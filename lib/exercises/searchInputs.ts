import type { Arbitrary } from "fast-check";
import { built, type Generator } from "./generator.js";
import type { Inputs } from "./inputs.js";

/** How many inputs tell one planted mistake from another once the answer is known to be wrong. */
const SAMPLES = 40;

/** A recipe for each parameter, or one for all of them. */
export type Recipe = readonly Inputs<unknown>[] | Inputs<readonly unknown[]>;

/** Settings of a search. */
export interface SearchOptions {
  runs: number;
  seed: number;
  /** Milliseconds after which no new input is tried. */
  timeLimit: number;
}

/**
 * Looks for an input on which something does not hold, and makes it as small as it can.
 *
 * @param holds - whether all is well on an input; what it throws ends the search
 * @returns `undefined` where none was found
 * @throws what `holds` throws
 */
export function searchInputs(
  library: Generator,
  recipe: Recipe,
  holds: (input: readonly unknown[]) => boolean,
  { runs, seed, timeLimit }: SearchOptions,
): readonly unknown[] | undefined {
  let thrown: { error: unknown } | undefined;
  const property = library.property(arbitraryOf(recipe, library), (input) => {
    try {
      return thrown !== undefined || holds(input);
    } catch (error) {
      thrown = { error };
      return true;
    }
  });
  const report = library.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: timeLimit });
  if (thrown) throw thrown.error;
  return report.counterexample?.[0];
}

/** Some inputs of a recipe, always the same ones. */
export function sampleInputs(library: Generator, recipe: Recipe, seed: number): (readonly unknown[])[] {
  return library.sample(arbitraryOf(recipe, library), { numRuns: SAMPLES, seed });
}

/** A seed that stays the same for the same text. */
export function seedOf(text: string): number {
  return [...text].reduce((seed, character) => (Math.imul(seed, 31) + character.charCodeAt(0)) | 0, 7);
}

function arbitraryOf(recipe: Recipe, library: Generator): Arbitrary<readonly unknown[]> {
  if (!Array.isArray(recipe)) return built(recipe as Inputs<readonly unknown[]>, library);
  return library.tuple(...recipe.map((part: Inputs<unknown>) => built(part, library)));
}
