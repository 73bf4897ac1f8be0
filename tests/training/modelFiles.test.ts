import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluateModel, loadModel, saveModel, tf, toModel, trainModel } from "cnn-workbook/training";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "model-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [4, 5, 1], filters: 2, kernelSize: [2, 3], activation: "relu" }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ],
  });

const picture = [
  [
    [[1], [-2], [3], [4], [0]],
    [[5], [6], [7], [8], [1]],
    [[9], [1], [2], [3], [2]],
    [[4], [5], [6], [7], [3]],
  ],
];
const predict = (model: tf.LayersModel) => Array.from((model.predict(tf.tensor4d(picture)) as tf.Tensor).dataSync());

describe("saveModel(model, folder) and loadModel(folder)", () => {
  it("gives back a model that predicts the same", async () => {
    const model = make();
    await saveModel(model, join(folder, "deep", "inside"));
    expect(predict(await loadModel(join(folder, "deep", "inside")))).toEqual(predict(model));
  });

  it("writes four bytes a number, and says how many", async () => {
    const model = make();
    const { files, bytes } = await saveModel(model, folder);
    expect(bytes[1]).toBe(4 * model.countParams());
    expect(bytes).toEqual(files.map((file) => statSync(file).size));
  });

  it("saves what a training run has just changed, and the loaded model can be trained on", async () => {
    const model = make();
    const data = { images: [picture[0], [...picture[0]].reverse()], labels: [2, 0] };
    const before = predict(model);
    await trainModel(model, data, { epochs: 3, display: "none" });
    await saveModel(model, folder);
    const loaded = await loadModel(folder);
    expect(predict(loaded)).not.toEqual(before);
    expect(predict(loaded)).toEqual(predict(model));
    const { loss } = await evaluateModel(loaded, data);
    await trainModel(loaded, data, { epochs: 5, display: "none" });
    expect((await evaluateModel(loaded, data)).loss).toBeLessThan(loss);
  });

  it("replaces an earlier model", async () => {
    await saveModel(make(), folder);
    const second = make();
    await saveModel(second, folder);
    expect(predict(await loadModel(folder))).toEqual(predict(second));
  });

  it("keeps the library's own layers", async () => {
    const grouped = toModel({
      name: "grouped",
      input: [4, 5, 2],
      layers: [{ type: "conv2d", filters: 4, kernel: 3, groups: 2 }, { type: "flatten" }, { type: "dense", units: 2 }],
    });
    await saveModel(grouped, folder);
    expect((await loadModel(folder)).countParams()).toBe(grouped.countParams());
  });

  it("writes the format of TensorFlow.js", async () => {
    const model = make();
    await saveModel(model, folder);
    const text = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
    expect(text.format).toBe("layers-model");
    expect(text.weightsManifest[0].paths).toEqual(["weights.bin"]);
    expect(text.weightsManifest[0].weights.map(({ shape }: { shape: number[] }) => shape)).toEqual(
      model.getWeights().map(({ shape }) => shape),
    );
  });

  it("says which file is missing", async () => {
    await expect(loadModel(join(folder, "none"))).rejects.toThrow(
      /model\.json was not found; `saveModel\(model, ".*none"\)` writes it/,
    );
  });
});
