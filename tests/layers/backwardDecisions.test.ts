import { toList, toNested } from "cnn-workbook/arrays";
import {
  type BatchNormOptions,
  batchNorm,
  batchNormBackward,
  crossEntropy,
  crossEntropyBackward,
  dropout,
  dropoutBackward,
  flatten,
  flattenBackward,
  gradientCheck,
  leakyRelu,
  leakyReluBackward,
  relu,
  reluBackward,
  sigmoid,
  sigmoidBackward,
  softmax,
  softmaxBackward,
  softmaxCrossEntropyBackward,
  tanh,
  tanhBackward,
} from "cnn-workbook/layers";
import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestDifference } from "../training/helpers.js";

const number = fc.integer({ min: -250, max: 250 }).map((value) => value / 61);
const row = (length: number) => fc.array(number, { minLength: length, maxLength: length });
/** Two matrices of the same shape: an input, and a gradient by what a layer makes of it. */
const twice = (columns: number, minLength = 1) =>
  fc.array(fc.tuple(row(columns), row(columns)), { minLength, maxLength: 4 }).map((rows) => ({
    input: rows.map(([one]) => one),
    gradient: rows.map(([, other]) => other),
  }));
const agrees = expect.objectContaining({ status: "agrees" });
const close = (values: number[]) => values.map((value) => expect.closeTo(value, 10));
const data = (tensor: { dataSync(): ArrayLike<number> }) => Array.from(tensor.dataSync());

describe("activations on the way back", () => {
  it("stop or pass gradients, by hand", () => {
    expect(toList(reluBackward([5, 6, 7], [-2, 0, 3]))).toEqual([0, 0, 7]);
    expect(toList(leakyReluBackward([10, 10, 7], [-2, 0, 3]))).toEqual([3, 3, 7]);
    expect(toList(leakyReluBackward([10, 7], [-2, 3], { negativeSlope: 0.1 }))).toEqual([1, 7]);
    expect(toList(sigmoidBackward([8, 16], [0, Math.log(3)]))).toEqual(close([2, 3]));
    expect(toList(tanhBackward([8], [0]))).toEqual([8]);
    expect(reluBackward([[[1, 2]]], [[[3, 4]]]).shape).toEqual([1, 1, 2]);
  });

  it("vanish far out, and stay finite", () => {
    expect(toList(sigmoidBackward([1, 1], [-1000, 1000]))).toEqual([0, 0]);
    expect(toList(tanhBackward([1, 1], [-1000, 1000]))).toEqual([0, 0]);
  });

  const layers = [
    { name: "relu", forward: relu, backward: reluBackward, theirs: tf.relu },
    {
      name: "leakyRelu",
      forward: leakyRelu,
      backward: leakyReluBackward,
      theirs: (x: tf.Tensor) => tf.leakyRelu(x, 0.3),
    },
    { name: "sigmoid", forward: sigmoid, backward: sigmoidBackward, theirs: tf.sigmoid },
    { name: "tanh", forward: tanh, backward: tanhBackward, theirs: tf.tanh },
    { name: "softmax", forward: softmax, backward: softmaxBackward, theirs: (x: tf.Tensor) => tf.softmax(x) },
  ];

  it.each(layers)("agree with slopes: $name", ({ forward, backward }) => {
    fc.assert(
      fc.property(twice(3), ({ input, gradient }) => {
        const check = gradientCheck(
          ({ input }) => forward(input),
          { input },
          { input: backward(gradient, input) },
          { gradient },
        );
        expect(check.status).not.toBe("differs");
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it.each(layers)("agree with TensorFlow, at 0 too: $name", ({ backward, theirs }) => {
    const zeros = { input: [[0, -0, 1]], gradient: [[1, 2, 3]] };
    fc.assert(
      fc.property(fc.oneof(twice(3), fc.constant(zeros)), ({ input, gradient }) => {
        const answer = tf.tidy(() =>
          data(tf.grad(theirs as typeof tf.relu)(tf.tensor2d(input), tf.tensor2d(gradient))),
        );
        expect(largestDifference(toList(backward(gradient, input)), answer)).toBeLessThan(1e-5);
      }),
      { numRuns: 50, seed: 2 },
    );
  });

  it("say what does not fit", () => {
    const message = "`gradient` must have the shape of the layer's output, [1, 2], got [2]";
    for (const { backward } of layers) expect(() => backward([1, 2], [[1, 2]])).toThrow(message);
    expect(() => reluBackward([Number.NaN], [1])).toThrow("`gradient[0]` must be a finite number, got NaN");
    expect(() => leakyReluBackward([1], [1], { alpha: 1 } as object)).toThrow(
      "`alpha` is no option of leakyReluBackward",
    );
    expect(() => leakyRelu([1], { alpha: 1 } as object)).toThrow("`alpha` is no option of leakyRelu");
  });
});

describe("softmaxBackward", () => {
  it("by hand, and a gradient that all classes share changes nothing", () => {
    expect(toList(softmaxBackward([1, 0], [0, 0]))).toEqual([0.25, -0.25]);
    expect(toList(softmaxBackward([7, 7, 7], [0, 1, 2]))).toEqual(close([0, 0, 0]));
  });
});

describe("crossEntropyBackward", () => {
  it("is −1 / p of the right class over the examples, by hand", () => {
    const probabilities = [[0.5, 0.5], [0.2, 0.8]]; // biome-ignore format: a matrix
    expect(toNested(crossEntropyBackward(probabilities, [0, 1]))).toEqual([[-1, 0], [0, -0.625]]); // biome-ignore format: a matrix
    expect(toList(crossEntropyBackward([0.5, 0.5], 1))).toEqual([0, -2]);
    expect(toList(crossEntropyBackward([0, 1], 0))).toEqual([0, 0]);
  });

  it("agrees with slopes", () => {
    const inputs = { p: [[0.1, 0.6, 0.3], [0.2, 0.2, 0.6]] }; // biome-ignore format: a matrix
    for (const labels of [
      [2, 0],
      [
        [0, 1, 0],
        [0.1, 0.2, 0.7],
      ],
    ]) {
      const check = gradientCheck(({ p }) => crossEntropy(p, labels), inputs, {
        p: crossEntropyBackward(inputs.p, labels),
      });
      expect(check).toEqual(agrees);
    }
  });

  it("says what does not fit", () => {
    expect(() => crossEntropyBackward([[0.5, 0.5]], [2])).toThrow("`labels` must be classes from 0 to 1, got 2");
    expect(() => crossEntropyBackward([[3, 1]], [0])).toThrow("`probabilities` must lie between 0 and 1, got 3");
  });
});

describe("softmaxCrossEntropyBackward", () => {
  it("is what was said minus what is true, by hand", () => {
    expect(toNested(softmaxCrossEntropyBackward([[0, Math.log(3)], [5, 5]], [0, 1]))).toEqual([close([-0.375, 0.375]), close([0.25, -0.25])]); // biome-ignore format: matrices
    expect(toList(softmaxCrossEntropyBackward([0, 0], 1))).toEqual([0.5, -0.5]);
  });

  it("is the two steps in one, also for a truth that adds up to less than 1", () => {
    fc.assert(
      fc.property(fc.array(row(3), { minLength: 1, maxLength: 4 }), (scores) => {
        for (const labels of [scores.map((_, i) => i % 3), scores.map(() => [0.1, 0.5, 0.2])]) {
          const inTwo = softmaxBackward(crossEntropyBackward(softmax(scores), labels), scores);
          const inOne = softmaxCrossEntropyBackward(scores, labels);
          expect(largestDifference(toList(inOne), toList(inTwo))).toBeLessThan(1e-12);
          const f = ({ scores }: { scores: Parameters<typeof softmax>[0] }) => crossEntropy(softmax(scores), labels);
          expect(gradientCheck(f, { scores }, { scores: inOne })).toEqual(agrees);
        }
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it("still teaches a network that is sure and wrong", () => {
    expect(toList(softmaxCrossEntropyBackward([1000, 0], 1))).toEqual([1, -1]);
  });

  it("says what does not fit", () => {
    expect(() => softmaxCrossEntropyBackward([[0, 0]], [0, 1])).toThrow("`labels` must be [1] classes or [1, 2] prob");
    expect(() => softmaxCrossEntropyBackward([[[0]]], [0])).toThrow("`scores` must have 1 or 2 axes");
  });
});

describe("batchNormBackward", () => {
  const options: Record<string, BatchNormOptions> = {
    "in training": { gamma: [2, -1, 0.5], beta: [1, 2, 3] },
    "in use": { gamma: [2, -1, 0.5], beta: [1, 2, 3], mean: [1, -2, 3], variance: [4, 0.5, 2] },
    "with a mean": { gamma: [1, 1, 1], beta: [0, 0, 0], mean: [1, -2, 3] },
    "with a variance": { gamma: [1, 1, 1], beta: [0, 0, 0], variance: [4, 0.5, 2], epsilon: 0.1 },
  };

  it("sums by hand", () => {
    const { gamma, beta, input } = batchNormBackward([[1, 5], [2, 5]], [[1, 7], [3, 7]], { epsilon: 1e-12 }); // biome-ignore format: matrices
    expect(toList(beta)).toEqual([3, 10]);
    expect(toList(gamma)).toEqual(close([1, 0]));
    expect(toList(input)).toEqual(close([0, 0, 0, 0]));
    const used = batchNormBackward([[1], [2]], [[1], [3]], { mean: [0], variance: [4], gamma: [6], epsilon: 1e-12 });
    expect(toList(used.input)).toEqual(close([3, 6]));
  });

  it.each(Object.keys(options))("agrees with slopes: %s", (name) => {
    fc.assert(
      fc.property(twice(3, 2), ({ input, gradient }) => {
        const { gamma, beta, ...rest } = options[name];
        // A channel of nearly equal numbers has steep slopes, which hardly can be measured.
        fc.pre(rest.variance !== undefined || [0, 1, 2].every((k) => spread(input.map((values) => values[k])) > 0.1));
        const inputs = { input, gamma: gamma as number[], beta: beta as number[] };
        const f = (moved: Record<keyof typeof inputs, unknown>) =>
          batchNorm(moved.input as number[], { ...rest, gamma: moved.gamma as number[], beta: moved.beta as number[] });
        const check = gradientCheck(f, inputs, batchNormBackward(gradient, input, options[name]), { gradient });
        expect(check).toEqual(agrees);
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it("agrees with TensorFlow in training, on pictures", () => {
    const shape: [number, number, number, number] = [2, 3, 2, 3];
    const random = (seed: number) => tf.randomNormal(shape, 0, 1, "float32", seed) as tf.Tensor4D;
    const [x, dy] = [random(1), random(2)];
    const gamma = tf.tensor1d([2, -1, 0.5]);
    const layer = (x: tf.Tensor, gamma: tf.Tensor) => {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      return tf.batchNorm(
        x as tf.Tensor4D,
        mean as tf.Tensor1D,
        variance as tf.Tensor1D,
        tf.zeros([3]),
        gamma as tf.Tensor1D,
      );
    };
    const [byX, byGamma] = tf.grads(layer)([x, gamma], dy);
    const ours = batchNormBackward(dy.arraySync(), x.arraySync(), { gamma: [2, -1, 0.5] });
    expect(largestDifference(toList(ours.input), data(byX))).toBeLessThan(1e-4);
    expect(largestDifference(toList(ours.gamma), data(byGamma))).toBeLessThan(1e-4);
    expect(ours.input.shape).toEqual(shape);
  });

  it("says what does not fit", () => {
    expect(() => batchNormBackward([[1]], [[1, 2]])).toThrow(
      "`gradient` must have the shape of the layer's output, [1, 2]",
    );
    expect(() => batchNormBackward([[1]], [[1]], { momentum: 1 } as object)).toThrow("no option of batchNormBackward");
    expect(() => batchNorm([[1]], { momentum: 1 } as object)).toThrow("`momentum` is no option of batchNorm; it has");
  });

  function spread(values: number[]): number {
    return Math.max(...values) - Math.min(...values);
  }
});

describe("dropoutBackward", () => {
  it("drops the gradients of what was dropped", () => {
    const input = Array.from({ length: 50 }, (_, i) => i + 1);
    const chance = { rate: 0.4, seed: 5 };
    const gradient = input.map((value) => value / 7);
    const check = gradientCheck(({ input }) => dropout(input, chance), { input }, { input: dropoutBackward(gradient, input, chance) }, { gradient }); // biome-ignore format: one line
    expect(check).toEqual(agrees);
    expect(toList(dropoutBackward(gradient, input, chance)).filter((value) => value === 0).length).toBeGreaterThan(9);
  });

  it("says what does not fit", () => {
    expect(() => dropoutBackward([1], [1, 2], { rate: 0.5, seed: 1 })).toThrow("`gradient` must have the shape");
    expect(() => dropoutBackward([1], [1], { rate: 1, seed: 1 })).toThrow("`rate` 1 would drop everything");
    expect(() => dropoutBackward([1], [1], { rat: 1 } as never)).toThrow("`rat` is no option of dropoutBackward");
    expect(() => dropout([1], 0.5 as never)).toThrow("the options of dropout must be an object such as { rate: 0.5 }");
  });
});

describe("flattenBackward", () => {
  it("gives the numbers their shape again", () => {
    expect(toNested(flattenBackward([1, 2, 3, 4, 5, 6], [[0, 0, 0], [0, 0, 0]]))).toEqual([[1, 2, 3], [4, 5, 6]]); // biome-ignore format: matrices
    const batch = [[[[1], [2]]], [[[3], [4]]]];
    expect(toNested(flattenBackward(flatten(batch), batch))).toEqual(batch);
  });

  it("gives new memory, and says what does not fit", () => {
    const gradient = Float64Array.of(1, 2);
    flattenBackward(gradient, [[0, 0]]).data[0] = 9;
    expect([...gradient]).toEqual([1, 2]);
    expect(() => flattenBackward([1], [[0, 0]])).toThrow(
      "`gradient` must have the shape of the layer's output, [2], got [1]",
    );
  });
});
