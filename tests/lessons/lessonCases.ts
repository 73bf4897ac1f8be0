import type { AnyFunction } from "cnn-workbook/exercises";

/** What tests know of one exercise beyond what its lesson says. */
export interface ExerciseCases {
  /** Right answers written in other ways: loops or reduce, arrays or ndarrays, sums in another order. At least three. */
  variants: readonly AnyFunction[];
  /** Mutants of the solution that are right too: their name without the line, and the reason. */
  equivalent?: readonly { mutant: string; reason: string }[];
}

/** The cases of a lesson, by the exercise's name. One file a lesson: `01-convolution-1d.cases.ts` exports it as `cases`. */
export type LessonCases = Record<string, ExerciseCases>;
