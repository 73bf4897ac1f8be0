import type * as Ts from "@tslab/typescript-for-tslab";
import { isCompleteCode } from "tslab/dist/converter.js";
import type { Executor } from "tslab/dist/executor.js";
import { compiler as ts } from "./compiler.js";
import { describeSymbol } from "./describeSymbol.js";

/** Help while the student types. Positions are in characters, as Jupyter counts them, which may be two units of a string. */
export class Assist {
  constructor(private readonly engine: Executor) {}

  /** The names that may stand at a position, best first, with their kinds. */
  complete(code: string, position: number): object {
    const { start, end, candidates, original } = this.engine.complete(code, toUnits(code, position));
    const range = { start: toCharacters(code, start), end: toCharacters(code, end) };
    const kinds = new Map(original?.entries.map(({ name, kind }) => [name, kind]));
    const types = candidates.map((text) => ({ ...range, text, type: kinds.get(text) ?? "" }));
    return {
      status: "ok",
      matches: candidates,
      cursor_start: range.start,
      cursor_end: range.end,
      metadata: { _jupyter_types_experimental: types },
    };
  }

  /** What stands at a position: its type and its documentation. Between the brackets of a call that is the function. */
  inspect(code: string, position: number): object {
    const at = toUnits(code, position);
    const found = this.engine.inspect(code, at) ?? this.inspectCall(code, at);
    const data = found ? { "text/plain": describeSymbol(found) } : {};
    return { status: "ok", found: Boolean(found), data, metadata: {} };
  }

  /** Whether a console should run the code, or let the student write on. */
  isComplete(code: string): object {
    const { completed, indent } = isCompleteCode(code);
    return completed ? { status: "complete" } : { status: "incomplete", indent };
  }

  private inspectCall(code: string, at: number): Ts.QuickInfo | undefined {
    const callee = findCallee(ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest), at);
    return callee && this.engine.inspect(code, callee.end - 1);
  }
}

/** What the innermost call around a position calls. */
function findCallee(file: Ts.SourceFile, at: number): Ts.Expression | undefined {
  let callee: Ts.Expression | undefined;
  const visit = (node: Ts.Node): void => {
    if (at < node.pos || at > node.end) return;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && at > node.expression.end) callee = node.expression;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return callee;
}

function toUnits(code: string, characters: number): number {
  return [...code].slice(0, characters).join("").length;
}

function toCharacters(code: string, units: number): number {
  return [...code.slice(0, units)].length;
}
