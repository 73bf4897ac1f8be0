/** The neuron that is computed by hand, and two inputs for it. */
export const smallNeuron = { weights: [2, -4, 1], bias: -1 };
export const firstInput = [3, 1, 2];
export const secondInput = [1, 2, 4];

/** The dense layer that is computed by hand: three inputs, two units; weights [input][unit]. */
export const smallDense = {
  inputs: [2, -1, 3],
  weights: [
    [1, 0],
    [4, 2],
    [-1, 5],
  ],
  bias: [10, 0],
};

/** Two dense layers that can be replaced by one. */
export const twoLayers = {
  inputs: [1, 2],
  weights1: [
    [1, 2],
    [3, -1],
  ],
  bias1: [1, -2],
  weights2: [[2], [1]],
  bias2: [3],
};

/** The scores on which softmax is computed by hand. */
export const threeScores = [2, 1, -1];

/** The sum of products of a neuron, with its bias. */
export function weigh(inputs: number[], weights: number[], bias: number): number {
  return inputs.reduce((sum, x, i) => sum + x * weights[i], bias);
}
