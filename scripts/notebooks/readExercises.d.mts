import type ts from "typescript";

/** A lesson's exercises as source text. */
export interface LessonExercises {
  solutions: Map<string, ts.Node | undefined>;
  predictions: string[];
  lineOf(node: ts.Node): number;
  needs(node: ts.Node, known: Set<string>): { code: string[]; missing: string[] };
}
export function readExercises(text: string, lesson: string): LessonExercises;
