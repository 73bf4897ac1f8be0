import type { tf as TensorFlow } from "cnn-workbook/training";
import { vi } from "vitest";

type Tf = typeof TensorFlow;

/** A network with every kind of layer that the native gains touch, with the same weights each time. */
export function smallNetwork(tf: Tf): TensorFlow.Sequential {
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [8, 6, 2],
        filters: 4,
        kernelSize: 3,
        padding: "same",
        activation: "relu",
        kernelInitializer: seeded(1),
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 8, activation: "relu", kernelInitializer: seeded(2) }),
      tf.layers.dense({ units: 3, activation: "softmax", kernelInitializer: seeded(3) }),
    ],
  });
}

/** A batch for that network, the same each time. */
export function smallBatch(tf: Tf, seed = 0) {
  const x = tf.randomNormal([10, 8, 6, 2], 0, 1, "float32", 10 + seed);
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2, 0, 1, 2, 0], "int32"), 3).toFloat();
  return { x, y };
}

/** All weights of a model, one after another. */
export function weightsOf(model: TensorFlow.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => Array.from(weight.dataSync()));
}

/** The largest difference between two lists of the same length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

/** Computes on TensorFlow.js's own CPU backend, plain JavaScript that nothing of ours touches, then goes back. */
export function computeOnCpu<T>(tf: Tf, compute: () => T): T {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const backend = tf.getBackend();
  tf.setBackend("cpu");
  try {
    return compute();
  } finally {
    tf.setBackend(backend);
  }
}
