import { createOptimizer, tf } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { compileStep } from "../../../lib/training/compiled/compileStep.js";
import { largestDifference, smallNetwork, weightsOf } from "../helpers.js";
import { batches, examplesFor } from "./helpers.js";

/** A compiled step of a small network; `train` makes some steps, `twin` the same model with a step that stays eager. */
function setUp(name: Parameters<typeof createOptimizer>[0] = "adam") {
  const model = smallNetwork(tf);
  model.compile({ optimizer: createOptimizer(name), loss: "categoricalCrossentropy", metrics: ["accuracy"] });
  const { take } = examplesFor(model);
  const batch = (indices: ArrayLike<number>) => {
    const { x, y } = take(indices);
    return [x, y];
  };
  const compile = () => compileStep({ model, count: 21, batchSize: 8, weighted: false, take: batch });
  const train = (from: number, to: number) => {
    const step = compile();
    for (const indices of batches.slice(from, to)) tf.tidy(() => step.run(batch(indices)) && undefined);
  };
  const eagerly = (from: number, to: number) => trainEagerly(model, from, to);
  return { model, train, eagerly, compile };
}

async function trainEagerly(model: tf.LayersModel, from: number, to: number): Promise<void> {
  const { take } = examplesFor(model);
  for (const indices of batches.slice(from, to)) {
    const { x, y } = take(indices);
    await model.trainOnBatch(x, y);
    tf.dispose([x, y]);
  }
}

describe("weights that are kept in the session", () => {
  it("are there for whoever wants them: predict, save, print, a copy", async () => {
    const [a, b] = [setUp(), setUp()];
    a.train(0, 4);
    await b.eagerly(0, 4);
    const x = tf.ones([2, 8, 6, 2]);
    const predicted = [a, b].map(({ model }) => (model.predict(x) as tf.Tensor).dataSync());
    expect(largestDifference(predicted[0], predicted[1])).toBeLessThan(1e-5);
    a.train(4, 6);
    await b.eagerly(4, 6);
    const saved = await Promise.all([a, b].map(({ model }) => saveToMemory(model)));
    expect(largestDifference(floats(saved[0]), floats(saved[1]))).toBeLessThan(3e-5);
    a.train(6, 8);
    await b.eagerly(6, 8);
    expect(a.model.getWeights()[1].toString()).toBe(a.model.getWeights()[1].clone().toString());
    expect(largestDifference(weightsOf(a.model), weightsOf(b.model))).toBeLessThan(3e-5);
  });

  it("leave a copy that was made before as it was", () => {
    const { model, train } = setUp("sgd");
    train(0, 1);
    const [variable] = model.getWeights(true) as tf.Variable[];
    const [copy, reshaped] = [variable.clone(), variable.reshape([-1])]; // neither looks at the values yet
    const before = Array.from(variable.clone().mul(1).dataSync());
    train(1, 3);
    expect([...copy.dataSync()]).toEqual(before);
    expect([...reshaped.dataSync()]).toEqual(before);
    expect([...variable.dataSync()]).not.toEqual(before);
    train(3, 4);
    const held = variable.clone();
    train(4, 5);
    const now = Array.from(variable.dataSync());
    expect([...held.dataSync()]).not.toEqual(now);
  });

  it("go on in a model that is loaded from what was saved in mid-training", async () => {
    const [a, b] = [setUp("sgd"), setUp("sgd")];
    a.train(0, 5);
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(await saveToMemory(a.model)));
    await b.eagerly(0, 5);
    expect(largestDifference(weightsOf(loaded), weightsOf(b.model))).toBeLessThan(1e-5);
    a.train(5, 9);
    await b.eagerly(5, 9);
    expect(largestDifference(weightsOf(a.model), weightsOf(b.model))).toBeLessThan(1e-5);
  });

  it("outlive the step: another model's takes its place", () => {
    const { model, train } = setUp();
    train(0, 3);
    const expected = setUp();
    expected.train(0, 3);
    setUp().train(0, 1);
    expect(largestDifference(weightsOf(model), weightsOf(expected.model))).toBeLessThan(1e-6);
  });
});

describe("the optimiser's averages", () => {
  it.each(["adam", "momentum", "rmsprop", "adadelta"] as const)(
    "of %s go on from compiled to eager steps and back, with steps of another model in between",
    async (name) => {
      const [a, b] = [setUp(name), setUp(name)];
      a.train(0, 3);
      await a.eagerly(3, 5);
      a.train(5, 7);
      setUp(name).train(0, 1);
      a.train(7, 10);
      await b.eagerly(0, 10);
      expect(largestDifference(weightsOf(a.model), weightsOf(b.model))).toBeLessThan(3e-5);
    },
  );

  it.each(["adam", "momentum", "rmsprop", "sgd"] as const)(
    "of %s are saved with the model, and TensorFlow.js goes on with them",
    async (name) => {
      const [a, b] = [setUp(name), setUp(name)];
      a.train(0, 5);
      const model = await tf.loadLayersModel(tf.io.fromMemory(await saveToMemory(a.model, true)));
      await trainEagerly(model, 5, 9);
      await b.eagerly(0, 9);
      expect(largestDifference(weightsOf(model), weightsOf(b.model))).toBeLessThan(3e-5);
      a.train(5, 9);
      expect(largestDifference(weightsOf(a.model), weightsOf(b.model))).toBeLessThan(3e-5);
    },
  );

  it("and weights are right when two optimisers take turns, compiled or eager", async () => {
    const [ours, stock] = [
      [setUp("momentum"), setUp("momentum")],
      [tf.train.momentum(0.01, 0.9), tf.train.sgd(0.05)],
    ];
    const [a, b] = ours;
    const two = { a: a.model.optimizer, other: createOptimizer("sgd", { learningRate: 0.05 }) };
    const turn = (model: tf.LayersModel, optimizer: tf.Optimizer) => {
      model.compile({ optimizer, loss: "categoricalCrossentropy", metrics: ["accuracy"] });
    };
    for (let at = 0; at < 10; at++) {
      const second = at % 4 > 1;
      turn(a.model, second ? two.other : two.a);
      if (at % 3 === 0) a.train(at, at + 1);
      else await a.eagerly(at, at + 1);
      turn(b.model, stock[Number(second)]);
      await b.eagerly(at, at + 1);
    }
    expect(largestDifference(weightsOf(a.model), weightsOf(b.model))).toBeLessThan(1e-5);
  });

  it("of one optimiser for two networks stay with each", async () => {
    const [a, b, plain] = [setUp("momentum"), setUp("momentum"), setUp("momentum")];
    b.model.optimizer = a.model.optimizer;
    await b.eagerly(0, 3);
    a.train(0, 3);
    await b.eagerly(3, 6);
    await plain.eagerly(0, 6);
    expect(largestDifference(weightsOf(b.model), weightsOf(plain.model))).toBeLessThan(1e-6);
  });

  it("may be disposed of while they are lent", () => {
    const { model, train } = setUp();
    train(0, 2);
    model.optimizer.dispose();
    model.dispose();
    setUp().train(0, 1);
  });
});

it("a plan serves the next training of the same model, and no other", () => {
  const { model, compile } = setUp();
  const step = compile();
  expect(compile()).toBe(step);
  model.layers[0].trainable = false;
  model.compile({ optimizer: model.optimizer, loss: "categoricalCrossentropy", metrics: ["accuracy"] });
  const other = compile();
  expect(other).not.toBe(step);
  expect(setUp().compile()).not.toBe(other);
});

it("no memory is lost in steps, compiled networks and copies of weights", () => {
  const { model, train } = setUp();
  train(0, 3);
  const variable = model.getWeights(true)[0];
  const counted = tf.memory().numTensors;
  for (let round = 0; round < 20; round++) {
    train(0, 10);
    if (round % 3 === 0) variable.clone().dispose();
    if (round % 5 === 0) {
      const other = setUp();
      other.train(0, 2);
      other.model.optimizer.dispose();
      other.model.dispose();
    }
  }
  train(0, 1);
  expect(tf.memory().numTensors).toBe(counted);
});

async function saveToMemory(model: tf.LayersModel, includeOptimizer = false): Promise<tf.io.ModelArtifacts> {
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" as const } };
    }),
    { includeOptimizer },
  );
  return saved as tf.io.ModelArtifacts;
}

const floats = ({ weightData }: tf.io.ModelArtifacts) => new Float32Array(weightData as ArrayBuffer);
