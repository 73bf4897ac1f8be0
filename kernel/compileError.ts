import type { Diagnostic } from "tslab/dist/converter.js";

/** What the TypeScript compiler found wrong in a cell. */
export class CompileError extends Error {
  override readonly name = "TypeScriptError";
  /** Each finding with the line it is about and a mark under the place. */
  readonly report: string[];

  constructor(diagnostics: Diagnostic[], code: string) {
    super(diagnostics.length > 0 ? diagnostics[0].messageText : "the cell does not compile");
    const lines = code.split("\n");
    this.report = diagnostics.flatMap((diagnostic) => describe(diagnostic, lines));
  }
}

/** A diagnostic continues the one before it when both start at the same place; it is then said without the line. */
function describe({ start, end, messageText, fileName }: Diagnostic, lines: string[]): string[] {
  const line = lines[start.line];
  if (fileName !== undefined || line === undefined) return [messageText];
  const width = end.line === start.line ? Math.max(1, end.character - start.character) : 1;
  const indent = " ".repeat(start.character);
  return [`line ${start.line + 1}: ${messageText}`, `    ${line}`, `    ${indent}${"^".repeat(width)}`];
}
