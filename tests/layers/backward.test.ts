import { type ArrayInput, toList } from "cnn-workbook/arrays";
import {
  type Conv2dOptions,
  conv2d,
  conv2dBackward,
  conv2dTranspose,
  conv2dTransposeBackward,
  dense,
  denseBackward,
  depthwiseConv2d,
  depthwiseConv2dBackward,
  gradientCheck,
} from "cnn-workbook/layers";
import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest } from "../golden/golden.js";
import { computeOnCpu } from "../training/helpers.js";
import { type Case, cases, computed, filled, optionsOf, tensor4d, tensorLayer } from "./convCases.js";

type Filled = ReturnType<typeof filled>;
type Forward = (input: ArrayInput, weights: ArrayInput, options?: { bias?: ArrayInput }) => Filled;

/** A gradient for what a layer gives, with numbers unlike those of its input. */
const above = ({ shape, size }: Filled) =>
  ndarray(
    Float64Array.from({ length: size }, (_, i) => Math.cos(3 * i + 1)),
    shape,
  );

/** Checks the three gradients of a layer with weights by moving each number. */
function checked(
  forward: Forward,
  backward: (
    gradient: ArrayInput,
    input: ArrayInput,
    weights: ArrayInput,
  ) => Record<"input" | "weights" | "bias", Filled>,
  inputs: Record<"input" | "weights" | "bias", Filled>,
) {
  const f = ({ input, weights, bias }: typeof inputs) => forward(input, weights, { bias });
  const gradient = above(f(inputs));
  return gradientCheck(f, inputs, backward(gradient, inputs.input, inputs.weights), { gradient });
}

const agrees = { status: "agrees", kinks: 0 };

/** TensorFlow.js has no gradient for dilation. */
const undilated = cases.map((given): Case => ({ ...given, dilation: [1, 1] }));

describe("conv2dBackward", () => {
  it("gives the gradients of two by two windows, by hand", () => {
    const picture = [[1, 2, 3], [4, 5, 6]]; // biome-ignore format: a matrix
    const weights = [
      [[[1]], [[10]]],
      [[[100]], [[1000]]],
    ];
    const { input, weights: byWeights, bias } = conv2dBackward([[2, 3]], picture, weights);
    expect(toList(input)).toEqual([2, 23, 30, 200, 2300, 3000]);
    expect(toList(byWeights)).toEqual([2 * 1 + 3 * 2, 2 * 2 + 3 * 3, 2 * 4 + 3 * 5, 2 * 5 + 3 * 6]);
    expect(toList(bias)).toEqual([5]);
    expect([input.shape, byWeights.shape, bias.shape]).toEqual([[2, 3], [2, 2, 1, 1], [1]]);
  });

  it("gives nothing to cells that no window covers, and not to the padding", () => {
    const ones = ndarray(new Float64Array(4).fill(1), [2, 2, 1, 1]);
    expect(toList(conv2dBackward([[1]], filled(3, 3), ones, { stride: 2 }).input)).toEqual([1, 1, 0, 1, 1, 0, 0, 0, 0]);
    expect(toList(conv2dBackward([[1, 1], [1, 1]], [[7]], ones, { padding: 1 }).input)).toEqual([4]); // biome-ignore format: a matrix
  });

  it("agrees with slopes, stride and dilation and groups together", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 2 }), (given, groups) => {
        const { n, height, width, channels, filters, kernel } = given;
        const options: Conv2dOptions = { ...optionsOf(given), groups };
        const inputs = {
          input: filled(Math.min(n, 2), height, width, channels * groups),
          weights: filled(...kernel, channels, filters * groups),
          bias: filled(filters * groups),
        };
        const check = checked(
          (input, weights, bias) => conv2d(input, weights, { ...options, ...bias }),
          (gradient, input, weights) => conv2dBackward(gradient, input, weights, options),
          inputs,
        );
        expect(check).toMatchObject(agrees);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it("agrees with TensorFlow", () => {
    fc.assert(
      fc.property(undilated, (given) => {
        const weights = filled(...given.kernel, given.channels, given.filters);
        expect(againstTensorFlow("conv2d", given, weights, conv2d, conv2dBackward)).toBeLessThan(1e-5);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it("keeps the rank, and changes nothing that it is given", () => {
    const [input, weights] = [filled(4, 5), filled(3, 2, 1, 2)];
    const gradient = above(conv2d(input, weights));
    const before = [input, weights, gradient].map(({ data }) => [...data]);
    const gradients = conv2dBackward(gradient, input, weights);
    expect([gradients.input.shape, gradients.weights.shape, gradients.bias.shape]).toEqual([[4, 5], [3, 2, 1, 2], [2]]);
    expect([input, weights, gradient].map(({ data }) => [...data])).toEqual(before);
    const turned = conv2dBackward(gradient, input.transpose(1, 0).transpose(1, 0), weights);
    expect(farthest(turned.input, gradients.input)).toBe(0);
  });

  it("says what does not fit", () => {
    const [picture, weights] = [filled(4, 5, 3), filled(3, 3, 3, 2)];
    expect(() => conv2dBackward(filled(2, 2), picture, weights)).toThrow(
      "`gradient` must have the shape of the layer's output, [2, 3, 2], got [2, 2]",
    );
    const wrong = { strides: 2 } as Conv2dOptions;
    expect(() => conv2dBackward(filled(2, 3, 2), picture, weights, wrong)).toThrow(
      "`strides` is no option of conv2dBackward; it has `stride`, `padding`, `dilation`, `bias`, `groups`",
    );
    expect(() => conv2d(picture, weights, wrong)).toThrow("`strides` is no option of conv2d");
    expect(() => conv2dBackward(filled(2, 3, 2), picture, filled(3, 3, 1, 2))).toThrow("their third axis must be 3");
  });
});

describe("depthwiseConv2dBackward", () => {
  it("keeps channels apart, by hand", () => {
    const picture = ndarray(Float64Array.of(1, 10), [1, 1, 2]);
    const weights = ndarray(Float64Array.of(1, 2, 3, 4), [1, 1, 2, 2]);
    const gradients = depthwiseConv2dBackward([[[1, 10, 100, 1000]]], picture, weights);
    expect(toList(gradients.input)).toEqual([21, 4300]);
    expect(toList(gradients.weights)).toEqual([1, 10, 1000, 10000]);
    expect(gradients.weights.shape).toEqual([1, 1, 2, 2]);
    expect(toList(gradients.bias)).toEqual([1, 10, 100, 1000]);
  });

  it("agrees with slopes", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { n, height, width, channels, filters, kernel } = given;
        const inputs = {
          input: filled(Math.min(n, 2), height, width, channels),
          weights: filled(...kernel, channels, filters),
          bias: filled(channels * filters),
        };
        const check = checked(
          (input, weights, bias) => depthwiseConv2d(input, weights, { ...optionsOf(given), ...bias }),
          (gradient, input, weights) => depthwiseConv2dBackward(gradient, input, weights, optionsOf(given)),
          inputs,
        );
        expect(check).toMatchObject(agrees);
      }),
      { numRuns: 15, seed: 3 },
    );
  });

  it("agrees with TensorFlow", () => {
    const square = undilated.filter(({ stride }) => stride[0] === stride[1]);
    fc.assert(
      fc.property(square, (given) => {
        const weights = filled(...given.kernel, given.channels, given.filters);
        const difference = againstTensorFlow(
          "depthwiseConv2d",
          given,
          weights,
          depthwiseConv2d,
          depthwiseConv2dBackward,
        );
        expect(difference).toBeLessThan(1e-5);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it("says what does not fit", () => {
    expect(() => depthwiseConv2dBackward([[1]], filled(4, 5, 3), filled(3, 3, 2, 1))).toThrow("third axis must be 3");
    const wrong = { groups: 2 } as Conv2dOptions;
    expect(() => depthwiseConv2dBackward([[1]], [[1]], [[[[1]]]], wrong)).toThrow("`groups` is no option of depth");
  });
});

describe("conv2dTransposeBackward", () => {
  const paddings = fc.constantFrom("valid" as const, "same" as const);

  it("is a convolution, by hand", () => {
    const weights = ndarray(Float64Array.of(1, 2, 3), [1, 3, 1, 1]);
    const gradients = conv2dTransposeBackward([[1, 10, 100, 1000, 10000]], [[5, 7]], weights, { stride: [1, 2] });
    expect(toList(gradients.input)).toEqual([321, 32100]);
    expect(toList(gradients.weights)).toEqual([5 + 700, 50 + 7000, 500 + 70000]);
    expect(toList(gradients.bias)).toEqual([11111]);
  });

  it("agrees with slopes", () => {
    fc.assert(
      fc.property(cases, paddings, ({ n, height, width, channels, filters, kernel, stride }, padding) => {
        const check = checked(
          (input, weights, bias) => conv2dTranspose(input, weights, { stride, padding, ...bias }),
          (gradient, input, weights) => conv2dTransposeBackward(gradient, input, weights, { stride, padding }),
          {
            input: filled(Math.min(n, 2), height - 4, width - 4, channels),
            weights: filled(...kernel, filters, channels),
            bias: filled(filters),
          },
        );
        expect(check).toMatchObject(agrees);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it("agrees with TensorFlow", () => {
    fc.assert(
      fc.property(cases, paddings, (given, padding) => {
        const { n, height, width, channels, filters, kernel, stride } = given;
        // TensorFlow leaves out what a kernel smaller than the stride does not reach.
        fc.pre(padding === "same" || (kernel[0] >= stride[0] && kernel[1] >= stride[1]));
        const [input, weights] = [filled(n, height, width, channels), filled(...kernel, filters, channels)];
        const output = conv2dTranspose(input, weights, { stride, padding });
        const gradient = above(output);
        const ours = conv2dTransposeBackward(gradient, input, weights, { stride, padding });
        const layer = (x: tf.Tensor4D, w: tf.Tensor4D) =>
          tf.conv2dTranspose(x, w, output.shape as [number, number, number, number], stride, padding);
        expect(farthestGradient(ours, layer, input, weights, gradient)).toBeLessThan(1e-5);
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it("says what does not fit", () => {
    expect(() => conv2dTransposeBackward([[1]], [[1]], filled(2, 2, 1, 1))).toThrow(
      "`gradient` must have the shape of the layer's output, [2, 2], got [1, 1]",
    );
    const wrong = { dilation: 2 } as object;
    expect(() => conv2dTransposeBackward([[1]], [[1]], filled(1, 1, 1, 1), wrong)).toThrow("`dilation` is no option");
  });
});

describe("denseBackward", () => {
  it("turns the product around, by hand", () => {
    const { input, weights, bias } = denseBackward([[1, 10], [2, 20]], [[3, 4, 5], [6, 7, 8]], [[1, 2], [3, 4], [5, 6]]); // biome-ignore format: matrices
    expect(toList(input)).toEqual([21, 43, 65, 42, 86, 130]);
    expect(toList(weights)).toEqual([15, 150, 18, 180, 21, 210]);
    expect(toList(bias)).toEqual([3, 30]);
  });

  it("agrees with slopes, in a batch and for one example", () => {
    for (const shape of [[4, 5], [5]]) {
      const inputs = { input: filled(...shape), weights: filled(5, 3), bias: filled(3) };
      expect(checked(dense, denseBackward, inputs)).toMatchObject(agrees);
    }
    expect(denseBackward([1], [2, 3], [[10], [20]]).input.shape).toEqual([2]);
  });

  it("agrees with TensorFlow", () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, side, (n, inputs, units) => {
        const [input, weights, gradient] = [filled(n, inputs), filled(inputs, units), filled(n, units)];
        const [x, w, g] = [input, weights, gradient].map(({ data, shape }) =>
          tf.tensor2d(Float32Array.from(data), shape as [number, number]),
        );
        const ours = denseBackward(gradient, input, weights);
        const layer = (x: tf.Tensor, w: tf.Tensor) => tf.matMul(x, w);
        const theirs = [0, 1].map((i) => computed(() => tf.grads(layer)([x, w], g)[i]));
        expect(farthest(ours.input, theirs[0])).toBeLessThan(1e-5);
        expect(farthest(ours.weights, theirs[1])).toBeLessThan(1e-5);
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it("says what does not fit", () => {
    expect(() => denseBackward([1, 2, 3], [1], [[1, 2]])).toThrow("`gradient` must have the shape of the layer's output, [2]"); // biome-ignore format: one line
    expect(() => denseBackward([1], [1, 2], [[1]])).toThrow("`weights` [1, 1] take 1 inputs, got input [2]");
  });
});

/** How far our gradients of a convolution are from TensorFlow's. */
function againstTensorFlow(
  layer: "conv2d" | "depthwiseConv2d",
  given: Case,
  weights: Filled,
  forward: typeof conv2d | typeof depthwiseConv2d,
  backward: typeof conv2dBackward | typeof depthwiseConv2dBackward,
) {
  const input = filled(given.n, given.height, given.width, given.channels);
  const gradient = above(forward(input, weights, optionsOf(given)));
  const ours = backward(gradient, input, weights, optionsOf(given));
  return farthestGradient(ours, tensorLayer(layer, given), input, weights, gradient);
}

/** The largest difference, as a share of the largest gradient where that is above 1. */
function farthestGradient(
  ours: Record<"input" | "weights", Filled>,
  layer: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.Tensor4D,
  input: Filled,
  weights: Filled,
  gradient: Filled,
): number {
  const differences = (["input", "weights"] as const).map((name, i) => {
    const theirs = computeOnCpu(tf, () =>
      computed(() => {
        const back = tf.grads((x, w) => layer(x as tf.Tensor4D, w as tf.Tensor4D));
        return back([tensor4d(input), tensor4d(weights)], tensor4d(gradient))[i];
      }),
    );
    return farthest(ours[name], theirs) / Math.max(1, ...theirs.data.map(Math.abs));
  });
  return Math.max(...differences);
}
