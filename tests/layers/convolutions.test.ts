import { toList } from "cnn-workbook/arrays";
import { correlate2d } from "cnn-workbook/filters";
import { type Conv2dOptions, conv2d, conv2dTranspose, depthwiseConv2d } from "cnn-workbook/layers";
import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest } from "../golden/golden.js";
import { type Case, cases, computed, filled, optionsOf, type Tensor, tensor4d, tensorLayer } from "./convCases.js";

/** TensorFlow's answer. */
function theirs(given: Case, weights: ReturnType<typeof filled>, layer: "conv2d" | "depthwiseConv2d") {
  const input = filled(given.n, given.height, given.width, given.channels);
  return computed(() => tensorLayer(layer, given)(tensor4d(input), tensor4d(weights)));
}

describe("conv2d", () => {
  it("adds a diagonal by hand", () => {
    expect(
      conv2d(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [[[1]], [[0]]],
          [[[0]], [[1]]],
        ],
      ),
    ).toMatchObject({ shape: [1, 1] });
    expect(
      toList(
        conv2d(
          [
            [1, 2],
            [3, 4],
          ],
          [
            [[[1]], [[0]]],
            [[[0]], [[1]]],
          ],
          { bias: [10] },
        ),
      ),
    ).toEqual([15]);
  });

  it("is correlate2d on one channel with one filter", () => {
    const plane = filled(7, 9);
    const kernel = filled(3, 2);
    const weights = ndarray(kernel.data, [3, 2, 1, 1]);
    expect(farthest(conv2d(plane, weights), correlate2d(plane, kernel, { mode: "valid" }))).toBeLessThan(1e-12);
  });

  it("adds over the channels, a plane for each filter", () => {
    const picture = ndarray(Float64Array.of(1, 10, 2, 20), [1, 2, 2]);
    const weights = ndarray(Float64Array.of(1, 0, 1, 2), [1, 1, 2, 2]);
    expect(conv2d(picture, weights).shape).toEqual([1, 2, 2]);
    expect(toList(conv2d(picture, weights))).toEqual([11, 20, 22, 40]);
  });

  it("keeps groups of channels apart", () => {
    const picture = ndarray(Float64Array.of(1, 1, 1, 3), [1, 1, 4]);
    const weights = ndarray(Float64Array.of(1, 10, 2, 20), [1, 1, 2, 2]);
    expect(toList(conv2d(picture, weights, { groups: 2 }))).toEqual([3, 70]);
  });

  it("agrees with TensorFlow", () => {
    fc.assert(
      fc.property(
        cases.filter(({ stride, dilation }) => Math.max(...stride) === 1 || Math.max(...dilation) === 1),
        (given) => {
          const weights = filled(...given.kernel, given.channels, given.filters);
          const input = filled(given.n, given.height, given.width, given.channels);
          expect(farthest(conv2d(input, weights, optionsOf(given)), theirs(given, weights, "conv2d"))).toBeLessThan(
            1e-5,
          );
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it("agrees with the sum written out, also where stride and dilation come together", () => {
    fc.assert(
      fc.property(
        cases.filter(({ padding }) => typeof padding !== "string"),
        (given) => {
          const { kernel, channels, filters, stride, dilation } = given;
          const [down, across] = [given.padding, given.padding].flat().slice(0, 2) as number[];
          const input = filled(given.n, given.height, given.width, channels);
          const weights = filled(...kernel, channels, filters);
          const output = conv2d(input, weights, optionsOf(given));
          const at = (n: number, y: number, x: number, f: number) => {
            let sum = 0;
            for (let i = 0; i < kernel[0]; i++)
              for (let j = 0; j < kernel[1]; j++)
                for (let c = 0; c < channels; c++) {
                  const [row, column] = [
                    y * stride[0] + i * dilation[0] - down,
                    x * stride[1] + j * dilation[1] - across,
                  ];
                  const inside = row >= 0 && row < given.height && column >= 0 && column < given.width;
                  if (inside) sum += input.get(n, row, column, c) * weights.get(i, j, c, f);
                }
            return sum;
          };
          const [n, height, width] = output.shape;
          for (const [y, x] of [
            [0, 0],
            [height - 1, width - 1],
            [height >> 1, 0],
            [0, width >> 1],
          ])
            expect(output.get(n - 1, y, x, filters - 1)).toBeCloseTo(at(n - 1, y, x, filters - 1), 10);
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  });

  it("does not change its arguments", () => {
    const [input, weights] = [filled(2, 5, 4, 2), filled(3, 3, 2, 2)];
    const [before, beforeWeights] = [[...input.data], [...weights.data]];
    conv2d(input, weights, { padding: "same" });
    expect([...input.data]).toEqual(before);
    expect([...weights.data]).toEqual(beforeWeights);
  });

  it("says what does not fit", () => {
    const picture = filled(4, 5, 3);
    expect(() => conv2d(picture, filled(3, 3, 1, 8))).toThrow(
      "`weights` [3, 3, 1, 8] do not suit 3 channels: their third axis must be 3",
    );
    expect(() => conv2d(picture, filled(5, 5, 3, 1))).toThrow(
      "kernel [5, 5] does not fit an input of [4, 5]: its window covers 5 cells of the height, which is only 4: " +
        'use padding 0 before and 1 after or "same", a window of at most 4, or a larger input',
    );
    const misspelt = { strid: 2 } as Conv2dOptions;
    expect(() => conv2d(picture, filled(3, 3, 3, 2), misspelt)).toThrow(
      "`strid` is no option of conv2d; it has `stride`, `padding`, `dilation`, `bias`, `groups`",
    );
    const list = { stride: [1, 2, 3] } as unknown as Conv2dOptions;
    expect(() => conv2d(picture, filled(3, 3, 3, 2), list)).toThrow(
      "`stride` must be a number or [height, width], got an array of 3",
    );
    expect(() => conv2d(picture, filled(3, 3))).toThrow(
      "`weights` must be [kernel height, kernel width, channels, filters], got shape [3, 3]",
    );
    expect(() => conv2d(picture, filled(3, 3, 3, 2), { bias: [1] })).toThrow("`bias` must hold one number a filter, 2");
    expect(() => conv2d(picture, filled(3, 3, 3, 2), { stride: 0 })).toThrow("`stride` must be a whole number");
    expect(() => conv2d(picture, filled(3, 3, 3, 2), { padding: -1 })).toThrow("`padding` must be a whole number");
    expect(() => conv2d([1, 2, 3], filled(1, 1, 1, 1))).toThrow("`input` must have 2 or 3 or 4 axes");
  });
});

describe("depthwiseConv2d", () => {
  it("gives each channel its own filters", () => {
    const picture = ndarray(Float64Array.of(1, 10), [1, 1, 2]);
    const weights = ndarray(Float64Array.of(1, 2, 3, 4), [1, 1, 2, 2]);
    expect(toList(depthwiseConv2d(picture, weights))).toEqual([1, 2, 30, 40]);
  });

  it("agrees with TensorFlow", () => {
    const square = cases.filter(
      ({ stride, dilation }) =>
        stride[0] === stride[1] && dilation[0] === dilation[1] && (stride[0] === 1 || dilation[0] === 1),
    );
    fc.assert(
      fc.property(square, (given) => {
        const weights = filled(...given.kernel, given.channels, given.filters);
        const input = filled(given.n, given.height, given.width, given.channels);
        const difference = farthest(
          depthwiseConv2d(input, weights, optionsOf(given)),
          theirs(given, weights, "depthwiseConv2d"),
        );
        expect(difference).toBeLessThan(1e-5);
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it("says what does not fit", () => {
    expect(() => depthwiseConv2d(filled(4, 5, 3), filled(3, 3, 2, 1))).toThrow("their third axis must be 3");
  });
});

describe("conv2dTranspose", () => {
  it("stamps by hand, and adds where stamps overlap", () => {
    const weights = ndarray(Float64Array.of(1, 2, 3), [1, 3, 1, 1]);
    expect(toList(conv2dTranspose([[1, 10]], weights, { stride: [1, 2] }))).toEqual([1, 2, 13, 20, 30]);
    expect(toList(conv2dTranspose([[1, 10]], weights))).toEqual([1, 12, 23, 30]);
  });

  it("leaves room after a kernel smaller than the stride", () => {
    const weights = ndarray(Float64Array.of(1), [1, 1, 1, 1]);
    expect(toList(conv2dTranspose([[5, 7]], weights, { stride: [1, 3] }))).toEqual([5, 0, 0, 7, 0, 0]);
  });

  it("agrees with TensorFlow's layer", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("valid" as const, "same" as const), (given, padding) => {
        const { n, height, width, channels, filters, kernel, stride } = given;
        const [input, weights] = [filled(n, height, width, channels), filled(...kernel, filters, channels)];
        const answer = computed(() => {
          const layer = tf.layers.conv2dTranspose({ filters, kernelSize: kernel, strides: stride, padding });
          const x = tf.tensor(Float32Array.from(input.data), input.shape);
          layer.build(x.shape);
          layer.setWeights([tf.tensor(Float32Array.from(weights.data), weights.shape), tf.zeros([filters])]);
          return layer.apply(x) as Tensor;
        });
        const difference = farthest(conv2dTranspose(input, weights, { stride, padding }), answer);
        expect(difference).toBeLessThan(1e-5);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it("says what does not fit", () => {
    expect(() => conv2dTranspose(filled(4, 5, 3), filled(3, 3, 8, 2))).toThrow("their last axis must be 3");
    expect(() => conv2dTranspose([[1]], filled(2, 2, 1, 1), { stride: 0 })).toThrow("`stride` must be a whole number");
    const wrong = { padding: "full" } as unknown as { padding: "same" };
    expect(() => conv2dTranspose([[1]], filled(2, 2, 1, 1), wrong)).toThrow('`padding` must be one of "valid", "same"');
  });
});
