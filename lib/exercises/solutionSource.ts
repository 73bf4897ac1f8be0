import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as TypeScript from "typescript";
import { lessonSources } from "./lessonSources.js";

/**
 * The TypeScript text of an exercise's solution, from the lesson's own source.
 *
 * @param id - the exercise: "01.2"
 * @param lessons - the folder of all lessons; default the workbook's
 * @returns `undefined` where the sources or the compiler are not installed
 * @example solutionSource("01.1") // "(signal, kernel) => { … }"
 */
export function solutionSource(id: string, lessons = lessonSources()): string | undefined {
  try {
    const folder = readdirSync(lessons).find((name) => name.startsWith(`${id.slice(0, 2)}-`));
    const text = readFileSync(join(lessons, String(folder), "exercises.ts"), "utf8");
    return findSolution(text, id, createRequire(__filename)("typescript"));
  } catch {
    return undefined;
  }
}

function findSolution(text: string, id: string, ts: typeof TypeScript): string | undefined {
  const file = ts.createSourceFile("exercises.ts", text, ts.ScriptTarget.ES2022, true);
  const search = (node: TypeScript.Node): string | undefined => {
    if (ts.isObjectLiteralExpression(node) && propertyOf(node, "id", ts)?.getText() === JSON.stringify(id)) {
      const solution = propertyOf(node, "solution", ts);
      return solution && unindent(solution.getText());
    }
    return ts.forEachChild(node, search);
  };
  return search(file);
}

function propertyOf(object: TypeScript.ObjectLiteralExpression, name: string, ts: typeof TypeScript) {
  const property = object.properties.find((entry) => entry.name?.getText() === name);
  if (!property) return undefined;
  return ts.isPropertyAssignment(property) ? property.initializer : property;
}

/** The first line starts where the expression does; the others lose the indentation that they share. */
function unindent(text: string): string {
  const [first, ...rest] = text.split("\n");
  const indents = rest.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents, 80);
  return [first, ...rest.map((line) => line.slice(shared))].join("\n");
}
