import { inspect } from "node:util";
import { Interrupted } from "./cell.js";
import { CompileError } from "./compileError.js";
import { studentFrames } from "./frames.js";

/** An error as Jupyter's messages carry it. */
export interface ErrorContent {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** What a client is told about anything that a cell threw. */
export function errorContent(thrown: unknown): ErrorContent {
  if (isInterrupt(thrown)) return content("Interrupted", "the cell was stopped", []);
  if (thrown instanceof CompileError) return content(thrown.name, thrown.message, thrown.report);
  if (!isError(thrown)) return content("Error", typeof thrown === "string" ? thrown : inspect(thrown), []);
  return content(thrown.name, thrown.message, [...studentFrames(thrown.stack ?? ""), ...causes(thrown)]);
}

function content(ename: string, evalue: string, details: string[]): ErrorContent {
  return { ename, evalue, traceback: [evalue === "" ? ename : `${ename}: ${evalue}`, ...details] };
}

function causes({ cause }: Error): string[] {
  return cause === undefined
    ? []
    : [`caused by ${isError(cause) ? `${cause.name}: ${cause.message}` : inspect(cause)}`];
}

/** Errors may come from another realm, where `instanceof` does not know them. */
function isError(thrown: unknown): thrown is Error {
  return (
    thrown instanceof Error || (typeof thrown === "object" && thrown !== null && "stack" in thrown && "name" in thrown)
  );
}

function isInterrupt(thrown: unknown): boolean {
  const code = isError(thrown) ? (thrown as NodeJS.ErrnoException).code : undefined;
  return thrown instanceof Interrupted || code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}
