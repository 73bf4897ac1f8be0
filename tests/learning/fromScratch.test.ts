import { syntheticDigits } from "cnn-workbook/datasets";
import { crossEntropy, gradientCheck, softmax } from "cnn-workbook/layers";
import { adam, batches, type Optimizer, randomNormal, sgd } from "cnn-workbook/learning";
import { tf } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { accuracy, firstWeights, forward, learn, type Weights } from "./network.js";

function digits(count: number, seed: number) {
  const { images, labels } = syntheticDigits({ count, seed });
  const pictures = ndarray(
    Float64Array.from(images.data, (value) => value / 255),
    images.shape,
  );
  return { pictures, labels: labels.data };
}

/** The same network in TensorFlow.js, with those weights. */
function sameInTensorFlow(weights: Weights, optimizer: tf.Optimizer): tf.Sequential {
  const { conv2d, maxPooling2d, flatten, dense } = tf.layers;
  const model = tf.sequential({
    layers: [
      conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: "relu" }),
      maxPooling2d({ poolSize: 2 }),
      conv2d({ filters: 16, kernelSize: 3, activation: "relu" }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      dense({ units: 10, activation: "softmax" }),
    ],
  });
  model.setWeights(Object.values(weights).map(({ data, shape }) => tf.tensor(Float32Array.from(data), shape)));
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  return model;
}

describe("a CNN from nothing", () => {
  it("has the gradients that its loss has", () => {
    const { pictures, labels } = digits(2, 1);
    // With biases of 0, all of the black paper would lie on the corner of relu.
    const [bias1, bias2] = [randomNormal([8], { seed: 4 }), randomNormal([16], { seed: 5 })];
    const { kernel1, ...rest } = { ...firstWeights(), bias1 };
    const { gradients } = learn(pictures, labels, { ...rest, kernel1, bias2 });
    const loss = (moved: Pick<Weights, "kernel1" | "bias2">) =>
      crossEntropy(softmax(forward(pictures, { ...rest, ...moved }).scores), labels);
    expect(gradientCheck(loss, { kernel1, bias2 }, gradients).status).toBe("agrees");
  });

  const methods: { name: string; ours: Optimizer; theirs: () => tf.Optimizer }[] = [
    {
      name: "SGD with momentum",
      ours: sgd({ learningRate: 0.05, momentum: 0.9 }),
      theirs: () => tf.train.momentum(0.05, 0.9),
    },
    { name: "Adam", ours: adam({ learningRate: 0.001 }), theirs: () => tf.train.adam(0.001, 0.9, 0.999, 1e-7) },
  ];

  it.each(methods)(
    "and the same one in TensorFlow.js have the same loss for 50 steps: $name",
    async ({ ours, theirs }) => {
      const { pictures, labels } = digits(50 * 16, 1);
      let weights = firstWeights();
      const model = sameInTensorFlow(weights, theirs());
      const apart: number[] = [];
      let loss = 0;
      for (const batch of batches(pictures, labels, { size: 16, seed: 1 })) {
        const x = tf.tensor4d(Float32Array.from(batch.inputs.data), [16, 28, 28, 1]);
        const y = tf.oneHot(tf.tensor1d(Int32Array.from(batch.labels.data), "int32"), 10);
        const wanted = (await model.trainOnBatch(x, y)) as number;
        const step = learn(batch.inputs, batch.labels, weights);
        weights = ours.step(weights, step.gradients);
        loss = step.loss;
        apart.push(Math.abs(loss / wanted - 1));
      }
      expect(apart.length).toBe(50);
      expect(Math.max(...apart)).toBeLessThan(1e-3);
      expect(loss).toBeLessThan(1.8);
    },
  );

  it("learns to read digits", { timeout: 300_000 }, () => {
    const [training, test] = [digits(3000, 1), digits(500, 2)];
    const optimizer = adam({ learningRate: 0.006 });
    let weights = firstWeights();
    for (let epoch = 0; epoch < 3; epoch++) {
      for (const { inputs, labels } of batches(training.pictures, training.labels, { size: 32, seed: epoch })) {
        weights = optimizer.step(weights, learn(inputs, labels, weights).gradients);
      }
    }
    expect(accuracy(test.pictures, test.labels, weights)).toBeGreaterThan(0.95);
  });
});
