import { type Architecture, architectures, type Layer, summarize } from "cnn-workbook/architectures";
import { toList, toNested } from "cnn-workbook/arrays";
import { maximalPatches, tf, toModel } from "cnn-workbook/training";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layerField } from "../../../lib/training/inside/layerField.js";
import { leftBehind, setWeights } from "./models.js";

/** Answers most to a bright cell with a dark one to its right. */
function edges() {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [3, 4, 1], filters: 2, kernelSize: [1, 2], padding: "same", name: "edges" }),
    ],
  });
  return setWeights(model, [
    [0, 1, 0, -1],
    [0, 0],
  ]);
}

const blank = [...Array(3)].map(() => [0, 0, 0, 0]);
const withDot = (row: number, column: number, value: number) =>
  blank.map((cells, y) => cells.map((_, x) => [y === row && x === column ? value : 0]));

describe("maximalPatches(model, images, layer, options)", () => {
  const images = [withDot(1, 2, 5), withDot(2, 0, 9), withDot(0, 3, 7), withDot(0, 0, 1)];

  it("finds where a filter answers most, the strongest first, one piece a picture", async () => {
    const patches = await maximalPatches(edges(), images, "edges", { filter: 1, count: 3 });
    expect(patches.map(({ image, activation, row, column }) => [image, activation, row, column])).toEqual([
      [1, 9, 2, 0],
      [2, 7, 0, 3],
      [0, 5, 1, 2],
    ]);
    expect(toNested(patches[0].patch)).toEqual([[[9], [0]]]);
    expect([patches[2].top, patches[2].left]).toEqual([1, 2]);
  });

  it("shows what lies in the padding as 0", async () => {
    const [, patch] = await maximalPatches(edges(), images, "edges", { filter: 1 });
    expect([patch.top, patch.left]).toEqual([0, 3]);
    expect(toList(patch.patch)).toEqual([7, 0]);
  });

  it("gives the whole picture where a layer sees all of it", async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2dTranspose({ inputShape: [3, 4, 1], filters: 1, kernelSize: 2, name: "up" }),
        tf.layers.conv2d({ filters: 1, kernelSize: 1, name: "after" }),
      ],
    });
    const [{ patch, top, left }] = await maximalPatches(model, images, "after", { filter: 0, count: 1 });
    expect(patch.shape).toEqual([3, 4, 1]);
    expect([top, left]).toEqual([0, 0]);
  });

  it("leaves no tensors behind", async () => {
    const model = edges();
    expect(await leftBehind(() => maximalPatches(model, images, "edges", { filter: 0 }))).toBe(0);
  });

  it("says what is wrong", async () => {
    const run = (layer: string, options: object) => maximalPatches(edges(), images, layer, options as never);
    await expect(run("edges", { filter: 2 })).rejects.toThrow("`filter` must be a whole number from 0 to 1, got 2");
    await expect(run("edges", { filter: 0, count: 0 })).rejects.toThrow("`count` must be a whole number of at least 1");
    await expect(run("edge", { filter: 0 })).rejects.toThrow("`layer` must be the name of a layer");
  });
});

describe("layerField(layer)", () => {
  it.each(["leNet5", "resNet18", "mobileNet", "squeezeNet11"] as const)(
    "is as large as the summary of %s says",
    (name) => {
      const architecture = (architectures as Record<string, Architecture>)[name];
      const model = toModel(architecture);
      for (const { name, receptiveField, outputShape } of summarize(architecture).rows) {
        if (outputShape.length < 3 || receptiveField === undefined) continue;
        const field = layerField(model.getLayer(name));
        expect(Math.max(...(field?.size ?? [])), name).toBe(receptiveField);
      }
      model.dispose();
    },
  );

  it("reaches exactly as far as pixels have an influence", () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
    const padding = fc.constantFrom<("same" | "valid" | number)[]>("same", "valid", 1);
    const stride = fc.integer({ min: 1, max: 2 });
    const layer = fc.oneof(
      fc.record({ type: fc.constant("conv2d" as const), filters: fc.constant(1), kernel: span, stride, padding }),
      fc.record({
        type: fc.constant("conv2d" as const),
        filters: fc.constant(1),
        kernel: span,
        dilation: stride,
        padding,
      }),
      fc.record({ type: fc.constant("averagePool2d" as const), size: span, stride, padding }),
      fc.record({ type: fc.constant("zeroPad2d" as const), padding: stride }),
    ) as fc.Arbitrary<Layer>;
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 4 }), fc.nat(1000), (layers, place) => {
        const architecture: Architecture = { name: "chain", input: [13, 16, 1], layers };
        try {
          summarize(architecture);
        } catch {
          return;
        }
        tf.tidy(() => expectInfluence(toModel(architecture), place));
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});

/** With all weights 1, a cell answers more to a picture with one bright pixel than to a black one where it sees it. */
function expectInfluence(model: tf.LayersModel, place: number): void {
  model.setWeights(model.getWeights().map((weight) => tf.ones(weight.shape)));
  const end = model.layers[model.layers.length - 1];
  const [, height, width] = end.outputShape as number[];
  const [row, column] = [place % height, Math.floor(place / height) % width];
  const answers = (x: tf.Tensor) => (model.predict(x) as tf.Tensor4D).slice([0, row, column, 0], [-1, 1, 1, 1]);
  const pixels = tf.eye(13 * 16).reshape([-1, 13, 16, 1]);
  const influence = answers(pixels)
    .sub(answers(tf.zeros([1, 13, 16, 1])))
    .reshape([13, 16])
    .arraySync() as number[][];
  const field = layerField(end);
  if (field === undefined) throw new Error("no field");
  const inside = (axis: 0 | 1, index: number, at: number) => {
    const first = field.start[axis] + at * field.step[axis];
    return index >= first && index < first + field.size[axis];
  };
  const rows = influence.flatMap((values, y) => (values.some((value) => value > 1e-6) ? [y] : []));
  const columns = influence[0].flatMap((_, x) => (influence.some((values) => values[x] > 1e-6) ? [x] : []));
  for (const y of rows) expect(inside(0, y, row)).toBe(true);
  for (const x of columns) expect(inside(1, x, column)).toBe(true);
  // The first and the last cell that it sees have an influence, where they are in the picture.
  const ends = (axis: 0 | 1, at: number, length: number, seen: number[]) => {
    const first = field.start[axis] + at * field.step[axis];
    const last = first + field.size[axis] - 1;
    if (seen.length === 0) return;
    if (first >= 0) expect(seen[0]).toBe(first);
    if (last < length) expect(seen.at(-1)).toBe(last);
  };
  ends(0, row, 13, rows);
  ends(1, column, 16, columns);
}
