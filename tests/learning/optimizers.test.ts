import { type ArrayInput, toList } from "cnn-workbook/arrays";
import { adadelta, adam, type Optimizer, rmsprop, sgd } from "cnn-workbook/learning";
import { createOptimizer, tf } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { computeOnCpu, largestDifference } from "../training/helpers.js";

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 9));

/** Weights after each of several steps from [1, 2] with the same gradient. */
function walk(optimizer: Optimizer, gradient: number[], steps: number): number[][] {
  const path = [];
  let weights: { w: ArrayInput } = { w: [1, 2] };
  for (let i = 0; i < steps; i++) {
    const after = optimizer.step(weights, { w: gradient });
    path.push(toList(after.w));
    weights = after;
  }
  return path;
}

describe("a step, by hand", () => {
  it("of gradient descent goes against the gradient", () => {
    expect(walk(sgd({ learningRate: 0.1 }), [10, -1], 2)).toEqual([close([0, 2.1]), close([-1, 2.2])]);
  });

  it("with momentum makes a share of the last step again", () => {
    const path = walk(sgd({ learningRate: 0.1, momentum: 0.5 }), [1, 0], 3);
    expect(path.map(([first]) => first)).toEqual(close([1 - 0.1, 0.9 - 0.15, 0.75 - 0.175]));
    const ahead = walk(sgd({ learningRate: 0.1, momentum: 0.5, useNesterov: true }), [1, 0], 2);
    expect(ahead.map(([first]) => first)).toEqual(close([1 - 0.15, 0.85 - 0.175]));
  });

  it("of Adam is as long as the learning rate, however large the gradient is", () => {
    expect(walk(adam({ learningRate: 0.1, epsilon: 1e-12 }), [1000, -0.001], 2)).toEqual([close([0.9, 2.1]), close([0.8, 2.2])]); // biome-ignore format: one line
  });

  it("of RMSProp divides by the usual size of the gradient", () => {
    const [[first]] = walk(rmsprop({ learningRate: 0.1, decay: 0.75, epsilon: 1e-12 }), [10, 1], 1);
    expect(first).toBeCloseTo(1 - 0.1 * (10 / 5), 9);
  });

  it("of Adadelta begins with the root of epsilon", () => {
    const [[first]] = walk(adadelta({ rho: 0.75, epsilon: 1e-4 }), [10, 1], 1);
    expect(first).toBeCloseTo(1 - (0.01 / Math.sqrt(25 + 1e-4)) * 10, 9);
  });
});

type Tf = typeof tf;
const methods: { name: string; ours: () => Optimizer; theirs: (tf: Tf) => tf.Optimizer }[] = [
  { name: "sgd", ours: () => sgd({ learningRate: 0.3 }), theirs: (tf) => tf.train.sgd(0.3) },
  {
    name: "momentum",
    ours: () => sgd({ learningRate: 0.1, momentum: 0.9 }),
    theirs: (tf) => tf.train.momentum(0.1, 0.9),
  },
  { name: "Nesterov", ours: () => sgd({ learningRate: 0.1, momentum: 0.8, useNesterov: true }), theirs: (tf) => tf.train.momentum(0.1, 0.8, true) }, // biome-ignore format: one line
  { name: "rmsprop", ours: () => rmsprop({ learningRate: 0.02, decay: 0.8, epsilon: 1e-5 }), theirs: (tf) => tf.train.rmsprop(0.02, 0.8, 0, 1e-5) }, // biome-ignore format: one line
  { name: "rmsprop with momentum", ours: () => rmsprop({ learningRate: 0.02, momentum: 0.5 }), theirs: (tf) => tf.train.rmsprop(0.02, 0.9, 0.5, 1e-7) }, // biome-ignore format: one line
  { name: "adam", ours: () => adam({ learningRate: 0.05 }), theirs: (tf) => tf.train.adam(0.05, 0.9, 0.999, 1e-7) },
  { name: "adam with other betas", ours: () => adam({ learningRate: 0.05, beta1: 0.5, beta2: 0.9, epsilon: 1e-3 }), theirs: (tf) => tf.train.adam(0.05, 0.5, 0.9, 1e-3) }, // biome-ignore format: one line
];

/** A valley with the floor at 0, steeper along some axes, and a second array of weights. */
const slopes = ({ a, b }: { a: number[]; b: number[] }) => ({
  a: a.map((value, i) => (i + 1) * value),
  b: b.map((value) => Math.sin(value)),
});
const start = { a: [1, -2, 0.5, 3], b: [0.3, -0.7] };
const STEPS = 30;

/** Our weights after each step. */
function ours(optimizer: Optimizer): number[][] {
  let weights = start;
  return Array.from({ length: STEPS }, () => {
    const { a, b } = optimizer.step(weights, slopes(weights));
    weights = { a: toList(a), b: toList(b) };
    return [...weights.a, ...weights.b];
  });
}

/** TensorFlow's weights after each step. */
function theirs(optimizer: tf.Optimizer): number[][] {
  const [a, b] = [tf.tensor1d(start.a).variable(), tf.tensor1d(start.b).variable()];
  return Array.from({ length: STEPS }, () => {
    const now = { a: Array.from(a.dataSync()), b: Array.from(b.dataSync()) };
    const by = slopes(now);
    optimizer.applyGradients({ [a.name]: tf.tensor1d(by.a), [b.name]: tf.tensor1d(by.b) });
    return [...a.dataSync(), ...b.dataSync()];
  });
}

describe("TensorFlow.js goes the same way", () => {
  it.each(methods)("$name", (method) => {
    const path = computeOnCpu(tf, () => theirs(method.theirs(tf)));
    ours(method.ours()).forEach((weights, i) => {
      expect(largestDifference(weights, path[i])).toBeLessThan(2e-5);
    });
  });

  it("adadelta, as our own optimiser has it: that of TensorFlow.js does not follow the paper", () => {
    const path = theirs(createOptimizer("adadelta", { learningRate: 1, rho: 0.9, epsilon: 1e-4 }));
    ours(adadelta({ rho: 0.9, epsilon: 1e-4 })).forEach((weights, i) => {
      expect(largestDifference(weights, path[i])).toBeLessThan(2e-5);
    });
  });
});

describe("what step is given", () => {
  it("is not changed, and keeps its shape", () => {
    const [w, g] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
    const after = sgd().step({ w }, { w: g });
    expect([...w, ...g]).toEqual([1, 2, 3, 4]);
    expect(after.w.data.buffer).not.toBe(w.buffer);
    expect(sgd().step({ w: [[[1, 2]]] }, { w: [[[1, 1]]] }).w.shape).toEqual([1, 1, 2]);
  });

  it("is remembered by name, each array by itself", () => {
    const optimizer = sgd({ learningRate: 1, momentum: 1 });
    optimizer.step({ a: [0], b: [0] }, { a: [5], b: [0] });
    const { b, a } = optimizer.step({ b: [0], a: [0] }, { a: [0], b: [1] });
    expect([toList(a), toList(b)]).toEqual([[-5], [-1]]);
  });

  it("may have gradients of other names, which are not looked at", () => {
    const gradients = { w: [1], input: [1] };
    expect(Object.keys(sgd().step({ w: [1] }, gradients))).toEqual(["w"]);
  });

  it("is named when it is wrong, and nothing is remembered of that step", () => {
    const optimizer = sgd({ learningRate: 1, momentum: 1 });
    const step = (weights: object, gradients: object) => () => optimizer.step(weights as { w: number[] }, gradients);
    expect(step({ a: [1], w: [1] }, { a: [7] })).toThrow("`gradients` has none for `w`");
    expect(step({ w: [1, 2] }, { w: [[1, 2]] })).toThrow(
      "`gradients.w` must have the shape of its weights, [2], got [1, 2]",
    );
    expect(step({ w: [1] }, { w: [Number.NaN] })).toThrow("`gradients.w[0]` must be a finite number, got NaN");
    expect(toList(optimizer.step({ a: [0] }, { a: [1] }).a)).toEqual([-1]);
    expect(step({ a: [1, 2] }, { a: [1, 2] })).toThrow("`weights.a` held 1 numbers in earlier steps, got 2");
  });
});

describe("options", () => {
  it("are named when they are wrong", () => {
    for (const method of [sgd, rmsprop, adadelta, adam]) {
      expect(() => method({ learningRate: 0 })).toThrow("`learningRate` must be a number greater than 0, got 0");
      expect(() => method({ lr: 1 } as object)).toThrow(
        `\`lr\` is no option of ${method.name}; it has \`learningRate\``,
      );
    }
    expect(() => sgd({ momentum: 2 })).toThrow("`momentum` must be a finite number of at least 0 and at most 1, got 2");
    expect(() => sgd({ useNesterov: 1 } as object)).toThrow("`useNesterov` must be true or false, got 1");
    expect(() => rmsprop({ decay: -1 })).toThrow("`decay` must be a finite number of at least 0 and at most 1, got -1");
    expect(() => adadelta({ rho: 2 })).toThrow("`rho` must be a finite number of at least 0 and at most 1, got 2");
    expect(() => adam({ beta2: 1 })).toThrow("`beta2` must be a number of at least 0 and below 1, got 1");
    for (const method of [rmsprop, adadelta, adam])
      expect(() => method({ epsilon: 0 })).toThrow("`epsilon` must be a number greater than 0, got 0");
  });
});
