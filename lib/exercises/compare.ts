import { isNdarray, toNested } from "../arrays/index.js";
import { isPlain } from "./copy.js";
import { formatNumber, formatValue } from "./formatValue.js";

/** Where two values first differ. */
export interface Difference {
  /** `type`: another kind of thing; `shape`: an array of other sides; `value`: one entry differs. */
  kind: "type" | "shape" | "value";
  /** Where, as one would index it: `[2][0]`, or `""` for the whole. */
  at: string;
  /** In a sentence, with what was expected. */
  full: string;
  /** In a sentence, without giving away what was expected. */
  discreet: string;
}

/**
 * How far apart two numbers may be and still count as equal: this much, or this share of the larger one. Whole numbers
 * must be equal, however large they are.
 */
export const TOLERANCE = 1e-9;

const MAX_DEPTH = 12;

/** No right answer has longer rows. `new Array(1e9)` takes no time, but looking at each of its places takes many seconds. */
const LONGEST_ROW = 2_000_000;

/**
 * The first place where two values differ. Nested arrays, typed arrays and ndarrays of the same numbers are alike; numbers
 * may differ by `tolerance`, absolute or relative, so that sums in another order agree.
 *
 * @returns `undefined` where they agree
 * @example firstDifference([1, 2], Float64Array.of(1, 3))?.full // "At [1]: expected 3, got 2."
 */
export function firstDifference(actual: unknown, expected: unknown, tolerance = TOLERANCE): Difference | undefined {
  const got = asNested(actual);
  const wanted = asNested(expected);
  return compareAny(got, wanted, "", tolerance);
}

/** Arrays of every kind as nested arrays; below the deepest level that makes sense, things stay as they are. */
function asNested(value: unknown, depth = 0): unknown {
  if (isNdarray(value)) return toNested(value);
  if (ArrayBuffer.isView(value) && "length" in value) return Array.from(value as unknown as ArrayLike<number>);
  if (!Array.isArray(value) || depth > MAX_DEPTH || value.length > LONGEST_ROW) return value;
  return value.some((row) => typeof row === "object") ? Array.from(value, (row) => asNested(row, depth + 1)) : value;
}

function compareAny(got: unknown, wanted: unknown, at: string, tolerance: number): Difference | undefined {
  if (typeof wanted === "number") return compareNumber(got, wanted, at, tolerance);
  if (Array.isArray(wanted)) return compareArray(got, wanted, at, tolerance);
  if (isPlain(wanted)) return compareRecord(got, wanted, at, tolerance);
  if (Object.is(got, wanted)) return undefined;
  return typeof got === typeof wanted ? valueDiffers(got, wanted, at) : typeDiffers(got, wanted, at);
}

function compareNumber(got: unknown, wanted: number, at: string, tolerance: number): Difference | undefined {
  if (typeof got !== "number") return typeDiffers(got, wanted, at);
  if (Object.is(got, wanted) || got === wanted) return undefined;
  if (tolerance <= TOLERANCE && Number.isSafeInteger(got) && Number.isSafeInteger(wanted))
    return valueDiffers(got, wanted, at);
  const scale = Math.max(1, Math.abs(got), Math.abs(wanted));
  if (Number.isFinite(scale) && Math.abs(got - wanted) <= tolerance * scale) return undefined;
  return valueDiffers(got, wanted, at);
}

function compareArray(got: unknown, wanted: unknown[], at: string, tolerance: number): Difference | undefined {
  if (!Array.isArray(got)) return typeDiffers(got, wanted, at);
  if (got.length > LONGEST_ROW) return shapeDiffers([got.length], [wanted.length], at);
  const shape = shapeOf(got);
  const wantedShape = shapeOf(wanted);
  if (shape && wantedShape && String(shape) !== String(wantedShape)) return shapeDiffers(shape, wantedShape, at);
  if (got.length !== wanted.length) return shapeDiffers([got.length], [wanted.length], at);
  for (let i = 0; i < wanted.length; i++) {
    const difference = compareAny(got[i], wanted[i], `${at}[${i}]`, tolerance);
    if (difference) return difference;
  }
  return undefined;
}

function compareRecord(got: unknown, wanted: Record<string, unknown>, at: string, tolerance: number) {
  if (!isPlain(got)) return typeDiffers(got, wanted, at);
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
    const difference = compareAny(asNested(got[key]), asNested(wanted[key]), `${at}.${key}`, tolerance);
    if (difference) return difference;
  }
  return undefined;
}

/** Sides of a nested array; `undefined` where its rows differ in length or depth. */
function shapeOf(value: unknown): number[] | undefined {
  const shape: number[] = [];
  for (let row = value; Array.isArray(row) && shape.length < MAX_DEPTH; row = row[0]) shape.push(row.length);
  return hasShape(value, shape, 0) ? shape : undefined;
}

function hasShape(value: unknown, shape: number[], axis: number): boolean {
  if (!Array.isArray(value)) return axis === shape.length;
  if (axis >= shape.length || value.length !== shape[axis] || value.length > LONGEST_ROW) return false;
  return value.every((row) => hasShape(row, shape, axis + 1));
}

function place(at: string, text: string): string {
  return at ? `At ${at}: ${text}` : text.charAt(0).toUpperCase() + text.slice(1);
}

const ABOUT_NAN =
  "A sum becomes NaN when it takes in `undefined`, which is what one reads past the end of an array; 0/0 is NaN too.";

function valueDiffers(got: unknown, wanted: unknown, at: string): Difference {
  const nan = Number.isNaN(got) ? ` ${ABOUT_NAN}` : "";
  const digits = distinguishing(got, wanted);
  const [came, should] = [formatValue(got, digits), formatValue(wanted, digits)];
  return {
    kind: "value",
    at,
    full: `${place(at, `expected ${should}, got ${came}.`)}${nan}`,
    discreet: `${place(at, `got ${came}, which is not right.`)}${nan}`,
  };
}

/** How many digits show that two numbers differ. */
function distinguishing(got: unknown, wanted: unknown): number {
  if (typeof got !== "number" || typeof wanted !== "number") return 6;
  return [6, 9, 12, 15].find((digits) => formatNumber(got, digits) !== formatNumber(wanted, digits)) ?? 17;
}

function shapeDiffers(got: number[], wanted: number[], at: string): Difference {
  const flat = got.length === 1 && wanted.length === 1;
  const came = flat ? entries(got[0]) : `shape [${got.join(", ")}]`;
  const should = flat ? entries(wanted[0]) : `shape [${wanted.join(", ")}]`;
  return {
    kind: "shape",
    at,
    full: place(at, `expected ${should}, got ${came}.`),
    discreet: place(at, `got ${came}; the right answer has ${flat ? "another number of entries" : "another shape"}.`),
  };
}

function entries(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}

function typeDiffers(got: unknown, wanted: unknown, at: string): Difference {
  const missing = got === undefined && at === "" ? " Is a `return` missing?" : "";
  const hole = got === undefined && at !== "" ? " Nothing was put there." : "";
  const sentence = (should: string) => `${place(at, `expected ${should}, got ${kindOf(got)}.`)}${missing}${hole}`;
  return { kind: "type", at, full: sentence(kindOf(wanted)), discreet: sentence(familyOf(wanted)) };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${entries(value.length)}`;
  if (typeof value === "number") return `the number ${formatValue(value)}`;
  if (typeof value === "string") return `the text ${formatValue(value)}`;
  if (typeof value === "boolean" || value === null || value === undefined) return String(value);
  return isPlain(value) ? `the object ${formatValue(value)}` : formatValue(value);
}

/** The kind of an expected value, without the value. */
function familyOf(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "boolean") return "true or false";
  if (typeof value === "string") return "a text";
  if (value === undefined || value === null) return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
