import { isNdarray, toNested } from "../arrays/index.js";
import { isPlain } from "./copy.js";

const MAX_ROWS = 8;
const MAX_NUMBERS = 16;
const MAX_TEXT = 60;
const MAX_LENGTH = 1500;

/**
 * A value as a student would write it, short enough to read: the middle of long arrays is left out. Typed arrays and
 * ndarrays look like nested arrays.
 *
 * @param digits - how many significant digits numbers keep
 * @example formatValue([[1, 2], [3, 4]]) // "[[1, 2],\n [3, 4]]"
 */
export function formatValue(value: unknown, digits = 6): string {
  const text = format(value, digits, 0);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)} …` : text;
}

/** A number with at most `digits` significant digits; whole numbers stay whole. */
export function formatNumber(value: number, digits = 6): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return Object.is(value, -0) ? "0" : String(value);
  return String(Number(value.toPrecision(digits)));
}

function format(value: unknown, digits: number, depth: number): string {
  if (typeof value === "number") return formatNumber(value, digits);
  if (typeof value === "string")
    return JSON.stringify(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return value.name ? `the function ${value.name}` : "a function";
  if (value === null || typeof value !== "object") return String(value);
  if (depth > 6) return "…";
  if (isNdarray(value))
    return format(value.size > 1e6 ? `an array of shape [${value.shape}]` : toNested(value), digits, depth);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return formatArray(value as ArrayLike<unknown>, digits, depth);
  if (isPlain(value)) return formatRecord(value, digits, depth);
  return value instanceof Error ? `${value.name}: ${value.message}` : `a ${value.constructor?.name ?? "object"}`;
}

function formatArray(array: ArrayLike<unknown>, digits: number, depth: number): string {
  const rows = typeof array[0] === "object" && array[0] !== null;
  const parts = shown(array.length ?? 0, rows ? MAX_ROWS : MAX_NUMBERS).map((index) =>
    index < 0 ? `… ${-index} more …` : format(array[index], digits, depth + 1),
  );
  return `[${parts.join(rows ? `,\n${" ".repeat(depth + 1)}` : ", ")}]`;
}

/** The indices that are shown; a negative entry stands for that many left out. */
function shown(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  const half = most / 2 - 1;
  const first = Array.from({ length: half }, (_, i) => i);
  return [...first, -(length - 2 * half), ...first.map((i) => length - half + i)];
}

function formatRecord(record: Record<string, unknown>, digits: number, depth: number): string {
  const entries = Object.entries(record).slice(0, MAX_ROWS);
  return `{ ${entries.map(([key, entry]) => `${key}: ${format(entry, digits, depth + 1)}`).join(", ")} }`;
}
