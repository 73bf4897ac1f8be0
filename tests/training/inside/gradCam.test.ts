import { toNested } from "cnn-workbook/arrays";
import { gradCam, tf, toModel } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { counting, leftBehind, twoMaps } from "./models.js";

const rounded = (map: ReturnType<typeof gradCam>) =>
  (toNested(map) as number[][]).map((row) => row.map((value) => Math.round(value * 1e5) / 1e5));

describe("gradCam(model, image)", () => {
  it("weights each map with how much the class rises with it", () => {
    // Weights 3 / 6 and −1 / 6, for the mean is of six cells: class 0 sees ½ · map 0 − ⅙ · map 1, where that is above 0.
    const expected = counting.map((row) => row.map(([a, b]) => Math.max(0, (3 * a - 2 * b) / 6)));
    const map = rounded(gradCam(twoMaps(), counting, { classIndex: 0 }));
    map.flat().forEach((value, i) => {
      expect(value).toBeCloseTo(expected.flat()[i], 4);
    });
    expect(map[0][0]).toBe(0);
  });

  it("is of the most probable class where none is named", () => {
    const model = twoMaps();
    expect(rounded(gradCam(model, counting))).toEqual(rounded(gradCam(model, counting, { classIndex: 1 })));
  });

  it("has the picture's size, and looks at a layer in the middle of a branched network", () => {
    const model = toModel(
      {
        name: "branched",
        input: [12, 10, 1],
        layers: [
          { type: "conv2d", filters: 4, kernel: 3, stride: 2, activation: "relu", name: "early" },
          { type: "add", branches: { around: [], through: [{ type: "batchNorm" }] } },
          { type: "globalAveragePool2d" },
          { type: "dense", units: 3, activation: "softmax" },
        ],
      },
      { seed: 2 },
    );
    const image = Array.from({ length: 12 }, (_, y) => Array.from({ length: 10 }, (_, x) => (x * y) % 7));
    for (const options of [{ layer: "early" }, {}]) {
      const map = gradCam(model, image, { ...options, classIndex: 1 });
      expect(map.shape).toEqual([12, 10]);
      expect(Math.min(...map.data)).toBeGreaterThanOrEqual(0);
    }
  });

  it("leaves the model as it was, and no tensors behind", async () => {
    const model = twoMaps();
    const answer = () => Array.from((model.predict(tf.tensor([counting])) as tf.Tensor).dataSync());
    const before = answer();
    expect(await leftBehind(() => gradCam(model, counting))).toBe(0);
    expect(answer()).toEqual(before);
  });

  it("says what is wrong", () => {
    expect(() => gradCam(twoMaps(), counting, { layer: "mean" })).toThrow(
      'layer "mean" has no maps [height, width, channels]',
    );
    const flat = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 3, 2] })] });
    expect(() => gradCam(flat, counting)).toThrow("the model has no layer that answers with maps");
  });
});
