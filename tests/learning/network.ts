import type { ArrayInput, Float64NdArray } from "cnn-workbook/arrays";
import {
  conv2d,
  conv2dBackward,
  crossEntropy,
  dense,
  denseBackward,
  flatten,
  flattenBackward,
  maxPool2d,
  maxPool2dBackward,
  relu,
  reluBackward,
  softmax,
  softmaxCrossEntropyBackward,
} from "cnn-workbook/layers";
import { glorotUniform, heNormal, zeros } from "cnn-workbook/learning";

export type Weights = Record<"kernel1" | "bias1" | "kernel2" | "bias2" | "matrix" | "bias3", Float64NdArray>;

/** First weights of a network for pictures of 28 × 28: two convolutions, each with pooling, and a dense layer. */
export const firstWeights = (): Weights => ({
  kernel1: heNormal([3, 3, 1, 8], { seed: 1 }),
  bias1: zeros([8]),
  kernel2: heNormal([3, 3, 8, 16], { seed: 2 }),
  bias2: zeros([16]),
  matrix: glorotUniform([5 * 5 * 16, 10], { seed: 3 }),
  bias3: zeros([10]),
});

const two = { size: 2 };

/** What each layer gives. */
export function forward(pictures: ArrayInput, weights: Weights) {
  const maps1 = conv2d(pictures, weights.kernel1, { bias: weights.bias1 });
  const bent1 = relu(maps1);
  const small1 = maxPool2d(bent1, two);
  const maps2 = conv2d(small1, weights.kernel2, { bias: weights.bias2 });
  const bent2 = relu(maps2);
  const small2 = maxPool2d(bent2, two);
  const row = flatten(small2);
  const scores = dense(row, weights.matrix, { bias: weights.bias3 });
  return { maps1, bent1, small1, maps2, bent2, small2, row, scores };
}

/** The loss of a batch, and its gradients by all weights. */
export function learn(
  pictures: ArrayInput,
  labels: ArrayInput,
  weights: Weights,
): { loss: number; gradients: Weights } {
  const { maps1, bent1, small1, maps2, bent2, small2, row, scores } = forward(pictures, weights);
  const last = denseBackward(softmaxCrossEntropyBackward(scores, labels), row, weights.matrix);
  const bySmall2 = flattenBackward(last.input, small2);
  const byMaps2 = reluBackward(maxPool2dBackward(bySmall2, bent2, two), maps2);
  const second = conv2dBackward(byMaps2, small1, weights.kernel2);
  const byMaps1 = reluBackward(maxPool2dBackward(second.input, bent1, two), maps1);
  const first = conv2dBackward(byMaps1, pictures, weights.kernel1);
  return {
    loss: crossEntropy(softmax(scores), labels),
    gradients: {
      kernel1: first.weights,
      bias1: first.bias,
      kernel2: second.weights,
      bias2: second.bias,
      matrix: last.weights,
      bias3: last.bias,
    },
  };
}

/** The share of pictures that get the right class. */
export function accuracy(pictures: ArrayInput, labels: ArrayLike<number>, weights: Weights): number {
  const { scores } = forward(pictures, weights);
  const classes = scores.shape[1];
  const best = Array.from(labels, (_, i) => {
    const row = scores.data.subarray(i * classes, (i + 1) * classes);
    return row.indexOf(Math.max(...row));
  });
  return best.filter((label, i) => label === labels[i]).length / labels.length;
}
