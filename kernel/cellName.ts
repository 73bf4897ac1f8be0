/** The name under which the code of a cell appears in stacks. */
export function cellName(count: number): string {
  return `cell-${count}.ts`;
}

const pattern = /\bcell-(\d+)\.ts:(\d+):(\d+)/;

/** Reads the cell's number, line and column from a line of a stack; nothing when it is other code's. */
export function readCellName(frame: string): { count: number; line: number; column: number } | undefined {
  const found = pattern.exec(frame);
  if (!found) return undefined;
  const [count, line, column] = found.slice(1).map(Number);
  return { count, line, column };
}

/** Whether the function `callee`, which asks, was called by the student's own code. */
export function calledByCell(callee: (...values: never[]) => unknown): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  const here: { stack?: string } = {};
  Error.captureStackTrace(here, callee);
  Error.stackTraceLimit = stackTraceLimit;
  return pattern.test(here.stack ?? "");
}
