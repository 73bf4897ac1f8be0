import type * as Ts from "@tslab/typescript-for-tslab";

/**
 * Makes a `let` or `var` of a cell one variable for all cells: `let size = 3;` is followed by
 * `__tslab__.share("size", () => size, (value) => { size = value; });`.
 *
 * tslab copies the value to where other cells read and write it, so a function would not see what a later cell assigns,
 * and a loop that counts in such a variable would copy it each time. The name therefore leaves the cell's exports.
 *
 * @param declare - is told every name that the cell declares, and whether it is shared
 */
export function shareVariables(
  ts: typeof Ts,
  declare: (name: string, isShared: boolean) => void,
): Ts.TransformerFactory<Ts.SourceFile> {
  const { factory } = ts;

  const namesIn = (name: Ts.BindingName): string[] =>
    ts.isIdentifier(name)
      ? [name.text]
      : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
  const namesOf = (statement: Ts.Statement): string[] =>
    ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)
      ? statement.declarationList.declarations.flatMap(({ name }) => namesIn(name))
      : [];

  const arrow = (parameters: string[], body: Ts.Expression) =>
    factory.createArrowFunction(
      undefined,
      undefined,
      parameters.map((name) => factory.createParameterDeclaration(undefined, undefined, name)),
      undefined,
      undefined,
      factory.createParenthesizedExpression(body),
    );
  const share = (name: string): Ts.Statement => {
    const value = `${name}Value`;
    const get = arrow([], factory.createIdentifier(name));
    const set = arrow(
      [value],
      factory.createAssignment(factory.createIdentifier(name), factory.createIdentifier(value)),
    );
    const target = factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), "share");
    const values = [factory.createStringLiteral(name), get, set];
    return factory.createExpressionStatement(factory.createCallExpression(target, undefined, values));
  };

  const withoutNames = (statement: Ts.Statement, names: Set<string>): Ts.Statement => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      return statement;
    const kept = statement.exportClause.elements.filter(({ name }) => !names.has(name.text));
    for (const { name } of statement.exportClause.elements) declare(name.text, names.has(name.text));
    const clause = factory.updateNamedExports(statement.exportClause, kept);
    return factory.updateExportDeclaration(statement, undefined, false, clause, undefined, undefined);
  };

  return () => (file) => {
    const shared = new Set(file.statements.flatMap(namesOf));
    const statements = file.statements.flatMap((statement) => [
      withoutNames(statement, shared),
      ...namesOf(statement).map(share),
    ]);
    return factory.updateSourceFile(file, statements);
  };
}
