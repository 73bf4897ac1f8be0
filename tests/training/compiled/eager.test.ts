import { createOptimizer, tf, trainModel } from "cnn-workbook/training";
import ndarray from "ndarray";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Session } from "../../../lib/training/compiled/session.js";
import { largestDifference, weightsOf } from "../helpers.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const data = {
  images: ndarray(
    Float32Array.from({ length: 40 * 12 }, (_, i) => Math.sin(i * i)),
    [40, 12],
  ),
  labels: Uint8Array.from({ length: 40 }, (_, i) => (i * 7) % 3),
};

function network(...more: tf.layers.Layer[]): tf.LayersModel {
  const kernelInitializer = () => tf.initializers.glorotUniform({ seed: 1 });
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [12], units: 8, activation: "relu", kernelInitializer: kernelInitializer() }),
      ...more,
      tf.layers.dense({ units: 3, activation: "softmax", kernelInitializer: kernelInitializer() }),
    ],
  });
}

const train = (model: tf.LayersModel, more: object = {}) =>
  trainModel(model, data, { epochs: 2, batchSize: 16, display: "none", ...more });

class Counting extends tf.layers.Layer {
  static className = "Counting";
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return [inputs].flat()[0];
  }
}

/** Goes by the class name of a layer that was tested, as a student's own might. */
class Disguised extends tf.layers.Layer {
  static className = "Activation";
  constructor(private readonly compute: (x: tf.Tensor) => tf.Tensor) {
    super({});
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => this.compute([inputs].flat()[0]));
  }
}

describe("trainModel says how its steps ran", () => {
  it("compiled, with the result of an eager run", async () => {
    const [a, b] = [network(), network()];
    const ours = await train(a);
    vi.stubEnv("CNN_WORKBOOK_TRAINING", "eager");
    const theirs = await train(b);
    expect([ours.steps, theirs.steps]).toEqual(["compiled", "eager: CNN_WORKBOOK_TRAINING asks for it"]);
    expect(largestDifference(ours.loss, theirs.loss)).toBeLessThan(1e-5);
    expect(largestDifference(ours.accuracy, theirs.accuracy)).toBeLessThan(1e-6);
    expect(largestDifference(weightsOf(a), weightsOf(b))).toBeLessThan(1e-5);
  });

  it("eager, with an optimiser of TensorFlow.js", async () => {
    const { steps } = await train(network(), { optimizer: tf.train.adam(0.001) });
    expect(steps).toBe("eager: the optimizer is not of createOptimizer");
  });

  it.each([
    [tf.layers.gaussianNoise({ stddev: 0.1 }), "GaussianNoise"],
    [new Counting({}), "Counting"],
  ])("eager, with a layer that was never tested", async (layer, name) => {
    expect((await train(network(layer))).steps).toBe(`eager: no step with a ${name} was tested`);
  });

  it("eager, when another network takes its place, with the same result", async () => {
    const [a, b, alone] = [network(), network(), network()];
    const [first, second] = await Promise.all([train(a), train(b)]);
    expect([first.steps, second.steps]).toEqual(["eager: another network trained at the same time", "compiled"]);
    await train(alone);
    expect(largestDifference(weightsOf(a), weightsOf(alone))).toBeLessThan(1e-5);
    expect(largestDifference(weightsOf(b), weightsOf(alone))).toBeLessThan(1e-5);
  });

  it("eager, on another backend", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    tf.setBackend("cpu");
    try {
      expect((await train(network())).steps).toBe("eager: only native TensorFlow compiles");
    } finally {
      tf.setBackend("tensorflow");
    }
  });
});

describe("what a recording cannot know is found, and the training right", () => {
  const outside = tf.tensor1d([1, 2, 3, 4, 5, 6, 7, 8]);
  let drawn = 0;
  const cases: [string, (x: tf.Tensor) => tf.Tensor, string][] = [
    ["a tensor from outside", (x) => x.mul(outside), "the network uses a tensor that is none of its weights"],
    ["a decision by values", (x) => (x.max().dataSync()[0] > 0 ? x.mul(2) : x), "the network looks at values"],
    ["chance", (x) => x.mul(1 + (drawn++ % 5)), "compiled, this network had another loss"],
  ];

  it.each(cases)("%s", async (_, compute, reason) => {
    const model = network(new Disguised(compute));
    const first = await train(model, { optimizer: createOptimizer("sgd") });
    expect(first.steps).toBe(`eager: ${reason}`);
    expect(first.loss).toHaveLength(2);
    const counted = tf.memory().numTensors;
    await train(model);
    expect(tf.memory().numTensors).toBe(counted);
  });

  it("a graph that TensorFlow does not take; the optimiser keeps its averages", async () => {
    const [model, plain] = [network(), network()];
    vi.stubEnv("CNN_WORKBOOK_TRAINING", "eager");
    for (const one of [model, plain]) await train(one, { optimizer: createOptimizer("momentum") });
    await train(plain);
    vi.unstubAllEnvs();
    vi.spyOn(Session.prototype, "run").mockImplementation(() => {
      throw new Error("no kernel\nat some place");
    });
    expect((await train(model)).steps).toBe("eager: TensorFlow takes no such graph: no kernel");
    expect(largestDifference(weightsOf(model), weightsOf(plain))).toBe(0);
  });

  it("moving averages that were changed before the recording failed", async () => {
    const look = new Disguised((x) => (x.sum().dataSync()[0] > 1e9 ? x : x.mul(1)));
    const make = () => network(tf.layers.batchNormalization(), look);
    const model = make();
    vi.stubEnv("CNN_WORKBOOK_TRAINING", "eager");
    const plain = make();
    await train(plain);
    vi.unstubAllEnvs();
    expect((await train(model)).steps).toBe("eager: the network looks at values");
    expect(largestDifference(weightsOf(model), weightsOf(plain))).toBe(0);
  });
});
