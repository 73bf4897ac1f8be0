import ts from "typescript";

/**
 * Finds what a cell may not hold because tslab, the kernel, cannot run it, though TypeScript can.
 *
 * @param {import("./parseLesson.mjs").Cell[]} cells
 * @param {import("./lessonError.mjs").Faults} faults - takes what is found
 */
export function lintCells(cells, faults) {
  for (const cell of cells) {
    if (cell.kind === "markdown") continue;
    const tree = parseCode(cell.source);
    const add = (node, message) => faults.add(lineOf(cell, tree, node), message);
    for (const problem of tree.parseDiagnostics) {
      const line = cell.line + tree.getLineAndCharacterOfPosition(problem.start).line;
      faults.add(
        line,
        `each cell must be complete by itself: ${ts.flattenDiagnosticMessageText(problem.messageText, " ")}`,
      );
    }
    for (const statement of tree.statements) lintStatement(statement, tree, add);
    lintNames(tree, add);
    lintForAwait(tree, add);
  }
  lintUseOfStarters(cells, faults);
}

/** The syntax tree of a cell. */
export function parseCode(source) {
  return ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
}

function lineOf(cell, tree, node) {
  return cell.line + tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
}

function lintStatement(statement, tree, add) {
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (exported || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) {
    add(statement, "a cell cannot export: take away `export`");
  }
  if (ts.isImportDeclaration(statement) && /^\.{0,2}\//.test(statement.moduleSpecifier.text)) {
    add(statement, 'a cell cannot import a file: import from "cnn-workbook/…" instead');
  }
  if (statement === tree.statements[0] && /^await\s*\(/.test(statement.getText(tree))) {
    add(
      statement,
      "a cell cannot begin with `await (`, which the kernel takes for a call: name the value in a line before",
    );
  }
}

function lintNames(tree, add) {
  visit(tree, (node) => {
    if (ts.isIdentifier(node) && node.text.startsWith("__")) {
      add(node, `a name cannot begin with two underscores: the kernel hides \`${node.text}\``);
    }
  });
}

/** tslab sees a top-level `await` only where there is another beside the `for`. */
function lintForAwait(tree, add) {
  const loops = [];
  let awaits = 0;
  visit(tree, (node) => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isForOfStatement(node) && node.awaitModifier) loops.push(node);
    if (ts.isAwaitExpression(node)) awaits++;
    return true;
  });
  if (loops.length > 0 && awaits === 0) {
    add(
      loops[0],
      "the kernel misses a `for await` that is the only `await` of its cell: put it into an async function",
    );
  }
}

/** A student's function may be missing or wrong, so nothing after its cell may need it. */
function lintUseOfStarters(cells, faults) {
  const starters = new Map();
  for (const cell of cells.filter(({ kind }) => kind !== "markdown")) {
    const tree = parseCode(cell.source);
    const own = new Set(tree.statements.flatMap(declaredNames));
    visit(tree, (node) => {
      if (!ts.isIdentifier(node) || own.has(node.text) || isPropertyName(node)) return;
      const exercise = starters.get(node.text);
      if (exercise)
        faults.add(
          lineOf(cell, tree, node),
          `\`${node.text}\` is the student's own in ${exercise}: later cells must not need it`,
        );
    });
    for (const name of own) {
      if (cell.kind === "exercise") starters.set(name, cell.exercise);
      else starters.delete(name);
    }
  }
}

function isPropertyName(node) {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ((ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) &&
      parent.name === node)
  );
}

/** The names that a top-level statement declares. */
export function declaredNames(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => bindings(name));
  if (ts.isImportDeclaration(statement)) return importedNames(statement).map(({ local }) => local);
  return statement.name && ts.isIdentifier(statement.name) ? [statement.name.text] : [];
}

function bindings(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindings(element.name) : []));
}

/** What an import statement brings in: the name in its module (`*` for all, `default`) and here. */
export function importedNames({ importClause }) {
  const named = importClause?.namedBindings;
  const entries = importClause?.name ? [{ imported: "default", local: importClause.name.text }] : [];
  if (named && ts.isNamespaceImport(named)) entries.push({ imported: "*", local: named.name.text });
  if (named && ts.isNamedImports(named)) {
    for (const { propertyName, name } of named.elements)
      entries.push({ imported: (propertyName ?? name).text, local: name.text });
  }
  return entries;
}

/** Visits a node and all below it; not below those for which `look` says false. */
export function visit(node, look) {
  if (look(node) === false) return;
  ts.forEachChild(node, (child) => visit(child, look));
}
