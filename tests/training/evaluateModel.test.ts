import { evaluateModel, tf } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

/** Answers with its three inputs, which are taken for probabilities. */
function echo() {
  const model = tf.sequential({ layers: [tf.layers.activation({ inputShape: [3], activation: "linear" })] });
  return model;
}

describe("evaluateModel(model, data)", () => {
  it("gives the mean of −ln p and the share of right answers, as by hand", async () => {
    const images = [
      [0.5, 0.25, 0.25],
      [0.1, 0.1, 0.8],
      [0.25, 0.7, 0.05],
    ];
    const { loss, accuracy, predictions } = await evaluateModel(echo(), { images, labels: [0, 2, 0] });
    expect(loss).toBeCloseTo(-(Math.log(0.5) + Math.log(0.8) + Math.log(0.25)) / 3, 6);
    expect(accuracy).toBeCloseTo(2 / 3, 12);
    expect([...predictions.data]).toEqual([0, 2, 1]);
  });

  it("counts a probability of zero as a very small one", async () => {
    const { loss } = await evaluateModel(echo(), { images: [[1, 0, 0]], labels: [2] });
    expect(loss).toBeCloseTo(-Math.log(1e-7), 6);
  });

  it("agrees with model.evaluate, whatever the batch", async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [5], units: 4, activation: "softmax" })] });
    model.compile({ optimizer: "sgd", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
    const images = ndarray(
      Float64Array.from({ length: 35 }, (_, i) => Math.sin(i)),
      [7, 5],
    );
    const labels = [0, 1, 2, 3, 0, 1, 2];
    const x = tf.tensor2d(Array.from(images.data), [7, 5]);
    const scores = model.evaluate(x, tf.tensor1d(labels)) as tf.Scalar[];
    const [loss, accuracy] = scores.map((score) => score.dataSync()[0]);
    for (const batchSize of [1, 3, 100]) {
      const ours = await evaluateModel(model, { images, labels }, { batchSize });
      expect(ours.loss).toBeCloseTo(loss, 5);
      expect(ours.accuracy).toBeCloseTo(accuracy, 6);
    }
  });

  it("leaves no tensors behind", async () => {
    const model = echo();
    await evaluateModel(model, { images: [[1, 0, 0]], labels: [0] });
    const counted = tf.memory().numTensors;
    await evaluateModel(model, { images: [[1, 0, 0]], labels: [0] });
    expect(tf.memory().numTensors).toBe(counted);
  });

  it.each([
    [{ batchSize: 0 }, "`batchSize` must be a whole number of at least 1, got 0"],
    [{ batchSize: 2.5 }, "`batchSize` must be a whole number of at least 1, got 2.5"],
  ])("says what is wrong with %j", async (options, message) => {
    await expect(evaluateModel(echo(), { images: [[1, 0, 0]], labels: [0] }, options)).rejects.toThrow(message);
  });

  it("says what is wrong with a model that has no list of classes at its end", async () => {
    const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 3 })] });
    const run = evaluateModel(model, { images: [[[[1]]]], labels: [0] });
    await expect(run).rejects.toThrow("`model` must end with one number a class, [n, classes], got [n, 2, 2, 2]");
  });
});
