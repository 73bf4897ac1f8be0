import type { Window } from "./rule.js";

/** What one cell of a layer's output sees of the network's input, down and across. */
export interface ReceptiveField {
  /** Input cells from the first seen to the last; padding counts. */
  size: readonly [number, number];
  /** Input cells between what two neighbouring outputs see. */
  step: readonly [number, number];
}

export const onePixel: ReceptiveField = { size: [1, 1], step: [1, 1] };

/**
 * What an output cell sees through one more layer: the window's reach, in steps of what came before.
 *
 * @returns undefined once every output sees everything
 * @see Araujo, Norris & Sim, Computing receptive fields of convolutional neural networks (2019)
 */
export function through(field: ReceptiveField | undefined, window: Window | "all"): ReceptiveField | undefined {
  if (field === undefined || window === "all") return undefined;
  const along = (axis: 0 | 1) => field.size[axis] + (window.span[axis] - 1) * field.step[axis];
  return {
    size: [along(0), along(1)],
    step: [field.step[0] * window.step[0], field.step[1] * window.step[1]],
  };
}

/** The largest of what branches see; everything when one of them does. */
export function widest(fields: readonly (ReceptiveField | undefined)[]): ReceptiveField | undefined {
  return fields.reduce((a, b) => {
    if (a === undefined || b === undefined) return undefined;
    return { size: [Math.max(a.size[0], b.size[0]), Math.max(a.size[1], b.size[1])], step: a.step };
  });
}
