import { toNested } from "../../arrays/index.js";
import { convolve2d, correlate2d } from "../../filters/index.js";

/** Rows of numbers. */
export type Rows = readonly (readonly number[])[];

/** Which positions of the kernel give an output. */
export type Mode2d = "valid" | "same";

/** Where the explorer stands: a kernel over an image. Never modified; each step makes a new one. */
export interface Convolution2dState {
  /** [height, width]; at least as high and as wide as the kernel. */
  image: Rows;
  kernel: Rows;
  mode: Mode2d;
  /** Turned by half a turn before it slides (convolution), or as it is (correlation). */
  flip: boolean;
  /** Only the sliding: nothing of turning the kernel, nothing of modes. */
  basic: boolean;
  /** Which output is being made, in reading order from 0. */
  at: number;
}

/** What the page is given to start from. */
export interface Convolution2dSettings {
  image: number[][];
  kernel: number[][];
  mode: Mode2d;
  flip: boolean;
  basic: boolean;
  title: string;
}

/** The state in which the page begins. */
export function startState({ image, kernel, mode, flip, basic }: Convolution2dSettings): Convolution2dState {
  return { image, kernel, mode, flip, basic, at: 0 };
}

/** One weight at the present position. */
export interface Term2d {
  weight: number;
  /** The pixel under it; 0 beside the image. */
  sample: number;
  /** Whether the weight lies on the image. */
  inside: boolean;
  product: number;
}

/** [rows, columns] of an image or a kernel. */
export function sides(rows: Rows): [number, number] {
  return [rows.length, rows[0].length];
}

/** [rows, columns] of the output. */
export function outputSides({ image, kernel, mode }: Convolution2dState): [number, number] {
  const [[h, w], [k, l]] = [sides(image), sides(kernel)];
  return mode === "same" ? [h, w] : [h - k + 1, w - l + 1];
}

/** How many outputs there are. */
export function outputCount(state: Convolution2dState): number {
  const [rows, columns] = outputSides(state);
  return rows * columns;
}

/** All outputs, as the library computes them. */
export function outputs({ image, kernel, mode, flip }: Convolution2dState): number[][] {
  const copy = (rows: Rows) => rows.map((row) => [...row]);
  return toNested((flip ? convolve2d : correlate2d)(copy(image), copy(kernel), { mode })) as number[][];
}

/** Row and column of an output. */
export function placeOf(state: Convolution2dState, index = state.at): [number, number] {
  const columns = outputSides(state)[1];
  return [Math.floor(index / columns), index % columns];
}

/** The output that is being made. */
export function currentOutput(state: Convolution2dState): number {
  const [row, column] = placeOf(state);
  return outputs(state)[row][column];
}

/** The weights in the rows and columns in which they lie over the image. */
export function placedKernel({ kernel, flip }: Convolution2dState): Rows {
  return flip ? [...kernel].reverse().map((row) => [...row].reverse()) : kernel;
}

/** How many rows of zeros stand above the image, columns left of it, rows below, columns right. */
export function margins({ kernel, mode, flip }: Convolution2dState): [number, number, number, number] {
  if (mode === "valid") return [0, 0, 0, 0];
  const [k, l] = sides(kernel);
  const before = (side: number) => Math.floor((flip ? side : side - 1) / 2);
  return [before(k), before(l), k - 1 - before(k), l - 1 - before(l)];
}

/** Row and column of the pixel under the first placed weight; negative above or left of the image. */
export function windowStart(state: Convolution2dState): [number, number] {
  const [[row, column], [top, left]] = [placeOf(state), margins(state)];
  return [row - top, column - left];
}

/** Weight, pixel and product at each place under the kernel, row by row. */
export function terms(state: Convolution2dState): Term2d[][] {
  const [top, left] = windowStart(state);
  return placedKernel(state).map((weights, i) =>
    weights.map((weight, j) => {
      const pixel = state.image[top + i]?.[left + j];
      const sample = pixel ?? 0;
      return { weight, sample, inside: pixel !== undefined, product: weight * sample };
    }),
  );
}
