import type * as Ts from "@tslab/typescript-for-tslab";
import { compiler as ts } from "./compiler.js";

/** A piece of a cell that is written in another way for tslab. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A cell as tslab can take it, and the way back from places in it. */
export interface Rewritten {
  code: string;
  /** The offset in the cell as the student wrote it. */
  original(offset: number): number;
}

const prefix = "async function cell() {\n";

/**
 * Writes in another way what tslab cannot take, so that students need not know its limits:
 * - `{ size }` becomes `{ size: size }`, since tslab misses variables of earlier cells in the short form;
 * - `await (work)` becomes `await Promise.resolve((work))`, since tslab reads a call of a function `await`;
 * - before a `for await` that is the cell's only wait comes `await null;`, which makes tslab run the cell as async;
 * - `export` before a declaration goes, since every name of a cell is known to later cells anyway.
 */
export function rewriteCell(code: string): Rewritten {
  const file = ts.createSourceFile("cell.ts", `${prefix}${code}\n}`, ts.ScriptTarget.Latest, true);
  const edits = findEdits(file)
    .map(({ start, end, text }) => ({ start: start - prefix.length, end: end - prefix.length, text }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { code: apply(code, edits), original: (offset) => original(offset, edits) };
}

function findEdits(file: Ts.SourceFile): Edit[] {
  const cell = file.statements[0] as Ts.FunctionDeclaration;
  const edits = [...cell.body!.statements].flatMap((statement) => withoutExport(statement, file));
  let waits = 0;
  let waitingLoops = 0;
  const visit = (node: Ts.Node, isTop: boolean): void => {
    if (ts.isShorthandPropertyAssignment(node)) edits.push(insertion(node.name.end, `: ${node.name.text}`));
    if (isTop && ts.isForOfStatement(node) && node.awaitModifier) waitingLoops++;
    if (isTop && ts.isAwaitExpression(node)) {
      waits++;
      edits.push(...clearAwait(node.expression, file));
    }
    ts.forEachChild(node, (child) => visit(child, isTop && !ts.isFunctionLike(node)));
  };
  ts.forEachChild(cell.body!, (node) => visit(node, true));
  if (waitingLoops > 0 && waits === 0) edits.push(insertion(prefix.length, "await null; "));
  return edits;
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function withoutExport(statement: Ts.Statement, file: Ts.SourceFile): Edit[] {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers
    .filter(({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword)
    .map((modifier) => ({ start: modifier.getStart(file), end: modifier.end, text: "" }));
}

function clearAwait(awaited: Ts.Expression, file: Ts.SourceFile): Edit[] {
  if (!/^[([]/.test(awaited.getText(file))) return [];
  return [insertion(awaited.getStart(file), "Promise.resolve("), insertion(awaited.end, ")")];
}

function apply(code: string, edits: Edit[]): string {
  let done = 0;
  const parts = edits.map(({ start, end, text }) => {
    const part = code.slice(done, start) + text;
    done = end;
    return part;
  });
  return parts.join("") + code.slice(done);
}

function original(offset: number, edits: Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset <= start + shift) break;
    if (offset < start + shift + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
