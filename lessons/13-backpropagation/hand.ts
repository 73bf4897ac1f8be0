import type { ArrayInput } from "cnn-workbook";

/** The neuron with one input that is computed by hand. Its sum is 0, so the sigmoid gives exactly 1/2. */
export const oneWeight = { x: 3, w: 1, b: -3, target: 1 };

/** The arrays of a network of two layers that it learns. */
export type HandWeights = Record<"weights1" | "bias1" | "weights2" | "bias2", ArrayInput>;

/** Two inputs, two hidden units, two outputs, with sigmoids; weights [input][unit]. */
export interface TwoLayers {
  inputs: number[];
  weights1: number[][];
  bias1: number[];
  weights2: number[][];
  bias2: number[];
  target: number[];
}

/**
 * The network that is computed by hand. All sums are 0, where the sigmoid is 1/2 and its slope 1/4, but for that of
 * hidden unit 1: it is ln 3, where they are 3/4 and 3/16.
 */
export const twoLayers: TwoLayers = {
  inputs: [1, 2],
  weights1: [
    [2, -1],
    [-1, 0.5],
  ],
  bias1: [0, Math.log(3)],
  weights2: [
    [3, -1],
    [2, 4],
  ],
  bias2: [-3, -2.5],
  target: [1, 0],
};

/** A dense layer with three inputs and two units, and what comes back to its units. */
export const smallDense = {
  inputs: [2, -1, 3],
  weights: [
    [1, 0],
    [4, 2],
    [-1, 5],
  ],
  above: [10, -1],
};

/** A kernel of two weights on a signal of four samples, and what comes back to the three outputs. */
export const smallSlide = { signal: [1, 4, 2, 5], kernel: [3, -2], above: [2, -1, 4] };

/** What comes back to ReLU, and what it was given. */
export const smallRelu = { input: [2, -1, 0.5, -3], above: [4, 5, -6, -7] };

/** Scores and the right class. */
export const smallScores = { scores: [2, 1, -1], label: 1 };

/** The slopes of the loss by the arrays that a network of two layers learns. */
export type HandSlopes = Pick<TwoLayers, "weights1" | "bias1" | "weights2" | "bias2">;

/**
 * The network after one step against its slopes; with a negative rate, along them.
 *
 * @param network - not modified
 * @example network = stepByHand(network, slopes, 1)
 */
export function stepByHand(network: TwoLayers, slopes: HandSlopes, rate: number): TwoLayers {
  const list = (values: number[], by: number[]) => values.map((value, i) => value - rate * by[i]);
  return {
    ...network,
    weights1: network.weights1.map((row, i) => list(row, slopes.weights1[i])),
    bias1: list(network.bias1, slopes.bias1),
    weights2: network.weights2.map((row, i) => list(row, slopes.weights2[i])),
    bias2: list(network.bias2, slopes.bias2),
  };
}
