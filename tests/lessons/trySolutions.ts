import ts from "typescript";
import type { Modules } from "./lessonSource.js";

const HOLE = "theSolutionThatIsTried";

/**
 * For exercises.ts with other solutions in the place of one: compiles the file once, and then only what is put in.
 *
 * @param text - exercises.ts
 * @param solution - the function that is replaced, in the file's syntax tree
 * @param modules - what the file imports, by the names that it imports them by
 * @returns says for a function's text what the file then declares under `name`
 */
export function trySolutions(text: string, solution: ts.Node, modules: Modules) {
  const tree = solution.getSourceFile();
  const known = importedValues(tree, modules);
  const [before, after] = compile(withoutModules(text, tree, solution)).split(fillOf(solution).hole);
  return (changed: string, name: string): unknown => {
    const code = `${before}${compile(fillOf(solution).wrap(changed)).trim().replace(/;$/, "")}${after}\nreturn ${name};`;
    return new Function(...Object.keys(known), code)(...Object.values(known));
  };
}

/** A function's declaration is a statement, any other function a value. */
function fillOf(solution: ts.Node): { hole: string; wrap: (changed: string) => string } {
  if (ts.isFunctionDeclaration(solution)) return { hole: `"${HOLE}";`, wrap: (changed) => changed };
  if (ts.isMethodDeclaration(solution)) return { hole: HOLE, wrap: (changed) => `({ ${changed} }).solution` };
  return { hole: HOLE, wrap: (changed) => `(${changed})` };
}

/** The file as a script: imports and the word export taken away, and the solution. */
function withoutModules(text: string, tree: ts.SourceFile, solution: ts.Node): string {
  const { hole } = fillOf(solution);
  const pieces = [{ node: solution, by: ts.isMethodDeclaration(solution) ? `solution: ${hole}` : hole }];
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
      pieces.push({ node: statement, by: "" });
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    const exported = modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (exported && statement !== solution) pieces.push({ node: exported, by: "" });
  }
  let script = text;
  for (const { node, by } of pieces.sort((a, b) => b.node.getStart() - a.node.getStart())) {
    script = script.slice(0, node.getStart()) + by + script.slice(node.end);
  }
  return script;
}

function importedValues(tree: ts.SourceFile, modules: Modules): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const module = modules[(statement.moduleSpecifier as ts.StringLiteral).text] as Record<string, unknown>;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) values[name.text] = module.default;
    if (namedBindings && ts.isNamespaceImport(namedBindings)) values[namedBindings.name.text] = module;
    if (!namedBindings || !ts.isNamedImports(namedBindings)) continue;
    for (const { name, propertyName } of namedBindings.elements) {
      values[name.text] = module?.[(propertyName ?? name).text];
    }
  }
  return values;
}

const compile = (text: string): string =>
  ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } })
    .outputText;
