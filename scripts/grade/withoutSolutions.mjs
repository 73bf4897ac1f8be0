import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { inRoot } from "../paths.mjs";

/** What takes their place. A lesson's module may call a solution when it is loaded. */
const instead = { solution: "solution: () => undefined", mistakes: "mistakes: []", check: "check() {}" };

/**
 * Writes a lesson's compiled exercises anew, without their solutions, mistakes and checks: in the sandbox they are the only
 * ones.
 *
 * @param {string} lesson
 * @param {string} folder where to write
 * @returns {Record<string, string>} the file that was written, by the path in the course that it replaces
 */
export function withoutSolutions(lesson, folder) {
  const place = `lib/dist/lessons/${lesson}/exercises.js`;
  const text = readFileSync(inRoot(place), "utf8");
  const target = path.join(folder, lesson, "exercises.js");
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, cut(text, secretParts(text)));
  return { [place]: target };
}

/** Properties of what is given to `exercise(…)`, in the order of the text. */
function secretParts(text) {
  const found = [];
  const visit = (node) => {
    if (!isExercise(node)) return ts.forEachChild(node, visit);
    found.push(...node.arguments[0].properties.filter(({ name }) => Object.hasOwn(instead, name?.text)));
  };
  visit(ts.createSourceFile("exercises.js", text, ts.ScriptTarget.ES2022, true));
  return found;
}

const isExercise = (node) => ts.isCallExpression(node) && /\bexercise\)?$/.test(node.expression.getText());

function cut(text, parts) {
  let rest = text;
  for (const part of parts.reverse())
    rest = rest.slice(0, part.getStart()) + instead[part.name.text] + rest.slice(part.end);
  return rest;
}
