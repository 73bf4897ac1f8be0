import { architectures } from "cnn-workbook/architectures";
import { syntheticDigits } from "cnn-workbook/datasets";
import { type TrainOptions, tf, toModel, trainModel } from "cnn-workbook/training";
import { expect, it } from "vitest";

const MEGABYTE = 2 ** 20;

/** What one copy of the weights of slides 1's network takes: 3.3 million floats. */
const WEIGHTS = 12.5 * MEGABYTE;

/** Counts of tensors and bytes, when all that is forgotten is freed. */
function held() {
  globalThis.gc?.();
  return { tensors: tf.memory().numTensors, bytes: process.memoryUsage.rss() };
}

it("20 epochs, half of them stopped in between, hold no more than the first few", { timeout: 300_000 }, async () => {
  const model = toModel(architectures.digitsTwoConvolutions, { seed: 1 });
  const data = syntheticDigits({ count: 100, seed: 1 });
  const train = (more: Partial<TrainOptions>) =>
    trainModel(model, data, { epochs: 1, batchSize: 32, validation: 0.2, display: "none", ...more });
  const epochs = async (count: number) => {
    for (let epoch = 0; epoch < count; epoch += 2) {
      expect((await train({})).steps).toBe("compiled");
      let asked = 0;
      const signal = Object.defineProperty(new AbortController().signal, "aborted", { get: () => ++asked > 2 });
      expect((await train({ signal })).stopped).toBe(true);
    }
  };
  await epochs(6);
  const before = held();
  await epochs(20);
  const after = held();
  expect(after.tensors).toBeLessThanOrEqual(before.tensors);
  expect(after.bytes - before.bytes).toBeLessThan(3 * WEIGHTS);
  model.optimizer.dispose();
  model.dispose();
});

it("networks that are compiled one after another leave nothing behind", { timeout: 300_000 }, async () => {
  const data = syntheticDigits({ count: 64, seed: 1 });
  const compile = async (count: number) => {
    for (let i = 0; i < count; i++) {
      const model = toModel(architectures.digitsTwoConvolutions, { seed: 1 });
      await trainModel(model, data, { epochs: 1, batchSize: 32, display: "none" });
      model.optimizer.dispose();
      model.dispose();
    }
  };
  await compile(4);
  const before = held();
  await compile(10);
  const after = held();
  expect(after.tensors).toBeLessThanOrEqual(before.tensors);
  expect(after.bytes - before.bytes).toBeLessThan(6 * WEIGHTS);
});
