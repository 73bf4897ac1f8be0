import { toNested } from "cnn-workbook/arrays";
import { saliencyMap, tf } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { smallNetwork } from "../helpers.js";
import { counting, leftBehind, setWeights, twoMaps, twoPixels } from "./models.js";

const plane = [[5, 1, 1], [1, 1, 1]]; // biome-ignore format: a picture

describe("saliencyMap(model, image)", () => {
  it("of a single layer is the size of its weights, however sure the model is", () => {
    expect(toNested(saliencyMap(twoPixels(), plane, { classIndex: 0 }))).toEqual([[2, 0, 0], [0, 0, 0]]); // biome-ignore format: a map
    expect(toNested(saliencyMap(twoPixels(), plane, { classIndex: 1 }))).toEqual([[0, 0, 0], [0, 0, 3]]); // biome-ignore format: a map
  });

  it("is of the most probable class where none is named", () => {
    expect(saliencyMap(twoPixels(), plane).get(0, 0)).toBe(2);
  });

  it("takes the largest of the channels", () => {
    // Class 0 = 3 · mean of channel 0 − 2 · mean of channel 1, of six pixels.
    for (const value of saliencyMap(twoMaps(), counting, { classIndex: 0 }).data) expect(value).toBeCloseTo(0.5, 6);
  });

  it("works with one sigmoid, for both classes", () => {
    for (const classIndex of [0, 1]) {
      expect(saliencyMap(twoPixels(1), plane, { classIndex }).get(1, 2)).toBe(3);
    }
  });

  it("works with softmax as a layer of its own, and without any", () => {
    const layers = (softmax: tf.layers.Layer[]) =>
      tf.sequential({
        layers: [tf.layers.flatten({ inputShape: [2, 3, 1] }), tf.layers.dense({ units: 2 }), ...softmax],
      });
    for (const end of [[tf.layers.softmax()], [tf.layers.activation({ activation: "softmax" })], []]) {
      const model = setWeights(layers(end), [
        [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0],
        [0, 0],
      ]);
      expect([...saliencyMap(model, plane, { classIndex: 0 }).data]).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it("agrees with small changes of the pixels, through convolution, ReLU and pooling", () => {
    const model = smallNetwork(tf);
    const image = tf.randomNormal([1, 8, 6, 2], 0, 1, "float32", 9);
    const values = Array.from(image.dataSync());
    const logits = (pixels: number[]) =>
      tf.tidy(() => {
        const part = tf.model({ inputs: model.inputs, outputs: model.layers[3].output as tf.SymbolicTensor });
        const [kernel, bias] = model.layers[4].getWeights();
        const features = part.predict(tf.tensor(pixels, [1, 8, 6, 2])) as tf.Tensor2D;
        return features.matMul(kernel).add(bias).dataSync()[1];
      });
    const slope = (at: number) => {
      const moved = (by: number) => logits(values.map((value, i) => (i === at ? value + by : value)));
      return Math.abs(moved(1e-2) - moved(-1e-2)) / 2e-2;
    };
    const map = saliencyMap(model, image.squeeze().arraySync() as number[][][], { classIndex: 1 });
    for (const pixel of [0, 7, 20, 33, 47]) {
      expect(map.data[pixel]).toBeCloseTo(Math.max(slope(2 * pixel), slope(2 * pixel + 1)), 2);
    }
  });

  it("leaves no tensors behind", async () => {
    const model = twoMaps();
    expect(await leftBehind(() => saliencyMap(model, counting))).toBe(0);
  });

  it("says what is wrong", () => {
    const range = "`classIndex` must be a whole number from 0 to 1, got 2";
    expect(() => saliencyMap(twoMaps(), counting, { classIndex: 2 })).toThrow(range);
    const one = "`image` must be one picture [2, 3, 2], got 2";
    expect(() => saliencyMap(twoMaps(), [counting, counting])).toThrow(one);
  });
});
