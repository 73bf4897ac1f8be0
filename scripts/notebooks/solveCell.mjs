import ts from "typescript";
import { declaredNames, parseCode, visit } from "./lintCells.mjs";

/**
 * What an exercise cell holds: the starter, and `q1.check(starter)`.
 *
 * @param {import("./parseLesson.mjs").Cell} cell
 * @param {import("./lessonError.mjs").Faults} faults - told when something is missing
 * @returns {{ tree: ts.SourceFile, starter: ts.FunctionLikeDeclaration, name: string } | undefined}
 */
export function findStarter(cell, faults) {
  const tree = parseCode(cell.source);
  const checks = findChecks(tree, cell.exercise);
  if (checks.length !== 1) {
    const found = checks.length === 0 ? "is missing" : "stands there more than once";
    faults.add(
      cell.line,
      `in the cell of exercise ${cell.exercise} the line ${cell.exercise}.check(yourFunction) ${found}`,
    );
    return undefined;
  }
  const line = cell.line + tree.getLineAndCharacterOfPosition(checks[0].getStart(tree)).line;
  const name = checks[0].arguments[0]?.getText(tree) ?? "";
  const starter = functionOf(tree, name);
  if (!starter) faults.add(line, `${cell.exercise}.check(${name}): this cell declares no function of that name`);
  else if (!/\btodo\(\)/.test(starter.body.getText(tree))) {
    faults.add(line, `the starter \`${name}\` of exercise ${cell.exercise} has no todo()`);
  } else return { tree, starter, name };
  return undefined;
}

function findChecks(tree, exercise) {
  const checks = [];
  visit(tree, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(tree) === `${exercise}.check`) checks.push(node);
  });
  return checks;
}

function functionOf(tree, name) {
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name && statement.body) return statement;
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find(
      (entry) => entry.name.getText(tree) === name,
    )?.initializer;
    if (found && (ts.isArrowFunction(found) || ts.isFunctionExpression(found))) return found;
  }
  return undefined;
}

/**
 * An exercise cell with the solution in the place of the starter: under the starter's name and with its parameters.
 *
 * @param {import("./parseLesson.mjs").Cell} cell
 * @param {import("./readExercises.mjs").LessonExercises} exercises
 * @param {Set<string>} known - names that earlier cells declare
 * @param {{ lesson: import("./lessonError.mjs").Faults, exercises: import("./lessonError.mjs").Faults }} faults
 * @returns {string} the cell's new source
 */
export function solveCell(cell, exercises, known, faults) {
  const solution = exercises.solutions.get(cell.exercise);
  const found = findStarter(cell, faults.lesson);
  if (!found) return cell.source;
  if (!solution?.body || !solution.parameters) {
    faults.lesson.add(cell.line, `the solution of ${cell.exercise} in exercises.ts must be written as a function`);
    return cell.source;
  }
  const { starter, tree } = found;
  checkParameters(solution, found, exercises, faults);
  const own = new Set([...known, ...tree.statements.flatMap(declaredNames)]);
  const { code, missing } = exercises.needs(solution, own);
  for (const name of missing) {
    const text = `the solution of ${cell.exercise} needs \`${name}\`, which exercises.ts must export so that a notebook can import it`;
    faults.exercises.add(exercises.lineOf(solution), text);
  }
  const start = starter.body.getStart(tree);
  const solved = cell.source.slice(0, start) + bodyText(solution) + cell.source.slice(starter.body.end);
  return [...code, solved].join(code.length > 0 ? "\n" : "");
}

/** Only then can the solution's body stand under the starter's head. */
function checkParameters(solution, { starter, tree, name }, exercises, faults) {
  const names = (parameters, file) => parameters.map((parameter) => parameter.name.getText(file).replace(/\s+/g, ""));
  const theirs = names(starter.parameters, tree);
  const ours = names(solution.parameters);
  if (ours.every((parameter, i) => parameter === theirs[i])) return;
  const text = `the solution's parameters (${ours.join(", ")}) must have the names that the starter \`${name}\` gives them: (${theirs.join(", ")})`;
  faults.exercises.add(exercises.lineOf(solution), text);
}

function bodyText(solution) {
  if (ts.isBlock(solution.body)) return unindent(solution.body.getText());
  return `{\n  return ${unindent(solution.body.getText()).replaceAll("\n", "\n  ")};\n}`;
}

/** The first line starts where the node does; the others lose the indentation that they share. */
function unindent(text) {
  const [first, ...rest] = text.split("\n");
  const indents = rest.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  return [first, ...rest.map((line) => line.slice(shared))].join("\n");
}
