import ts from "typescript";

/**
 * The names that a cell gives to other cells, and all that it mentions. What it assigns to counts as given.
 *
 * @param {string} source
 * @returns {{ given: Set<string>, used: Set<string> }} empty for code that is too strange to be read
 */
export function namesOf(source) {
  const names = { given: new Set(), used: new Set() };
  try {
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
    for (const statement of file.statements) declare(statement, names.given);
    mention(file, names);
  } catch {
    // Nested too deep for the parser: it will not compile either.
  }
  return names;
}

function declare(statement, given) {
  if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations) bind(name, given);
  } else if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    for (const node of [{ name }, ...(namedBindings?.elements ?? [namedBindings])])
      if (node?.name) given.add(node.name.text);
  } else if (statement.name && ts.isIdentifier(statement.name)) given.add(statement.name.text);
}

function bind(name, given) {
  if (ts.isIdentifier(name)) given.add(name.text);
  else for (const element of name.elements) if (element.name) bind(element.name, given);
}

function mention(node, { given, used }) {
  if (ts.isIdentifier(node) && !isPropertyName(node)) used.add(node.text);
  const target = assigned(node);
  if (target) given.add(target);
  ts.forEachChild(node, (child) => mention(child, { given, used }));
}

const isPropertyName = (node) => ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;

/** The variable that `a = …`, `a.b = …` or `a[i]++` changes. */
function assigned(node) {
  const isAssignment =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
  const isStep = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node);
  let target = isAssignment ? node.left : isStep ? node.operand : undefined;
  while (target && (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)))
    target = target.expression;
  return target && ts.isIdentifier(target) ? target.text : undefined;
}
