import util from "node:util";

/** Functions that tfjs-node 4.22 calls, Node 22 warns of and Node 23 has no more. */
const ours: Record<string, (value: unknown) => boolean> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: (value) => Array.isArray(value),
};

/** What must be in place before tfjs-node is loaded: those functions, and TensorFlow told to keep its notices. */
export function prepareNode(): void {
  const target = util as unknown as Record<string, unknown>;
  for (const [name, replacement] of Object.entries(ours)) target[name] = replacement;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
}
