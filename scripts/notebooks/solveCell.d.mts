import type ts from "typescript";
import type { Faults } from "./lessonError.mjs";
import type { Cell } from "./parseLesson.mjs";
import type { LessonExercises } from "./readExercises.mjs";

export function findStarter(
  cell: Cell,
  faults: Faults,
): { tree: ts.SourceFile; starter: ts.FunctionLikeDeclaration; name: string } | undefined;
export function solveCell(
  cell: Cell,
  exercises: LessonExercises,
  known: Set<string>,
  faults: { lesson: Faults; exercises: Faults },
): string;
