import { toNested } from "cnn-workbook/arrays";
import { activationMaps, tf } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { counting, leftBehind, setWeights, twoMaps } from "./models.js";

describe("activationMaps(model, images, layer)", () => {
  it("gives a map a filter, as by hand", () => {
    const edge = tf.sequential({
      layers: [tf.layers.conv2d({ inputShape: [2, 3, 1], filters: 1, kernelSize: [1, 2], name: "edge" })],
    });
    setWeights(edge, [[-1, 1], [0]]);
    const rows = [[1, 4, 9], [2, 2, 0]]; // biome-ignore format: a picture
    expect(toNested(activationMaps(edge, rows, "edge"))).toEqual([[[3], [5]], [[0], [-2]]]); // biome-ignore format: maps
  });

  it("takes one picture or many, in batches, with the shape to suit", () => {
    const model = twoMaps();
    expect(activationMaps(model, counting, "maps").shape).toEqual([2, 3, 2]);
    expect(activationMaps(model, [counting, counting], "maps").shape).toEqual([2, 2, 3, 2]);
    expect(activationMaps(model, counting, "classes").shape).toEqual([2]);
    const many = ndarray(
      Float64Array.from({ length: 300 * 12 }, (_, i) => i % 251),
      [300, 2, 3, 2],
    );
    const maps = activationMaps(model, many, "maps");
    for (const place of [0, 127, 128, 299]) {
      expect(maps.get(place, 1, 2, 0)).toBe(many.get(place, 1, 2, 0));
      expect(maps.get(place, 0, 1, 1)).toBe(2 * many.get(place, 0, 1, 1));
    }
  });

  it("leaves no tensors behind", async () => {
    const model = twoMaps();
    expect(await leftBehind(() => activationMaps(model, counting, "maps"))).toBe(0);
  });

  it("says what is wrong", () => {
    const names = '`layer` must be the name of a layer of the model, one of "maps", "mean", "classes", got "map"';
    expect(() => activationMaps(twoMaps(), counting, "map")).toThrow(names);
    const shape = "`images` must be [n, 2, 3, 2] or [2, 3, 2] for this model, got [3, 1]";
    expect(() => activationMaps(twoMaps(), [[1], [2], [3]], "maps")).toThrow(shape);
    expect(() => activationMaps({} as never, counting, "maps")).toThrow("`model` must be a TensorFlow.js model");
  });
});
