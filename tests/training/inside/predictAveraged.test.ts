import { augment } from "cnn-workbook/datasets";
import { predictAveraged, tf } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { counting, leftBehind, twoMaps, twoPixels } from "./models.js";

const many = ndarray(
  Float64Array.from({ length: 40 * 6 }, (_, i) => Math.sin(i) ** 2),
  [40, 2, 3, 1],
);

describe("predictAveraged(model, images, options)", () => {
  it("without copies is what the model predicts", async () => {
    const mean = await predictAveraged(twoPixels(), many, { copies: 0 });
    expect(mean.shape).toEqual([40, 2]);
    const x = tf.tensor(Float32Array.from(many.data), [40, 2, 3, 1]);
    const plain = (twoPixels().predict(x) as tf.Tensor).dataSync();
    mean.data.forEach((value, i) => {
      expect(value).toBeCloseTo(plain[i], 6);
    });
  });

  it("is the mean of the picture's answer and its copies', the same for the same seed", async () => {
    const options = { copies: 40, flip: "both", seed: 3 } as const;
    const plane = [[3, 0, 1], [0, 2, 0]]; // biome-ignore format: a picture
    const mean = await predictAveraged(twoPixels(), plane, options);
    expect(mean.shape).toEqual([2]);
    expect(mean.data[0] + mean.data[1]).toBeCloseTo(1, 6);
    const answers = [plane, [...plane].reverse()].flatMap((rows) =>
      [rows, rows.map((row) => [...row].reverse())].map(
        ([[first], [, , last]]) => 1 / (1 + Math.exp(-3 * last - 2 * first)),
      ),
    );
    expect(mean.data[0]).toBeGreaterThan(Math.min(...answers));
    expect(mean.data[0]).toBeLessThan(Math.max(...answers));
    expect(mean.data[0]).toBeCloseTo(answers.reduce((sum, one) => sum + one, 0) / 4, 1);
    expect((await predictAveraged(twoPixels(), plane, options)).data).toEqual(mean.data);
    expect((await predictAveraged(twoPixels(), plane, { ...options, seed: 4 })).data).not.toEqual(mean.data);
  });

  it("with one copy is half the picture's answer and half that of augment's first", async () => {
    const model = twoMaps();
    const answer = (image: Parameters<typeof augment>[0]) => predictAveraged(model, image, { copies: 0 });
    const [whole, changed] = [
      await answer(counting),
      await answer(augment(counting, { translation: 0.4, seed: 2000 })),
    ];
    const mean = await predictAveraged(model, counting, { copies: 1, translation: 0.4, seed: 2 });
    mean.data.forEach((value, i) => {
      expect(value).toBeCloseTo((whole.data[i] + changed.data[i]) / 2, 6);
    });
  });

  it("leaves no tensors behind", async () => {
    const model = twoPixels();
    expect(await leftBehind(() => predictAveraged(model, many, { copies: 2, zoom: 0.1 }))).toBe(0);
  });

  it.each([
    [{ copies: -1 }, "`copies` must be a whole number of at least 0, got -1"],
    [{ rotation: 500 }, "`rotation` must be a finite number of at least 0 and at most 180, got 500"],
    [{ crop: 2 } as never, "`crop` is no option of predictAveraged; it has `copies`, `seed`, `flip`"],
  ])("of %j says what is wrong", async (options, message) => {
    await expect(predictAveraged(twoPixels(), many, options)).rejects.toThrow(message);
  });
});
