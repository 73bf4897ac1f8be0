import { syntheticDigits } from "cnn-workbook/datasets";
import { evaluateModel, tf, trainModel } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { randomGenerator } from "../../lib/signals/index.js";
import { augmentedExamples } from "../../lib/training/augmentedExamples.js";
import { readExamples } from "../../lib/training/examples.js";
import { weightsOf } from "./helpers.js";

const small = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [1, 3, 1],
        filters: 2,
        kernelSize: [1, 2],
        kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
      }),
      tf.layers.flatten(),
      tf.layers.dense({
        units: 2,
        activation: "softmax",
        kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }),
      }),
    ],
  });
const images = Array.from({ length: 40 }, (_, i) => [[[10 * (i % 4)], [50], [200]]]);
const labels = images.map((_, i) => i % 2);

describe("trainModel with augment", () => {
  const take = (seed: number) => {
    const model = small();
    const plain = readExamples(model, { images, labels }, "data");
    return augmentedExamples(model, plain, { flip: "horizontal" }, randomGenerator(seed));
  };

  it("changes pictures anew each time, and no labels", () => {
    const examples = take(1);
    const rows = [0, 1, 2].map(() => {
      const { x, y } = examples.take([5, 6, 7, 8, 9, 10]);
      const first = x.arraySync() as number[][][][];
      expect(y.argMax(1).arraySync() as number[]).toEqual([1, 0, 1, 0, 1, 0]);
      tf.dispose([x, y]);
      return first.map(([row], i) => {
        const [left, middle, right] = row.flat();
        expect(middle).toBe(50);
        expect([left, right].sort((a, b) => a - b)).toEqual([10 * ((5 + i) % 4), 200]);
        return left === 200 ? "turned" : "as it was";
      });
    });
    expect(new Set(rows.flat())).toEqual(new Set(["turned", "as it was"]));
    expect(new Set(rows.map(String)).size).toBeGreaterThan(1);
  });

  it("trains the same for the same seed, differently without, and validates on pictures as they are", async () => {
    const run = async (options: object) => {
      const model = small();
      const common = { epochs: 2, batchSize: 8, validation: { images, labels }, display: "none" } as const;
      const history = await trainModel(model, { images, labels }, { ...common, ...options });
      const { loss } = await evaluateModel(model, { images, labels });
      expect(history.validationLoss[1]).toBeCloseTo(loss, 5);
      return weightsOf(model);
    };
    const augmented = await run({ augment: { flip: "horizontal" } });
    expect(await run({ augment: { flip: "horizontal" } })).toEqual(augmented);
    expect(await run({})).not.toEqual(augmented);
  });

  it("makes a network that never saw shifted digits know them better", { timeout: 120_000 }, async () => {
    const train = syntheticDigits({ count: 2000, seed: 1 });
    const shifted = syntheticDigits({ count: 500, seed: 2 });
    const moved = new Uint8Array(shifted.images.size);
    for (let i = 0; i < moved.length; i++) if (i % 28 >= 5) moved[i] = shifted.images.data[i - 5];
    shifted.images.data.set(moved);
    const accuracy = async (options: object) => {
      const model = tf.sequential({
        layers: [
          tf.layers.rescaling({ scale: 1 / 255, inputShape: [28, 28, 1] }),
          tf.layers.flatten(),
          tf.layers.dense({
            units: 64,
            activation: "relu",
            kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }),
          }),
          tf.layers.dense({
            units: 10,
            activation: "softmax",
            kernelInitializer: tf.initializers.glorotUniform({ seed: 4 }),
          }),
        ],
      });
      await trainModel(model, train, { epochs: 6, display: "none", ...options });
      return (await evaluateModel(model, shifted)).accuracy;
    };
    const augment = { translation: 0.2, boundary: "constant" } as const;
    expect(await accuracy({ augment })).toBeGreaterThan((await accuracy({})) + 0.1);
  });

  it("leaves no tensors behind", () => {
    const examples = take(1);
    const counted = tf.memory().numTensors;
    const { x, y } = examples.take([0, 1]);
    tf.dispose([x, y]);
    expect(tf.memory().numTensors).toBe(counted);
  });

  it.each([
    [{ crop: 2 }, "`crop` is no option of `augment`; it has `flip`, `rotation`"],
    [{ rotation: -5 }, "`rotation` must be a finite number of at least 0 and at most 180, got -5"],
    [5, "the options of `augment` must be an object such as { flip: 5 }, got 5"],
  ])("of %j says what is wrong", async (augment, message) => {
    const run = trainModel(small(), { images, labels }, { epochs: 1, augment: augment as object });
    await expect(run).rejects.toThrow(message);
  });

  it("is for pictures only", async () => {
    const dense = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 2, activation: "softmax" })] });
    const run = trainModel(dense, { images: [[0, 1]], labels: [0] }, { epochs: 1, augment: { zoom: 0.1 } });
    await expect(run).rejects.toThrow(
      "`augment` is for pictures [n, height, width, channels], but the model takes [n, 2]",
    );
  });
});
