import { toList } from "cnn-workbook/arrays";
import {
  batchNorm,
  crossEntropy,
  dense,
  dropout,
  flatten,
  globalAveragePool2d,
  leakyRelu,
  relu,
  sigmoid,
  softmax,
  tanh,
} from "cnn-workbook/layers";
import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestDifference } from "../training/helpers.js";

const number = fc.double({ min: -20, max: 20, noNaN: true });
const rows = (classes: number) =>
  fc.array(fc.array(number, { minLength: classes, maxLength: classes }), { minLength: 1, maxLength: 4 });
const data = (tensor: { dataSync(): ArrayLike<number> }) => Array.from(tensor.dataSync());

describe("activations", () => {
  it("bend as by hand", () => {
    expect(toList(relu([-2, 0, 3]))).toEqual([0, 0, 3]);
    expect(toList(leakyRelu([-2, 3]))).toEqual([-0.6, 3]);
    expect(toList(leakyRelu([-2, 3], { negativeSlope: 0.1 }))).toEqual([-0.2, 3]);
    expect(toList(sigmoid([0, Math.log(3)]))).toEqual([0.5, expect.closeTo(0.75, 12)]);
    expect(toList(tanh([0]))).toEqual([0]);
  });

  it("keep the shape, and stay finite far out", () => {
    expect(relu([[1, -1]]).shape).toEqual([1, 2]);
    expect(toList(sigmoid([-1000, 1000]))).toEqual([0, 1]);
  });

  it("agree with TensorFlow", () => {
    fc.assert(
      fc.property(rows(5), (input) => {
        const x = tf.tensor2d(input);
        const answers = [tf.relu(x), tf.leakyRelu(x, 0.3), tf.sigmoid(x), tf.tanh(x)].map(data);
        [relu(input), leakyRelu(input), sigmoid(input), tanh(input)].forEach((ours, i) => {
          expect(largestDifference(toList(ours), answers[i])).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it("refuse what is no number", () => {
    expect(() => relu([Number.NaN])).toThrow("`input[0]` must be a finite number, got NaN");
    expect(() => leakyRelu([1], { negativeSlope: Number.NaN })).toThrow("`negativeSlope` must be a finite number");
  });
});

describe("dense", () => {
  it("weighs every input for every unit", () => {
    expect(
      toList(
        dense(
          [1, 2],
          [
            [1, 0],
            [10, 1],
          ],
          { bias: [0, 5] },
        ),
      ),
    ).toEqual([21, 7]);
    expect(
      dense(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [[1], [1]],
      ).shape,
    ).toEqual([3, 1]);
  });

  it("agrees with TensorFlow", () => {
    fc.assert(
      fc.property(rows(3), rows(4), (input, other) => {
        const weights = [0, 1, 2].map((i) => other[i % other.length]);
        const theirs = tf.matMul(tf.tensor2d(input), tf.tensor2d(weights));
        expect(largestDifference(toList(dense(input, weights)), data(theirs))).toBeLessThan(1e-3);
      }),
      { numRuns: 50, seed: 2 },
    );
  });

  it("says what does not fit", () => {
    expect(() => dense([1, 2, 3], [[1], [1]])).toThrow("`weights` [2, 1] take 2 inputs, got input [3]");
  });
});

describe("softmax", () => {
  it("gives probabilities, by hand", () => {
    expect(toList(softmax([0, Math.log(3)]))).toEqual([0.25, 0.75].map((p) => expect.closeTo(p, 12)));
  });

  it("does not overflow, and does not care for a shift", () => {
    expect(toList(softmax([1000, 1000]))).toEqual([0.5, 0.5]);
    expect(toList(softmax([-1000, 0]))).toEqual([0, 1]);
    expect(largestDifference(toList(softmax([1, 2, 4])), toList(softmax([101, 102, 104])))).toBeLessThan(1e-12);
  });

  it("agrees with TensorFlow, row by row", () => {
    fc.assert(
      fc.property(rows(4), (input) => {
        expect(largestDifference(toList(softmax(input)), data(tf.softmax(tf.tensor2d(input))))).toBeLessThan(1e-5);
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});

describe("crossEntropy", () => {
  it("is −ln of the right class's probability, on average", () => {
    expect(
      crossEntropy(
        [
          [0.5, 0.5],
          [0.1, 0.9],
        ],
        [0, 1],
      ),
    ).toBeCloseTo(-(Math.log(0.5) + Math.log(0.9)) / 2, 12);
    expect(crossEntropy([0.2, 0.8], 1)).toBeCloseTo(-Math.log(0.8), 12);
  });

  it("takes the truth as probabilities too", () => {
    expect(crossEntropy([[0.2, 0.8]], [[0, 1]])).toBeCloseTo(-Math.log(0.8), 12);
    expect(crossEntropy([0.2, 0.8], [0.5, 0.5])).toBeCloseTo(-(Math.log(0.2) + Math.log(0.8)) / 2, 12);
  });

  it("is finite where a network was sure and wrong, and zero where it was sure and right", () => {
    expect(crossEntropy([[1, 0]], [1])).toBeCloseTo(-Math.log(1e-7), 6);
    expect(crossEntropy([[1, 0]], [0])).toBeCloseTo(0, 12);
  });

  it("agrees with TensorFlow's from scores", () => {
    fc.assert(
      fc.property(rows(4), (wide) => {
        // Within ±5 no probability is so small that it is cut.
        const scores = wide.map((row) => row.map((score) => score / 4));
        const labels = scores.map((_, i) => i % 4);
        const truth = tf.oneHot(tf.tensor1d(labels, "int32"), 4);
        const theirs = data(tf.losses.softmaxCrossEntropy(truth, tf.tensor2d(scores)))[0];
        expect(crossEntropy(softmax(scores), labels)).toBeCloseTo(theirs, 5);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it("says what does not fit", () => {
    expect(() => crossEntropy([[0.5, 0.5]], [2])).toThrow("`labels` must be classes from 0 to 1, got 2");
    expect(() => crossEntropy([[0.5, 0.5]], [0, 1, 0])).toThrow("`labels` must be [1] classes or [1, 2] probabilities");
    expect(() => crossEntropy([[3, -1]], [0])).toThrow("`probabilities` must lie between 0 and 1, got 3; use softmax");
  });
});

describe("batchNorm", () => {
  it("brings each channel to mean 0 and variance 1", () => {
    expect(
      toList(
        batchNorm(
          [
            [1, 5],
            [3, 5],
          ],
          { epsilon: 1e-9 },
        ),
      ),
    ).toEqual([-1, 0, 1, 0].map((v) => expect.closeTo(v, 8)));
  });

  it("agrees with TensorFlow on kept mean and variance", () => {
    fc.assert(
      fc.property(rows(3), (input) => {
        const [mean, variance, beta, gamma] = [
          [1, -2, 3],
          [4, 0.5, 2],
          [0.1, 0.2, 0.3],
          [2, -1, 0.5],
        ];
        const x = tf.tensor2d(input);
        const theirs = tf.batchNorm(x, mean, variance, beta, gamma, 1e-3) as typeof x;
        const ours = batchNorm(input, { mean, variance, beta, gamma });
        expect(largestDifference(toList(ours), data(theirs))).toBeLessThan(1e-4);
      }),
      { numRuns: 50, seed: 5 },
    );
  });

  it("says what does not fit", () => {
    expect(() => batchNorm([[1, 2]], { gamma: [1] })).toThrow(
      "`gamma` must hold one number a channel, 2, got shape [1]",
    );
    expect(() => batchNorm([[1]], { variance: [-1] })).toThrow("`variance` must not be negative");
    expect(() => batchNorm([[1]], { epsilon: 0 })).toThrow("`epsilon` must be a number greater than 0, got 0");
  });
});

describe("dropout", () => {
  const ones = new Float64Array(10_000).fill(1);

  it("zeroes about the share, and keeps the mean", () => {
    const left = toList(dropout(ones, { rate: 0.2, seed: 3 }));
    const zeros = left.filter((value) => value === 0).length / left.length;
    expect(zeros).toBeGreaterThan(0.18);
    expect(zeros).toBeLessThan(0.22);
    expect(new Set(left)).toEqual(new Set([0, 1.25]));
  });

  it("drops the same ones for the same seed", () => {
    expect(toList(dropout(ones, { rate: 0.5, seed: 3 }))).toEqual(toList(dropout(ones, { rate: 0.5, seed: 3 })));
    expect(toList(dropout(ones, { rate: 0.5, seed: 3 }))).not.toEqual(toList(dropout(ones, { rate: 0.5, seed: 4 })));
  });

  it("leaves everything at rate 0, and refuses 1", () => {
    expect(toList(dropout([1, 2], { rate: 0, seed: 1 }))).toEqual([1, 2]);
    expect(() => dropout([1], { rate: 1, seed: 1 })).toThrow("`rate` 1 would drop everything");
  });
});

describe("shapes", () => {
  it("flatten keeps the order: rows, then the channels of a pixel", () => {
    expect(
      toList(
        flatten([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toEqual([1, 2, 3, 4]);
    expect(
      flatten([
        [[[1, 2]], [[3, 4]]],
        [[[5, 6]], [[7, 8]]],
      ]).shape,
    ).toEqual([2, 4]);
    expect(() => flatten([1, 2])).toThrow("`input` must have 2 or 3 or 4 axes");
  });

  it("globalAveragePool2d gives a mean for each channel", () => {
    expect(
      toList(
        globalAveragePool2d([
          [1, 3],
          [2, 6],
        ]),
      ),
    ).toEqual([3]);
    const batch = [
      [
        [
          [1, 10],
          [3, 30],
        ],
      ],
      [
        [
          [5, 50],
          [7, 70],
        ],
      ],
    ];
    expect(globalAveragePool2d(batch).shape).toEqual([2, 2]);
    expect(toList(globalAveragePool2d(batch))).toEqual([2, 20, 6, 60]);
  });
});
