import { type OptimizerName, type OptimizerOptions, tf } from "cnn-workbook/training";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AdadeltaOptimizer } from "../../../lib/training/adadeltaOptimizer.js";
import { allLayers, TESTED } from "../../../lib/training/compiled/layers.js";
import { smallNetwork } from "../helpers.js";
import { batches, difference, trainCompiled, trainStock } from "./helpers.js";
import { networks } from "./networks.js";

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

describe("a compiled step", () => {
  it.each(networks)("with %s does what TensorFlow.js does", async (_, network) => {
    const lesson = { network, batches };
    const ours = trainCompiled(lesson, "adam", { learningRate: 0.003 });
    const theirs = await trainStock(lesson, () => tf.train.adam(0.003));
    expect(difference(ours, theirs)).toBeLessThan(1e-4);
  });

  it.each([
    ["three classes", smallNetwork, [0.5, 3, 0]],
    ["yes or no", networks[networks.length - 1][1], [2, 0.25]],
  ])("weights the losses of %s as model.fit does", async (_, network, classWeight) => {
    const lesson = { network: () => network(tf), batches, classWeight };
    const ours = trainCompiled(lesson, "momentum");
    const theirs = await trainStock(lesson, () => tf.train.momentum(0.01, 0.9));
    expect(difference(ours, theirs)).toBeLessThan(3e-5);
    const plain = trainCompiled({ ...lesson, classWeight: undefined }, "momentum");
    expect(difference(ours, plain)).toBeGreaterThan(0.01);
  });

  it("takes a learning rate that changes, and weights that are set from outside", async () => {
    const before = (model: tf.LayersModel, step: number) => {
      if (step === 3) (model.optimizer as unknown as { learningRate: number }).learningRate = 0.02;
      if (step === 5) tf.tidy(() => model.setWeights(model.getWeights().map((weight) => weight.mul(0.5))));
      if (step === 6) (model.getWeights(true)[0] as tf.Variable).assign(tf.zeros(model.getWeights()[0].shape));
    };
    const lesson = { network: () => smallNetwork(tf), batches, before };
    const ours = trainCompiled(lesson, "adam");
    const theirs = await trainStock(lesson, () => tf.train.adam(0.001));
    expect(difference(ours, theirs)).toBeLessThan(3e-5);
  });

  it("was tested above with every layer that is compiled, and no other", () => {
    const used = networks.flatMap(([, network]) => allLayers(network()).map((layer) => layer.getClassName()));
    expect(new Set(used)).toEqual(TESTED);
  });
});
