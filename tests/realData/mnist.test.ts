import { existsSync } from "node:fs";
import { join } from "node:path";
import { architectures } from "cnn-workbook/architectures";
import { loadMnist } from "cnn-workbook/datasets";
import { createOptimizer, evaluateModel, toModel, trainModel } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const folder = process.env.CNN_WORKBOOK_DATA;
const real = folder !== undefined && existsSync(join(folder, "mnist"));

/** MNIST with pixels from 0 to 1. */
async function scaledMnist(split: "train" | "test") {
  const { images, labels } = await loadMnist({ split });
  const pixels = Float32Array.from(images.data, (value) => value / 255);
  return { images: ndarray(pixels, images.shape), labels };
}

describe.skipIf(!real)("on the real MNIST", () => {
  it("the network of slides 1 reads more than 98.9 % of the test digits after three epochs", {
    timeout: 900_000,
  }, async () => {
    const model = toModel(architectures.digitsTwoConvolutions, { seed: 1 });
    const { steps } = await trainModel(model, await scaledMnist("train"), { epochs: 3, display: "none" });
    const { accuracy } = await evaluateModel(model, await scaledMnist("test"));
    expect(steps).toBe("compiled");
    expect(accuracy).toBeGreaterThan(0.989);
  });

  it("the network of slides 5 reads more than its slide's 98.73 %, shifting digits a little, with a last epoch in small steps", {
    timeout: 900_000,
  }, async () => {
    const model = toModel(architectures.digitsOneConvolution, { seed: 0 });
    const train = await scaledMnist("train");
    const [wide, small] = [0.001, 0.0001].map((learningRate) => createOptimizer("adam", { learningRate }));
    const shifted = { augment: { translation: 0.05 }, display: "none" } as const;
    await trainModel(model, train, { ...shifted, epochs: 4, optimizer: wide });
    await trainModel(model, train, { ...shifted, epochs: 1, optimizer: small, seed: 1 });
    const { accuracy } = await evaluateModel(model, await scaledMnist("test"));
    expect(accuracy).toBeGreaterThan(0.9873);
  });
});
