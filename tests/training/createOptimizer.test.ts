import { backendName, createOptimizer, type OptimizerName, type OptimizerOptions, tf } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { AdadeltaOptimizer } from "../../lib/training/adadeltaOptimizer.js";
import { largestDifference, smallBatch, smallNetwork, weightsOf } from "./helpers.js";

type Case = [OptimizerName, OptimizerOptions, () => tf.Optimizer];

const cases: Case[] = [
  ["adam", { learningRate: 0.01 }, () => tf.train.adam(0.01)],
  ["adam", { beta1: 0.8, beta2: 0.99, epsilon: 1e-3 }, () => tf.train.adam(0.001, 0.8, 0.99, 1e-3)],
  ["sgd", { learningRate: 0.1 }, () => tf.train.sgd(0.1)],
  ["momentum", { learningRate: 0.05, momentum: 0.8 }, () => tf.train.momentum(0.05, 0.8)],
  ["momentum", { learningRate: 0.05, useNesterov: true }, () => tf.train.momentum(0.05, 0.9, true)],
  ["rmsprop", { learningRate: 0.01 }, () => tf.train.rmsprop(0.01)],
  ["rmsprop", { decay: 0.8, momentum: 0.5 }, () => tf.train.rmsprop(0.001, 0.8, 0.5)],
  ["adadelta", { learningRate: 1, rho: 0.9 }, () => new AdadeltaOptimizer(1, 0.9, 1e-7)],
];

it("runs on native TensorFlow here, so that the fused updates are what is tested", () => {
  expect(backendName()).toBe("tensorflow");
});

it("begins with empty averages for a variable made anew under the name of another", () => {
  const optimizer = createOptimizer("adam", { learningRate: 0.1 });
  const fall = (variable: tf.Variable) => optimizer.minimize(() => variable.sum() as tf.Scalar, false, [variable]);
  const first = tf.variable(tf.tensor1d([1]), true, "made-twice");
  for (let step = 0; step < 5; step++) fall(first);
  first.dispose();
  const again = tf.variable(tf.tensor1d([1]), true, "made-twice");
  fall(again);
  const mean = (1 - 0.9) / (1 - 0.9 ** 6);
  const square = (1 - 0.999) / (1 - 0.999 ** 6);
  expect(1 - again.dataSync()[0]).toBeCloseTo((0.1 * mean) / Math.sqrt(square), 4);
  again.dispose();
  optimizer.dispose();
});

describe.each(cases)("createOptimizer(%j, %j)", (name, options, stock) => {
  it("moves the weights as elementwise operations do, step by step", () => {
    const ours = trainer(createOptimizer(name, options));
    const theirs = trainer(stock());
    for (let step = 0; step < 10; step++) {
      ours.step(step);
      theirs.step(step);
      expect(largestDifference(weightsOf(ours.model), weightsOf(theirs.model))).toBeLessThan(3e-5);
    }
  });

  it("says in a saved model what TensorFlow.js would", () => {
    const [ours, theirs] = [createOptimizer(name, options), stock()];
    expect(ours.getClassName()).toBe(theirs.getClassName());
    expect(theirs.getConfig()).toMatchObject(ours.getConfig());
  });
});

describe("a fused optimiser", () => {
  it("makes the first step of Adam by hand: every weight moves by the learning rate", () => {
    const weight = tf.variable(tf.tensor1d([1, -2, 0.5]));
    const optimizer = createOptimizer("adam", { learningRate: 0.1 });
    optimizer.minimize(() =>
      weight
        .mul(tf.tensor1d([3, -0.01, 7]))
        .sum()
        .asScalar(),
    );
    expect(largestDifference(weight.dataSync(), [0.9, -1.9, 0.4])).toBeLessThan(1e-5);
  });

  it("makes two steps of Adadelta by the formula of the paper, not by that of TensorFlow.js", () => {
    const [rho, epsilon, gradient] = [0.9, 1e-3, 2];
    const expected = [1];
    let [squares, updates] = [0, 0];
    for (let step = 0; step < 2; step++) {
      squares = rho * squares + (1 - rho) * gradient ** 2;
      const update = (Math.sqrt(updates + epsilon) / Math.sqrt(squares + epsilon)) * gradient;
      updates = rho * updates + (1 - rho) * update ** 2;
      expected.push(expected[step] - update);
    }
    for (const optimizer of [
      createOptimizer("adadelta", { learningRate: 1, rho, epsilon }),
      new AdadeltaOptimizer(1, rho, epsilon),
    ]) {
      const weight = tf.variable(tf.scalar(1));
      const values = [1, 2].map(() => {
        optimizer.minimize(() => weight.mul(gradient).asScalar());
        return weight.dataSync()[0];
      });
      expect(largestDifference(values, expected.slice(1))).toBeLessThan(1e-6);
    }
  });

  it("goes on from weights that somebody else set", () => {
    const ours = trainer(createOptimizer("adam"));
    const theirs = trainer(tf.train.adam(0.001));
    for (const { step, model } of [ours, theirs]) {
      step(0);
      tf.tidy(() => model.setWeights(model.getWeights().map((weight) => weight.mul(0.5))));
      step(1);
    }
    expect(largestDifference(weightsOf(ours.model), weightsOf(theirs.model))).toBeLessThan(1e-5);
  });

  it("sees the steps that another made in between", () => {
    const weight = tf.variable(tf.scalar(1));
    const optimizers = [createOptimizer("sgd", { learningRate: 1 }), createOptimizer("sgd", { learningRate: 0.25 })];
    for (const index of [0, 1, 0, 0, 1]) optimizers[index].minimize(() => weight.asScalar());
    expect(weight.dataSync()[0]).toBe(1 - 3 - 0.5);
  });

  it("leaves a copy of the weights as it was", () => {
    const weight = tf.variable(tf.tensor1d([1, 2]));
    const optimizer = createOptimizer("sgd", { learningRate: 1 });
    const minimize = () => optimizer.minimize(() => weight.sum().asScalar());
    minimize();
    const [copy, reshaped] = [weight.clone(), weight.reshape([2, 1])];
    minimize();
    minimize();
    expect([...copy.dataSync(), ...reshaped.dataSync()]).toEqual([0, 1, 0, 1]);
    expect([...weight.dataSync()]).toEqual([-2, -1]);
  });

  it("takes a learning rate that changes while it trains", () => {
    const weight = tf.variable(tf.scalar(1));
    const optimizer = createOptimizer("sgd", { learningRate: 1 }) as tf.Optimizer & { learningRate: number };
    optimizer.minimize(() => weight.asScalar());
    optimizer.learningRate = 0.25;
    optimizer.minimize(() => weight.asScalar());
    expect(weight.dataSync()[0]).toBeCloseTo(-0.25);
  });

  it("holds no more tensors after 30 steps than after 3, and gives all back when disposed of", () => {
    const before = tf.memory().numTensors;
    const { step, model, optimizer } = trainer(createOptimizer("adam"));
    const counts = Array.from({ length: 30 }, (_, i) => {
      step(i);
      return tf.memory().numTensors;
    });
    expect(counts[29]).toBe(counts[2]);
    optimizer.dispose();
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("wrong settings", () => {
  it.each([
    [
      () => createOptimizer("adamm" as "adam"),
      '`name` must be one of "adam", "sgd", "momentum", "rmsprop", "adadelta", got "adamm"',
    ],
    [() => createOptimizer("adam", { learningRate: 0 }), "`learningRate` must be a number greater than 0, got 0"],
    [() => createOptimizer("adam", { beta1: 1 }), "`beta1` must be a number of at least 0 and below 1, got 1"],
    [() => createOptimizer("adam", { beta2: -0.5 }), "`beta2` must be a number of at least 0 and below 1, got -0.5"],
    [
      () => createOptimizer("rmsprop", { decay: 1.5 }),
      "`decay` must be a finite number of at least 0 and at most 1, got 1.5",
    ],
    [
      () => createOptimizer("sgd", { momentum: 0.9 }),
      'createOptimizer("sgd") has no option `momentum`; it takes learningRate',
    ],
  ])("%# says what is allowed", (make, message) => {
    expect(make).toThrow(message);
  });
});

/** A small network with an optimiser; `step` trains it on one batch, the same for the same number. */
function trainer(optimizer: tf.Optimizer) {
  const model = smallNetwork(tf);
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const step = (seed: number) =>
    tf.tidy(() => {
      const { x, y } = smallBatch(tf, seed);
      const loss = () => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true }) as tf.Tensor) as tf.Scalar;
      optimizer.minimize(loss, false, variables);
    });
  return { model, optimizer, step };
}
