import type { Rows } from "../convolution2d/state.js";
import type { Display } from "./state.js";

/** Ways to show values that a screen cannot, each with its name and what it does. */
export const DISPLAYS: Record<Display, { name: string; words: string; level(value: number): number }> = {
  clipped: {
    name: "clipped",
    words: "Values below 0 are shown black, values above 255 white.",
    level: (value) => value,
  },
  midGrey: {
    name: "0 is mid-grey",
    words: "Values are halved and raised: 0 is mid-grey, lighter is positive, darker is negative.",
    level: (value) => 127.5 + value / 2,
  },
  size: {
    name: "without sign",
    words: "The sign is dropped: 0 is black, values far from 0 on either side are bright.",
    level: (value) => Math.abs(value),
  },
};

/** Grey levels of a result, 0 to 255. */
export function levels(result: Rows, display: Display): number[][] {
  const { level } = DISPLAYS[display];
  return result.map((row) => row.map((value) => Math.min(255, Math.max(0, level(value)))));
}
