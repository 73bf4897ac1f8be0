import util from "node:util";

/**
 * Functions that Node 23 took away and tfjs-node 4.22 still calls. Node's type declarations no longer know them, hence
 * the record.
 */
const removed: Record<string, (value: unknown) => boolean> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: (value) => Array.isArray(value),
};

/** What must be in place before tfjs-node is loaded: those functions, and TensorFlow told to keep its notices. */
export function prepareNode(): void {
  const target = util as unknown as Record<string, unknown>;
  for (const [name, replacement] of Object.entries(removed)) target[name] ??= replacement;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
}
