import { readFileSync } from "node:fs";
import { type ArrayInput, toNdarray } from "cnn-workbook/arrays";

/** The cases of a golden file that make_golden.py wrote. */
export function golden<Case>(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")).cases;
}

/** The largest difference between two arrays, place by place; infinite where their shapes differ. */
export function farthest(ours: ArrayInput, theirs: ArrayInput): number {
  const a = toNdarray(ours, "ours");
  const b = toNdarray(theirs, "theirs");
  if (a.shape.join() !== b.shape.join()) return Number.POSITIVE_INFINITY;
  return a.data.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b.data[i])), 0);
}
