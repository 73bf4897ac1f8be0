import { type Architecture, architectures, type Layer, summarize } from "cnn-workbook/architectures";
import { tf, toModel } from "cnn-workbook/training";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

beforeEach(() => {
  tf.engine().startScope();
});
afterEach(() => {
  tf.engine().endScope();
});

/** Layers that hold weights or change shapes, as both see them. */
function compared(architecture: Architecture, inputShape = architecture.input) {
  const summary = summarize(architecture, inputShape);
  const model = toModel(architecture, { inputShape });
  return summary.rows.map((row) => {
    const layer = model.getLayer(row.name);
    const shape = ([layer.outputShape].flat() as (number | null)[]).slice(1);
    return {
      ours: { shape: row.outputShape, params: row.params },
      theirs: { shape, params: layer.countParams() },
      name: row.name,
    };
  });
}

/** Of the largest families one each: their hundreds of megabytes of first weights take seconds to draw. */
const left = ["alexNet", "alexNet2012OneGroup", "vgg11", "vgg13", "vgg19"];
const named = Object.entries(architectures).filter(([name]) => !left.includes(name));

describe("toModel", () => {
  it.each(named)("%s has the shapes and counts of its summary", (_name, architecture) => {
    for (const { ours, theirs, name } of compared(architecture)) expect(theirs, name).toEqual(ours);
  });

  it("agrees with the summary on networks by chance", () => {
    fc.assert(
      fc.property(network, (architecture) => {
        for (const { ours, theirs, name } of compared(architecture)) expect(theirs, name).toEqual(ours);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it("computes what its shapes say", () => {
    fc.assert(
      fc.property(network, (architecture) => {
        const model = toModel(architecture, { seed: 1 });
        const output = model.predict(tf.ones([2, ...architecture.input])) as tf.Tensor;
        const { rows } = summarize(architecture);
        expect(output.shape).toEqual([2, ...rows[rows.length - 1].outputShape]);
        expect(output.dataSync().every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 25, seed: 6 },
    );
  });

  it("has the same weights for the same seed, and others for another", () => {
    const weights = (seed: number) => toModel(architectures.leNet5, { seed }).getWeights()[0].dataSync();
    expect(weights(3)).toEqual(weights(3));
    expect(weights(3)).not.toEqual(weights(4));
  });

  it("gives side outputs after the main one", () => {
    const layers: Layer[] = [
      { type: "conv2d", filters: 2, kernel: 3 },
      { type: "side", name: "early", layers: [{ type: "globalAveragePool2d" }, { type: "dense", units: 3 }] },
      { type: "flatten" },
    ];
    const model = toModel({ name: "two ends", input: [5, 6, 1], layers });
    expect(model.outputShape).toEqual([
      [null, 24],
      [null, 3],
    ]);
  });

  it("leaves added cells out of a padded maximum and mean", () => {
    const pooled = (type: "maxPool2d" | "averagePool2d") => {
      const layers: Layer[] = [{ type, size: 3, stride: 2, padding: 1 }];
      const model = toModel({ name: "pool", input: [3, 3, 1], layers });
      const picture = tf.tensor([-1, -2, -3, -4, -5, -6, -7, -8, -9], [1, 3, 3, 1]);
      return [...(model.predict(picture) as tf.Tensor).dataSync()];
    };
    expect(pooled("maxPool2d")).toEqual([-1, -2, -4, -5]);
    expect(pooled("averagePool2d")).toEqual([-3, -4, -6, -7]);
  });

  it("keeps groups of channels apart", () => {
    const layers: Layer[] = [{ type: "conv2d", filters: 2, kernel: 1, groups: 2, bias: false }];
    const model = toModel({ name: "groups", input: [1, 1, 4], layers });
    model.setWeights([tf.tensor([1, 10, 2, 20], [1, 1, 2, 2])]);
    const output = model.predict(tf.tensor([1, 1, 1, 3], [1, 1, 1, 4])) as tf.Tensor;
    // First filter: channels 0 and 1 with 1 and 2; second: channels 2 and 3 with 10 and 20.
    expect([...output.dataSync()]).toEqual([3, 70]);
  });

  it("names the layer that does not fit", () => {
    const layers: Layer[] = [{ type: "conv2d", filters: 8, kernel: 5, name: "first" }];
    expect(() => toModel({ name: "small", input: [3, 3, 1], layers })).toThrow('layer "first" receives [3, 3, 1]');
  });
});

const side = fc.integer({ min: 9, max: 14 });
const padding = fc.constantFrom<Array<"valid" | "same" | number>>("valid", "same", 1, 2);
const step = fc.integer({ min: 1, max: 2 });
const kernel = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
const activation = fc.constantFrom("linear" as const, "relu" as const, "leakyRelu" as const, "tanh" as const);

const sizing = fc.oneof<fc.Arbitrary<Layer>[]>(
  fc.record({
    type: fc.constant("conv2d" as const),
    filters: fc.constantFrom(2, 4),
    kernel,
    stride: step,
    padding,
    groups: fc.constantFrom(1, 2),
    bias: fc.boolean(),
    activation,
  }),
  fc.record({
    type: fc.constant("conv2d" as const),
    filters: fc.constantFrom(2, 4),
    kernel,
    padding,
    dilation: step,
  }),
  fc.record({ type: fc.constant("depthwiseConv2d" as const), kernel, padding, multiplier: step, activation }),
  fc.record({
    type: fc.constantFrom("maxPool2d" as const, "averagePool2d" as const),
    size: fc.integer({ min: 2, max: 3 }),
    stride: step,
    padding: fc.constantFrom<Array<"valid" | "same" | number>>("valid", "same", 1),
    rounding: fc.constantFrom("floor" as const, "ceil" as const),
  }),
  fc.record({ type: fc.constant("upsample2d" as const), factor: step, method: fc.constantFrom("nearest", "bilinear") }),
  fc.record({
    type: fc.constant("conv2dTranspose" as const),
    filters: fc.constantFrom(2, 4),
    kernel,
    stride: step,
    padding: fc.constantFrom("valid", "same"),
  }),
  fc.record({ type: fc.constant("zeroPad2d" as const), padding: step }),
) as fc.Arbitrary<Layer>;

const keeping = fc.constantFrom<Layer[]>(
  { type: "batchNorm" },
  { type: "batchNorm", scale: false },
  { type: "localResponseNorm" },
  { type: "activation", activation: "relu6" },
  { type: "dropout", rate: 0.5 },
  { type: "add", branches: { around: [], through: [{ type: "batchNorm" }] } },
  { type: "concat", branches: { one: [{ type: "conv2d", filters: 2, kernel: 1 }], around: [] } },
);

const network = fc
  .record({
    height: side,
    width: side,
    layers: fc.array(fc.oneof(sizing, keeping), { minLength: 1, maxLength: 5 }),
    flat: fc.boolean(),
  })
  .map(({ height, width, layers, flat }): Architecture => {
    const end: Layer[] = flat ? [{ type: "flatten" }, { type: "dense", units: 3, activation: "softmax" }] : [];
    return { name: "by chance", input: [height, width, 2], layers: [...layers, ...end] };
  })
  .filter((architecture) => {
    try {
      summarize(architecture);
      return true;
    } catch {
      return false;
    }
  });
