import { type ArrayInput, toNested } from "cnn-workbook/arrays";
import {
  averagePool2d,
  averagePool2dBackward,
  globalAveragePool2d,
  globalAveragePool2dBackward,
  gradientCheck,
  maxPool2d,
  maxPool2dBackward,
  type PoolOptions,
} from "cnn-workbook/layers";
import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest } from "../golden/golden.js";
import { computeOnCpu } from "../training/helpers.js";
import { filled } from "./convCases.js";

const two = { size: 2 };

describe("maxPool2dBackward", () => {
  it("gives the gradient to the largest cell of each window", () => {
    const image = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]; // biome-ignore format: a matrix
    expect(toNested(maxPool2dBackward([[10, 20], [30, 40]], image, two))).toEqual(
      [[0, 0, 0, 0], [0, 10, 0, 20], [30, 0, 0, 0], [0, 0, 0, 40]],
    ); // biome-ignore format: matrices
  });

  it("gives it to the first of equal ones, row after row", () => {
    expect(toNested(maxPool2dBackward([[5]], [[1, 3], [3, 3]], two))).toEqual([[0, 5], [0, 0]]); // biome-ignore format: matrices
    expect(toNested(maxPool2dBackward([[5]], [[0, 3], [3, 0]], two))).toEqual([[0, 5], [0, 0]]); // biome-ignore format: matrices
  });

  it("adds up where windows overlap, and never gives to the padding", () => {
    expect(toNested(maxPool2dBackward([[1, 10]], [[1, 9, 2]], { size: [1, 2], stride: 1 }))).toEqual([[0, 11, 0]]);
    const padded = { size: 3, padding: 1, stride: 1 };
    expect(toNested(maxPool2dBackward([[1, 10]], [[-3, -4]], padded))).toEqual([[11, 0]]);
  });
});

describe("averagePool2dBackward", () => {
  it("shares the gradient equally, by hand", () => {
    expect(toNested(averagePool2dBackward([[8, 4]], [[1, 2, 3, 4], [5, 6, 7, 8]], two))).toEqual([[2, 2, 1, 1], [2, 2, 1, 1]]); // biome-ignore format: matrices
    expect(toNested(averagePool2dBackward([[6]], [[1, 2], [3, 4]], { size: 2, padding: 1, stride: 4 }))).toEqual([[6, 0], [0, 0]]); // biome-ignore format: matrices
  });
});

const side = fc.integer({ min: 1, max: 7 });
const cases = fc
  .record({
    shape: fc.tuple(fc.integer({ min: 1, max: 2 }), side, side, fc.integer({ min: 1, max: 3 })),
    size: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 4 }),
    padding: fc.constantFrom("valid" as const, "same" as const, 0, 1, 2),
  })
  .filter(({ shape, size, padding }) => {
    const pad = typeof padding === "number" ? padding : 0;
    return pad < size && (padding === "same" || size <= Math.min(shape[1], shape[2]) + 2 * pad);
  });

const layers = [
  { name: "maxPool2d", pool: "maxPool", forward: maxPool2d, backward: maxPool2dBackward },
  { name: "averagePool2d", pool: "avgPool", forward: averagePool2d, backward: averagePool2dBackward },
] as const;

describe.each(layers)("$name, on the way back,", ({ name, pool, forward, backward }) => {
  const backOf = (input: ReturnType<typeof filled>, options: PoolOptions) => {
    const output = forward(input, options);
    const gradient = ndarray(output.data.map((_, i) => Math.cos(3 * i + 1)), output.shape); // biome-ignore format: one line
    return { gradient, input: backward(gradient, input, options) };
  };

  it("agrees with slopes", () => {
    fc.assert(
      fc.property(cases, ({ shape, ...options }) => {
        const input = filled(...shape);
        const { gradient, ...gradients } = backOf(input, options);
        const check = gradientCheck(({ input }) => forward(input, options), { input }, gradients, { gradient });
        expect(check).toMatchObject({ status: "agrees", kinks: 0 });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("agrees with TensorFlow, also where values are equal", () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ shape, size, stride, padding }, coarse) => {
        const input = filled(...shape);
        if (coarse) input.data.set(input.data.map(Math.round));
        const { gradient, input: ours } = backOf(input, { size, stride, padding });
        const theirs = () => {
          const [x, dy] = [input, gradient].map(({ data, shape }) => tf.tensor(Float32Array.from(data), shape));
          const rounding = typeof padding === "number" ? "floor" : undefined;
          const layer = (x: tf.Tensor) => tf[pool](x as tf.Tensor4D, size, stride, padding, rounding);
          return tf.grad(layer)(x, dy).arraySync() as ArrayInput;
        };
        // The native backend takes padding by name only; on the other, means are wrong beside padding.
        if (pool === "avgPool") fc.pre(typeof padding !== "number");
        expect(farthest(ours, pool === "avgPool" ? theirs() : computeOnCpu(tf, theirs))).toBeLessThan(1e-5);
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it("keeps the rank, and says what does not fit", () => {
    expect(
      backward(
        [[1]],
        [
          [1, 2],
          [3, 4],
        ],
        two,
      ).shape,
    ).toEqual([2, 2]);
    expect(
      backward(
        [[[1]]],
        [
          [[1], [2]],
          [[3], [4]],
        ],
        two,
      ).shape,
    ).toEqual([2, 2, 1]);
    expect(() => backward([[1, 2]], [[1, 2], [3, 4]], two)).toThrow("`gradient` must have the shape of the layer's output, [1, 1], got [1, 2]"); // biome-ignore format: one line
    expect(() => backward([[1]], [[1]], { size: 1, pad: 1 } as PoolOptions)).toThrow(`\`pad\` is no option of ${name}Backward; it has \`size\``); // biome-ignore format: one line
    expect(() => forward([[1]], { size: 1, pad: 1 } as PoolOptions)).toThrow(`\`pad\` is no option of ${name};`);
    expect(() => forward([[1]], 2 as never)).toThrow(`the options of ${name} must be an object such as { size: 2 }`);
  });
});

describe("globalAveragePool2dBackward", () => {
  it("gives every pixel the same share, channel by channel", () => {
    expect(toNested(globalAveragePool2dBackward([8], [[1, 3], [2, 6]]))).toEqual([[2, 2], [2, 2]]); // biome-ignore format: matrices
    expect(toNested(globalAveragePool2dBackward([2, 20], [[[1, 1], [1, 1]]]))).toEqual([[[1, 10], [1, 10]]]); // biome-ignore format: matrices
  });

  it("agrees with slopes, and says what does not fit", () => {
    const [input, gradient] = [filled(2, 3, 4, 2), filled(2, 2)];
    const gradients = { input: globalAveragePool2dBackward(gradient, input) };
    expect(gradientCheck(({ input }) => globalAveragePool2d(input), { input }, gradients, { gradient }).status).toBe("agrees"); // biome-ignore format: one line
    expect(() => globalAveragePool2dBackward([1], input)).toThrow("the layer's output, [2, 2], got [1]");
  });
});
