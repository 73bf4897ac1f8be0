import { pair, type SlidingWindow, spans, windowGrid } from "../layers/windows.js";
import type { Layer, Shape } from "./types.js";

/** One array of weights of a layer. */
export interface WeightSpec {
  name: string;
  shape: Shape;
  /** False for the running mean and variance of batch normalisation, which are measured, not learned. */
  trainable: boolean;
}

/** What one output cell sees of the layer's input, down and across. */
export interface Window {
  /** Cells from the first seen to the last. */
  span: readonly [number, number];
  /** Input cells between neighbouring outputs; below 1 when the layer makes the picture larger. */
  step: readonly [number, number];
  /** Cells that the first output's window begins before the input: padding. Below 0 where it begins inside. */
  before: readonly [number, number];
}

/** An output cell sees the input cell at its place. */
export const cellByCell: Window = { span: [1, 1], step: [1, 1], before: [0, 0] };

/** Everything that the course knows about one type of layer. */
export interface LayerRule<L extends Layer = Layer> {
  /** What may be said of the layer besides its type and name. */
  options: readonly Exclude<keyof L & string, "type" | "name">[];
  /** @throws {RangeError} the input does not suit the layer */
  outputShape(layer: L, input: Shape): Shape;
  /** In the order in which the layer holds them; none when left out. */
  weights?(layer: L, input: Shape): WeightSpec[];
  /** Multiplications followed by an addition, for one example; 0 when left out. */
  multiplyAdds?(layer: L, input: Shape, output: Shape): number;
  /** `"all"`: each output sees the whole input. Left out: an output cell sees the input cell at its place. */
  window?(layer: L, input: Shape): Window | "all";
}

export function slidingWindow(window: SlidingWindow, input: Shape): Window {
  const [height, width] = picture(input);
  const [rows, columns] = windowGrid(height, width, window);
  return { span: spans(window), step: pair(window.stride, "stride"), before: [rows.before, columns.before] };
}

export const count = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

export const weight = (name: string, ...shape: number[]): WeightSpec => ({ name, shape, trainable: true });

/** @throws {RangeError} `input` is no picture with channels */
export function picture(input: Shape): readonly [height: number, width: number, channels: number] {
  if (input.length === 3) return [input[0], input[1], input[2]];
  throw new RangeError(`it needs [height, width, channels], got [${input.join(", ")}]`);
}
