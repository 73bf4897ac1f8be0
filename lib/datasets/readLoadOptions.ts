import { checkOptions, oneOf, wholeNumber } from "../arrays/index.js";

/** Which part of a published set, and how much of it. */
export interface LoadOptions {
  /** `"train"` (default), to learn from, or `"test"`, to be judged by. */
  split?: "train" | "test";
  /** Only the first so many pictures; default all. */
  limit?: number;
}

/** The options with their defaults, checked. */
export function readLoadOptions(options: LoadOptions | undefined, caller: string): Required<LoadOptions> {
  const { split = "train", limit = Number.POSITIVE_INFINITY } = checkOptions(options, caller, ["split", "limit"]);
  oneOf(split, "split", ["train", "test"]);
  if (limit !== Number.POSITIVE_INFINITY) wholeNumber(limit, "limit", 1);
  return { split, limit };
}
