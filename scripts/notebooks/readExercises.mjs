import ts from "typescript";
import { declaredNames, importedNames, visit } from "./lintCells.mjs";

/**
 * @typedef {object} LessonExercises
 * @property {Map<string, ts.Expression | ts.MethodDeclaration>} solutions - of each exported exercise, by its name: "q1"
 * @property {string[]} predictions - names of the exported predictions
 * @property {(node: ts.Node) => number} lineOf - line in exercises.ts
 * @property {(node: ts.Node, known: Set<string>) => { code: string[], missing: string[] }} needs - what a piece of
 *   exercises.ts needs around it: imports and helpers as code, and names that a notebook cannot reach
 */

/**
 * Reads a lesson's exercises as source text.
 *
 * @param {string} text - exercises.ts
 * @param {string} lesson - its folder's name
 * @returns {LessonExercises}
 */
export function readExercises(text, lesson) {
  const tree = ts.createSourceFile("exercises.ts", text, ts.ScriptTarget.ES2022, true);
  const declarations = new Map(
    tree.statements.flatMap((statement) => declaredNames(statement).map((name) => [name, statement])),
  );
  const calls = exportedCalls(tree);
  const solutions = new Map(
    calls.filter(({ callee }) => callee === "exercise").map(({ name, call }) => [name, solutionOf(call, declarations)]),
  );
  return {
    solutions,
    predictions: calls.filter(({ callee }) => callee === "prediction").map(({ name }) => name),
    lineOf: (node) => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
    needs: (node, known) => gatherNeeds(node, known, { tree, declarations, lesson }),
  };
}

/** `export const q1 = exercise(...)` */
function exportedCalls(tree) {
  const constants = tree.statements.filter(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  return constants
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .filter(({ initializer }) => initializer && ts.isCallExpression(initializer))
    .map(({ name, initializer }) => ({
      name: name.getText(),
      callee: initializer.expression.getText(),
      call: initializer,
    }));
}

function solutionOf(call, declarations) {
  const definition = call.arguments[0];
  if (!definition || !ts.isObjectLiteralExpression(definition)) return undefined;
  const property = definition.properties.find(({ name }) => name?.getText() === "solution");
  if (!property || ts.isMethodDeclaration(property)) return property;
  const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  return ts.isIdentifier(value) ? functionNamed(value.text, declarations) : value;
}

function functionNamed(name, declarations) {
  const statement = declarations.get(name);
  if (!statement || ts.isFunctionDeclaration(statement)) return statement;
  if (!ts.isVariableStatement(statement)) return undefined;
  return statement.declarationList.declarations.find((declaration) => declaration.name.getText() === name)?.initializer;
}

function gatherNeeds(node, known, { tree, declarations, lesson }) {
  const code = [];
  const missing = [];
  const done = new Set(known);
  const gather = (part) => {
    for (const name of freeNames(part)) {
      const statement = declarations.get(name);
      if (!statement || done.has(name)) continue;
      done.add(name);
      if (ts.isImportDeclaration(statement)) addImport(name, statement, { code, missing, tree, lesson });
      else {
        gather(statement);
        code.push(statement.getText(tree).replace(/^export\s+/, ""));
      }
    }
  };
  gather(node);
  return {
    code: [...code.filter((text) => text.startsWith("import")), ...code.filter((text) => !text.startsWith("import"))],
    missing,
  };
}

function addImport(name, statement, { code, missing, tree, lesson }) {
  const { imported } = importedNames(statement).find(({ local }) => local === name);
  const from = statement.moduleSpecifier.text;
  const exported = !from.startsWith(".") || reexports(tree, name);
  if (!exported) missing.push(name);
  const module = from.startsWith(".") ? `cnn-workbook/lessons/${lesson}` : from;
  if (imported === "*") code.push(`import * as ${name} from "${module}";`);
  else if (imported === "default") code.push(`import ${name} from "${module}";`);
  else
    code.push(
      `import { ${imported === name || from.startsWith(".") ? name : `${imported} as ${name}`} } from "${module}";`,
    );
}

/** Whether exercises.ts hands on what it imports from a file beside it. */
function reexports(tree, name) {
  return tree.statements.some(
    (statement) =>
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause) &&
      statement.exportClause.elements.some((element) => element.name.text === name),
  );
}

function freeNames(node) {
  const names = new Set();
  visit(node, (inner) => {
    const property = ts.isPropertyAccessExpression(inner.parent) && inner.parent.name === inner;
    if (ts.isIdentifier(inner) && !property) names.add(inner.text);
  });
  return names;
}
