import { type OptimizerName, type OptimizerOptions, tf } from "cnn-workbook/training";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AdadeltaOptimizer } from "../../../lib/training/adadeltaOptimizer.js";
import { smallNetwork } from "../helpers.js";
import { batches, difference, trainCompiled, trainStock } from "./helpers.js";

afterEach(() => vi.restoreAllMocks());

type Case = [OptimizerName, OptimizerOptions, () => tf.Optimizer];

const optimizers: Case[] = [
  ["adam", { learningRate: 0.01 }, () => tf.train.adam(0.01)],
  ["sgd", { learningRate: 0.1 }, () => tf.train.sgd(0.1)],
  ["momentum", { learningRate: 0.05, momentum: 0.8 }, () => tf.train.momentum(0.05, 0.8)],
  ["momentum", { learningRate: 0.05, useNesterov: true }, () => tf.train.momentum(0.05, 0.9, true)],
  ["rmsprop", { learningRate: 0.01 }, () => tf.train.rmsprop(0.01)],
  ["rmsprop", { decay: 0.8, momentum: 0.5 }, () => tf.train.rmsprop(0.001, 0.8, 0.5)],
  ["adadelta", { learningRate: 1, rho: 0.9 }, () => new AdadeltaOptimizer(1, 0.9, 1e-7)],
];

describe.each(optimizers)("a compiled step with %s %j", (name, options, stock) => {
  it("moves the weights as TensorFlow.js does, step by step, smaller batches too", async () => {
    const lesson = { network: () => smallNetwork(tf), batches };
    const ours = trainCompiled(lesson, name, options);
    const theirs = await trainStock(lesson, stock);
    expect(difference(ours, theirs)).toBeLessThan(3e-5);
    expect(theirs[9].loss).toBeLessThan(theirs[0].loss);
  });
});
