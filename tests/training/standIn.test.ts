import { syntheticDigits } from "cnn-workbook/datasets";
import { evaluateModel, tf, trainModel } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";

/** Accuracy on 1000 new digits after training on 6000. */
async function accuracy(layers: tf.layers.Layer[], epochs: number): Promise<number> {
  const scaled = tf.layers.rescaling({ scale: 1 / 255, inputShape: [28, 28, 1] });
  const model = tf.sequential({ layers: [scaled, ...layers] });
  await trainModel(model, syntheticDigits({ count: 6000, seed: 1 }), { epochs, display: "none" });
  return (await evaluateModel(model, syntheticDigits({ count: 1000, seed: 2 }))).accuracy;
}

const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
const answer = () => tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: seeded(9) });
const conv = (filters: number) =>
  tf.layers.conv2d({
    filters,
    kernelSize: 5,
    padding: "same",
    activation: "relu",
    kernelInitializer: seeded(filters),
  });
const pool = () => tf.layers.maxPooling2d({ poolSize: 2 });

describe("syntheticDigits stand in for MNIST", () => {
  it("as digits that are too hard for a linear classifier", { timeout: 120_000 }, async () => {
    const linear = await accuracy([tf.layers.flatten(), answer()], 10);
    expect(linear).toBeGreaterThan(0.8);
    expect(linear).toBeLessThan(0.93);
  });

  it("and that a small convolutional network learns", { timeout: 240_000 }, async () => {
    const layers = [conv(16), pool(), conv(32), pool(), tf.layers.flatten(), answer()];
    expect(await accuracy(layers, 3)).toBeGreaterThan(0.96);
  });
});
