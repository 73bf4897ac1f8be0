import type * as Ts from "@tslab/typescript-for-tslab";

/**
 * Rewrites a cell so that an interrupt can stop it (`stoppable.ts` has the functions that are called):
 * - `await work` becomes `__tslab__.resume(await __tslab__.pause(work))`, so it stops wherever it waits;
 * - `for await (…)`, and loops that may never end by themselves, ask at the start of each turn.
 *
 * Loops that count (`for (let i = 0; i < n; i++)`) stay as they are: asking would make them up to twice as slow.
 */
export function makeStoppable(ts: typeof Ts): Ts.TransformerFactory<Ts.SourceFile> {
  const { factory } = ts;
  const call = (name: string, values: Ts.Expression[]) =>
    factory.createCallExpression(
      factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), name),
      undefined,
      values,
    );
  const asking = (body: Ts.Statement, name: string) =>
    factory.createBlock([factory.createExpressionStatement(call(name, [])), body], true);

  const rewrite = (node: Ts.Node): Ts.Node => {
    if (ts.isAwaitExpression(node))
      return call("resume", [factory.updateAwaitExpression(node, call("pause", [node.expression]))]);
    if (ts.isForOfStatement(node) && node.awaitModifier) {
      const { awaitModifier, initializer, expression, statement } = node;
      return factory.updateForOfStatement(node, awaitModifier, initializer, expression, asking(statement, "resume"));
    }
    if (ts.isWhileStatement(node))
      return factory.updateWhileStatement(node, node.expression, asking(node.statement, "turn"));
    if (ts.isDoStatement(node)) return factory.updateDoStatement(node, asking(node.statement, "turn"), node.expression);
    if (ts.isForStatement(node) && !(node.condition && node.incrementor)) {
      const { initializer, condition, incrementor, statement } = node;
      return factory.updateForStatement(node, initializer, condition, incrementor, asking(statement, "turn"));
    }
    return node;
  };
  return (context) => {
    const visit = (node: Ts.Node): Ts.Node => rewrite(ts.visitEachChild(node, visit, context));
    return (file) => ts.visitEachChild(file, visit, context);
  };
}
