import { readWeight } from "../shared/weight.js";

/** A kernel that was typed: its weights, or what is wrong with it. */
export type ParsedKernel = { ok: true; kernel: number[] } | { ok: false; problem: string };

/** Most weights that can still be read in the picture. */
export const MOST_WEIGHTS = 15;

/**
 * Reads the weights of a kernel from what a student typed: numbers or fractions between spaces or commas.
 *
 * @example parseKernel("1/4, 1/2 1/4") // { ok: true, kernel: [0.25, 0.5, 0.25] }
 */
export function parseKernel(typed: string): ParsedKernel {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  if (words.length === 0) return problem("Type at least one number, such as 1 2 1.");
  if (words.length > MOST_WEIGHTS) return problem(`At most ${MOST_WEIGHTS} numbers fit; these are ${words.length}.`);
  const kernel = words.map(readWeight);
  const wrong = kernel.findIndex(Number.isNaN);
  if (wrong < 0) return { ok: true, kernel };
  return problem(`“${words[wrong]}” is not a number. Write numbers between spaces, such as 1 0 -1 or 1/3 1/3 1/3.`);
}

function problem(text: string): ParsedKernel {
  return { ok: false, problem: text };
}
