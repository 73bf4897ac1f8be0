import type * as Ts from "@tslab/typescript-for-tslab";

/**
 * Rewrites a cell so that it can be stopped wherever it waits, whatever it waits for:
 * `await work` becomes `__tslab__.resume(await __tslab__.pause(work))`,
 * and the body of `for await (…)` begins with `__tslab__.resume()`.
 * `resume` throws in a cell that was interrupted; `stoppable.ts` has both.
 */
export function guardAwaits(ts: typeof Ts): Ts.TransformerFactory<Ts.SourceFile> {
  const { factory } = ts;
  const call = (name: string, values: Ts.Expression[]) =>
    factory.createCallExpression(
      factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), name),
      undefined,
      values,
    );
  const guardAwait = (node: Ts.AwaitExpression) =>
    call("resume", [factory.updateAwaitExpression(node, call("pause", [node.expression]))]);
  const guardLoop = (node: Ts.ForOfStatement) => {
    const body = factory.createBlock([factory.createExpressionStatement(call("resume", [])), node.statement], true);
    return factory.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, body);
  };
  return (context) => {
    const visit = (node: Ts.Node): Ts.Node => {
      const inner = ts.visitEachChild(node, visit, context);
      if (ts.isAwaitExpression(inner)) return guardAwait(inner);
      if (ts.isForOfStatement(inner) && inner.awaitModifier) return guardLoop(inner);
      return inner;
    };
    return (file) => ts.visitEachChild(file, visit, context);
  };
}
