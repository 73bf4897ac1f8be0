import type { Window } from "./rule.js";

/** What one cell of a layer's output sees of the network's input, down and across. */
export interface ReceptiveField {
  /** Input cells from the first seen to the last; padding counts. */
  size: readonly [number, number];
  /** Input cells between what two neighbouring outputs see: the jump. */
  step: readonly [number, number];
  /** The first row and column that the first output sees; below 0 in the padding. */
  start: readonly [number, number];
}

export const onePixel: ReceptiveField = { size: [1, 1], step: [1, 1], start: [0, 0] };

/**
 * What an output cell sees through one more layer: the window's reach, in steps of what came before.
 *
 * @returns undefined once every output sees everything
 * @see Araujo, Norris & Sim, Computing receptive fields of convolutional neural networks (2019)
 */
export function through(field: ReceptiveField | undefined, window: Window | "all"): ReceptiveField | undefined {
  if (field === undefined || window === "all") return undefined;
  const { size, step, start } = field;
  const along = (axis: 0 | 1) => size[axis] + (window.span[axis] - 1) * step[axis];
  return {
    size: [along(0), along(1)],
    step: [step[0] * window.step[0], step[1] * window.step[1]],
    start: [start[0] - window.before[0] * step[0], start[1] - window.before[1] * step[1]],
  };
}

/** What reaches around all that branches see; everything when one of them does. */
export function around(fields: readonly (ReceptiveField | undefined)[]): ReceptiveField | undefined {
  return fields.reduce((a, b) => {
    if (a === undefined || b === undefined) return undefined;
    const start = (axis: 0 | 1) => Math.min(a.start[axis], b.start[axis]);
    const end = (axis: 0 | 1) => Math.max(a.start[axis] + a.size[axis], b.start[axis] + b.size[axis]);
    return { size: [end(0) - start(0), end(1) - start(1)], step: a.step, start: [start(0), start(1)] };
  });
}
