import { tf } from "cnn-workbook/training";

/** Weights one after another in the order of a model's own. */
export function setWeights(model: tf.LayersModel, values: number[][]): tf.LayersModel {
  const tensors = model.getWeights().map((weight, i) => tf.tensor(values[i], weight.shape));
  model.setWeights(tensors);
  for (const tensor of tensors) tensor.dispose();
  return model;
}

/** Two filters of one cell, the mean of each map, and two classes: small enough to follow by hand. */
export function twoMaps(): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [2, 3, 2], filters: 2, kernelSize: 1, name: "maps", activation: "relu" }),
      tf.layers.globalAveragePooling2d({ dataFormat: "channelsLast", name: "mean" }),
      tf.layers.dense({ units: 2, activation: "softmax", name: "classes" }),
    ],
  });
  // Map 0 is channel 0, map 1 is twice channel 1; class 0 = 3 · map 0 − map 1, class 1 = 2 · map 1 + 7.
  return setWeights(model, [[1, 0, 0, 2], [0, 0], [3, 0, -1, 2], [0, 7]]); // biome-ignore format: a weight a list
}

/** [2, 3, 2]: channel 0 counts 1 to 6, channel 1 counts 6 to 1. */
export const counting = [
  [
    [1, 6],
    [2, 5],
    [3, 4],
  ],
  [
    [4, 3],
    [5, 2],
    [6, 1],
  ],
];

/** A class for a bright first pixel, and one for a bright last: no more than a product with each. */
export function twoPixels(units: 1 | 2 = 2): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [2, 3, 1] }),
      tf.layers.dense({ units, activation: units === 1 ? "sigmoid" : "softmax" }),
    ],
  });
  const first = [2, 0, 0, 0, 0, 0];
  const last = [0, 0, 0, 0, 0, -3];
  const kernel = units === 1 ? last : first.flatMap((weight, i) => [weight, last[i]]);
  return setWeights(model, [kernel, units === 1 ? [0] : [0, 0]]);
}

/** Runs twice and says how many tensors the second run left behind. */
export async function leftBehind(run: () => unknown): Promise<number> {
  await run();
  const counted = tf.memory().numTensors;
  await run();
  return tf.memory().numTensors - counted;
}
