import { toNested } from "../../arrays/index.js";
import { conv2d } from "../../layers/conv2d.js";
import { margins, outputSides } from "./axes.js";

/** Rows of numbers. */
export type Rows = readonly (readonly number[])[];

/** Zeros around the image: none, as many as keep the size, as many as the kernel can still touch, or so many on each side. */
export type Padding2d = "valid" | "same" | "full" | number;

/** Where the explorer stands: a kernel over an image. Never modified; each step makes a new one. */
export interface Convolution2dState {
  /** [height, width]; at least as high and as wide as the kernel. */
  image: Rows;
  kernel: Rows;
  padding: Padding2d;
  /** Pixels from one position to the next, down and across. */
  stride: number;
  /** Pixels from one weight to the next, down and across. */
  dilation: number;
  /** Turned by half a turn before it slides (convolution), or as it is (correlation). */
  flip: boolean;
  /** Only the sliding: nothing of turning the kernel, nothing of padding. */
  basic: boolean;
  /** The kernel of a layer, with stride and dilation to choose; a layer does not turn its kernel. */
  layer: boolean;
  /** Which output is being made, in reading order from 0. */
  at: number;
}

/** What the page is given to start from. */
export interface Convolution2dSettings extends Omit<Convolution2dState, "at"> {
  title: string;
}

/** The state in which the page begins. */
export function startState({ title: _, ...settings }: Convolution2dSettings): Convolution2dState {
  return { ...settings, at: 0 };
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

/** Whether the kernel finds a place at all. */
export function fits(state: Convolution2dState): boolean {
  return outputSides(state).every((side) => side > 0);
}

/** How many outputs can be pointed at. */
export function outputCount(state: Convolution2dState): number {
  const [rows, columns] = outputSides(state);
  return Math.max(1, rows * columns);
}

/** All outputs, as the library's layer computes them; none where nothing fits. */
export function outputs(state: Convolution2dState): number[][] {
  if (!fits(state)) return [];
  const { image, stride, dilation } = state;
  const [top, left, bottom, right] = margins(state);
  const weights = placedKernel(state).map((row) => row.map((weight) => [[weight]]));
  const plane = image.map((row) => [...row]);
  return toNested(conv2d(plane, weights, { stride, dilation, padding: { top, left, bottom, right } })) as number[][];
}

/** Row and column of an output. */
export function placeOf(state: Convolution2dState, index = state.at): [number, number] {
  const columns = Math.max(1, outputSides(state)[1]);
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

/** Row and column of the pixel under the first placed weight; negative above or left of the image. */
export function windowStart(state: Convolution2dState): [number, number] {
  const [[row, column], [top, left]] = [placeOf(state), margins(state)];
  return [row * state.stride - top, column * state.stride - left];
}

/** Weight, pixel and product at each place under the kernel, row by row. */
export function terms(state: Convolution2dState): Term2d[][] {
  const [top, left] = windowStart(state);
  return placedKernel(state).map((weights, i) =>
    weights.map((weight, j) => {
      const pixel = state.image[top + i * state.dilation]?.[left + j * state.dilation];
      const sample = pixel ?? 0;
      return { weight, sample, inside: pixel !== undefined, product: weight * sample };
    }),
  );
}
