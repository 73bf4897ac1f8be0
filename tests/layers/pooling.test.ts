import { type ArrayInput, toNested } from "cnn-workbook/arrays";
import { averagePool2d, maxPool2d, type PoolOptions } from "cnn-workbook/layers";
import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest } from "../golden/golden.js";

const two = { size: 2 };

describe("maxPool2d(input, { size }) keeps the largest value of each window", () => {
  it("gives the slides' two examples", () => {
    const first = [[2, 3, 4, 0], [1, 5, 3, 2], [0, 4, 2, 3], [1, 0, 6, 1]]; // biome-ignore format: a matrix
    const second = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]; // biome-ignore format: a matrix
    expect(toNested(maxPool2d(first, two))).toEqual([[5, 4], [4, 6]]); // biome-ignore format: a matrix
    expect(toNested(maxPool2d(second, two))).toEqual([[6, 8], [3, 4]]); // biome-ignore format: a matrix
  });

  it("drops windows that would leave the input, unless it is padded", () => {
    const image = [[1, 2, 9], [4, 3, 0], [7, 0, 5]]; // biome-ignore format: a matrix
    expect(toNested(maxPool2d(image, two))).toEqual([[4]]);
    expect(toNested(maxPool2d(image, { ...two, stride: 1 }))).toEqual([[4, 9], [7, 5]]); // biome-ignore format: a matrix
    expect(toNested(maxPool2d(image, { ...two, padding: "same" }))).toEqual([[4, 9], [7, 5]]); // biome-ignore format: a matrix
  });

  it("never takes a cell of the padding, which is no zero", () => {
    expect(toNested(maxPool2d([[-3, -4]], { size: 3, padding: 1, stride: 1 }))).toEqual([[-3, -3]]);
    expect(toNested(averagePool2d([[-3, -5]], { size: 3, padding: 1, stride: 1 }))).toEqual([[-4, -4]]);
  });

  it("pads each side by itself", () => {
    const padding = { top: 0, bottom: 0, left: 1, right: 0 };
    expect(toNested(maxPool2d([[1, 2, 3], [4, 5, 6]], { ...two, padding }))).toEqual([[4, 6]]); // biome-ignore format: a matrix
  });

  it("takes windows that are not square", () => {
    expect(toNested(maxPool2d([[1, 5, 2, 3]], { size: [1, 2], stride: [1, 1] }))).toEqual([[5, 5, 3]]);
  });

  it("pools channels and images by themselves, and keeps the rank", () => {
    const colours = [[[1, -1], [2, -2]], [[3, -3], [4, -4]]]; // biome-ignore format: two channels
    expect(toNested(maxPool2d(colours, two))).toEqual([[[4, -1]]]);
    expect(toNested(averagePool2d([colours, [[[0, 1], [0, 1]], [[0, 1], [4, 1]]]], two))).toEqual([
      [[[2.5, -2.5]]],
      [[[1, 1]]],
    ]); // biome-ignore format: a batch
  });
});

describe("averagePool2d(input, { size }) takes the mean of each window", () => {
  it("gives the slides' example", () => {
    const image = [[1, 3, 2, 1], [2, 9, 1, 1], [1, 4, 2, 3], [5, 6, 1, 2]]; // biome-ignore format: a matrix
    expect(toNested(averagePool2d(image, two))).toEqual([[3.75, 1.25], [4, 2]]); // biome-ignore format: a matrix
  });

  it("leaves a flat picture flat, also where it is padded", () => {
    const flat = ndarray(new Float64Array(35).fill(7), [5, 7]);
    const { data } = averagePool2d(flat, { size: 3, stride: 2, padding: "same" });
    expect([...data]).toEqual(new Array(12).fill(7));
  });
});

const side = fc.integer({ min: 1, max: 9 });
const cases = fc.record({
  shape: fc.tuple(fc.integer({ min: 1, max: 2 }), side, side, fc.integer({ min: 1, max: 3 })),
  size: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.constantFrom("valid" as const, "same" as const, 0, 1, 2),
  seed: fc.integer(),
});

describe("TensorFlow.js agrees", () => {
  const run = (pool: "maxPool" | "avgPool", ours: (input: ArrayInput, options: PoolOptions) => ArrayInput) =>
    fc.assert(
      fc.property(cases, ({ shape, size, stride, padding, seed }) => {
        const pad = typeof padding === "number" ? padding : 0;
        fc.pre(pad < size && (padding === "same" || size <= Math.min(shape[1], shape[2]) + 2 * pad));
        tf.tidy(() => {
          const input = tf.randomNormal(shape, 0, 1, "float32", seed) as tf.Tensor4D;
          const theirs = padded(input, pool, size, stride, padding);
          const given = ndarray(input.dataSync() as Float32Array, shape);
          expect(farthest(ours(given, { size, stride, padding }), theirs as ArrayInput)).toBeLessThan(1e-6);
        });
      }),
      { seed: 1, numRuns: 300 },
    );

  it("maxPool2d", () => run("maxPool", maxPool2d));
  it("averagePool2d", () => run("avgPool", averagePool2d));
});

/** Computed on TensorFlow.js's own backend, plain JavaScript, as nested arrays. */
function padded(
  input: tf.Tensor4D,
  pool: "maxPool" | "avgPool",
  size: number,
  stride: number,
  padding: "valid" | "same" | number,
): unknown {
  const before = tf.getBackend();
  tf.setBackend("cpu");
  try {
    const rounding = typeof padding === "number" ? "floor" : undefined;
    return tf[pool](input, size, stride, padding, rounding).arraySync();
  } finally {
    tf.setBackend(before);
  }
}

describe("what a pooling layer is given", () => {
  it("is neither changed nor handed back", () => {
    const input = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2]);
    const out = maxPool2d(input, { size: 1 });
    expect([...out.data]).toEqual([1, 2, 3, 4]);
    expect(out.data.buffer).not.toBe(input.data.buffer);
    expect([...averagePool2d(input.transpose(1, 0), { size: 1 }).data]).toEqual([1, 3, 2, 4]);
    expect([...input.data]).toEqual([1, 2, 3, 4]);
  });

  it("is named when it is wrong", () => {
    const plane = [[1, 2, 3], [4, 5, 6]]; // biome-ignore format: a matrix
    const pool = (options: unknown) => () => maxPool2d(plane, options as PoolOptions);
    expect(pool({ size: 3 })).toThrow("`size` must be a whole number from 1 to 2, got 3");
    expect(pool({})).toThrow("`size` must be a number or [height, width], got undefined");
    expect(pool({ size: 2, stride: 0 })).toThrow("`stride` must be a whole number of at least 1, got 0");
    expect(pool({ size: 2, padding: 2 })).toThrow("`padding` must be a whole number from 0 to 1, got 2");
    expect(pool({ size: 2, padding: -1 })).toThrow("`padding` must be a whole number of at least 0, got -1");
    expect(pool({ size: 2, padding: "full" })).toThrow('`padding` must be one of "valid", "same", got "full"');
    expect(pool({ size: 2, padding: null })).toThrow('`padding` must be "valid", "same", cells on each side or');
    expect(() => averagePool2d([1, 2], two)).toThrow("`input` must have 2 or 3 or 4 axes, got shape [2]");
    expect(() => averagePool2d([[Number.NaN]], two)).toThrow("`input[0][0]` must be a finite number, got NaN");
  });
});
