import vm from "node:vm";

const slot = Symbol.for("cnn-workbook.call");
const script = new vm.Script("globalThis[Symbol.for('cnn-workbook.call')]()");

/**
 * Calls a function and ends it when it takes too long. A script of the `vm` module can be ended from outside wherever it
 * is, in a loop that catches everything too; so the call goes through one.
 *
 * @param call - the function
 * @param milliseconds - how long it may take
 * @returns what it returned
 * @throws what it threw; an error for which `ranOutOfTime` holds where it took too long
 * @example limited(() => answer(5), 1000)
 */
export function limited<T>(call: () => T, milliseconds: number): T {
  const globals = globalThis as unknown as Record<symbol, unknown>;
  const outer = globals[slot];
  globals[slot] = call;
  try {
    return script.runInThisContext({ timeout: Math.max(1, Math.ceil(milliseconds)), breakOnSigint: true }) as T;
  } finally {
    globals[slot] = outer;
  }
}

/** Whether `limited` ended the call because its time was over. */
export function ranOutOfTime(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** Whether the student interrupted the kernel during the call. */
export function wasInterrupted(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}
