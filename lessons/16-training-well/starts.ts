import { randomGenerator, toList, toNdarray } from "cnn-workbook";
import { dense, relu } from "cnn-workbook/layers";

/** From how many numbers a unit reads to the standard deviation of its first weights. */
export type Start = (inputs: number) => number;

/** Ways to begin. The two of the opening are not told apart by their names. */
export const starts = {
  zeros: () => 0,
  small: () => 0.01,
  large: () => 1,
  glorot: (inputs: number) => Math.sqrt(1 / inputs),
  he: (inputs: number) => Math.sqrt(2 / inputs),
} satisfies Record<string, Start>;

/** The two networks of the first screen. */
export const opening = { one: starts.he, other: starts.small };

/** How a stack is built. */
export interface StackOptions {
  layers?: number;
  units?: number;
  seed?: number;
}

/**
 * Sends random examples through a stack of dense layers with ReLU, and measures how large the numbers are: the root of
 * the mean square, before the first layer and after each.
 *
 * @returns layers + 1 numbers
 * @example sizesByLayer((inputs) => Math.sqrt(2 / inputs))[8] // about 1
 */
export function sizesByLayer(start: Start, { layers = 8, units = 100, seed = 1 }: StackOptions = {}): number[] {
  const random = randomGenerator(seed);
  const draw = (deviation: number) =>
    Array.from({ length: units }, () => Array.from({ length: units }, () => random.normal(0, deviation)));
  let activations: ReturnType<typeof toNdarray> = toNdarray(draw(1), "activations");
  const sizes = [rootMeanSquare(toList(activations))];
  for (let layer = 0; layer < layers; layer++) {
    activations = relu(dense(activations, draw(start(units))));
    sizes.push(rootMeanSquare(toList(activations)));
  }
  return sizes;
}

function rootMeanSquare(values: number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
