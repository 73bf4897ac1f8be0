import { type ArrayInput, describe, oneOf, toNdarray, toNested, wholeNumber } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { poolingPicture } from "./pooling/picture.js";
import { type Kind, type Pattern, SIDE, shiftTo, startState } from "./pooling/state.js";
import { finding } from "./pooling/words.js";

export interface PoolingExplorerOptions {
  /** Small maps to move about, 1 × 1 to 6 × 6, each with a name. */
  patterns: readonly { name: string; map: ArrayInput }[];
  /** What becomes of a window: `"largest"` (default), `"mean"`, or `"keep one"`, its upper left cell. */
  kind?: Kind;
  /** Side of the windows, 2 (default) or 3. */
  size?: number;
  /** Cells from one window to the next, 1, 2 (default) or 3. */
  stride?: number;
  /** Words above it. */
  title?: string;
  /** What there is to see and find, for those who cannot see it; the output, when left out. */
  alt?: string;
}

const MOST_SIDE = 6;

/**
 * Something to play with: a pattern that is moved over a map of 10 × 10 cells, the pooled map beside it, and which of its
 * outputs change. `show` displays it; it works without a running kernel.
 *
 * @param options - `patterns` (not modified), `kind`, `size`, `stride`, `title`, `alt`
 * @throws {TypeError} no patterns, or one without a name
 * @throws {RangeError} a pattern that is empty, too large or not finite, or an option out of range
 * @example show(poolingExplorer({ patterns: [{ name: "one cell", map: [[9]] }] }))
 */
export function poolingExplorer(options: PoolingExplorerOptions): Explorer {
  const { kind = "largest", size = 2, stride = 2, title = "" } = options;
  oneOf(kind, "kind", ["largest", "mean", "keep one"]);
  wholeNumber(size, "size", 2, 3);
  wholeNumber(stride, "stride", 1, 3);
  const settings = { patterns: readPatterns(options.patterns), kind, size, stride, title };
  const start = startState(settings);
  const alt = options.alt ?? finding(start);
  // Moved by a column there is something to see.
  const html = poolingPicture(shiftTo(start, 0, 1), alt);
  return { explorer: "pooling", settings: { ...settings }, alt, html };
}

function readPatterns(patterns: PoolingExplorerOptions["patterns"]): Pattern[] {
  if (!Array.isArray(patterns) || patterns.length === 0) {
    throw new TypeError(`\`patterns\` must be a list of { name, map }, got ${describe(patterns)}`);
  }
  return patterns.map(({ name, map }, i) => {
    if (typeof name !== "string" || name === "") {
      throw new TypeError(`\`patterns[${i}].name\` must be a text, got ${describe(name)}`);
    }
    const array = toNdarray(map, `patterns[${i}].map`, { rank: 2 });
    if (array.shape.some((side) => side > MOST_SIDE)) {
      const got = `got [${array.shape.join(", ")}]`;
      throw new RangeError(
        `\`patterns[${i}].map\` must have 1 to ${MOST_SIDE} rows and columns, to move on ${SIDE} × ${SIDE} cells, ${got}`,
      );
    }
    return { name, map: toNested(array) as number[][] };
  });
}
