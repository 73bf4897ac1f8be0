import type { Diagnostic } from "tslab/dist/converter.js";
import { adviceFor } from "./adviceFor.js";
import type { Rewritten } from "./rewriteCell.js";

/** What the TypeScript compiler found wrong in a cell. */
export class CompileError extends Error {
  override readonly name = "TypeScriptError";
  /** Each finding with the line it is about and a mark under the place. */
  readonly report: string[];

  /**
   * @param diagnostics - what was found, at least one
   * @param code - the cell as the student wrote it
   * @param original - from an offset in the code that was compiled to one in `code`
   */
  constructor(diagnostics: Diagnostic[], code: string, original: Rewritten["original"]) {
    super(diagnostics[0].messageText);
    const place = ({ start }: Diagnostic) => `${start.line}:${start.character}`;
    this.report = diagnostics.flatMap((diagnostic, i) => {
      const continued = i > 0 && place(diagnostics[i - 1]) === place(diagnostic);
      return continued ? [`    ${diagnostic.messageText}`] : describe(diagnostic, code, original);
    });
  }
}

function describe({ start, end, messageText }: Diagnostic, code: string, original: Rewritten["original"]): string[] {
  const from = Math.min(original(start.offset), code.length);
  const before = code.slice(0, from).split("\n");
  const text = code.split("\n")[before.length - 1];
  const column = before.at(-1)!.length;
  const width = Math.min(original(end.offset) - from, text.length - column);
  const mark = " ".repeat(column) + "^".repeat(Math.max(1, width));
  const advice = adviceFor(messageText);
  return [`line ${before.length}: ${messageText}`, `    ${text}`, `    ${mark}`, ...(advice ? [`    ${advice}`] : [])];
}
