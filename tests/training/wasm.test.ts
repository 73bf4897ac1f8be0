import type { tf as TensorFlow } from "cnn-workbook/training";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { computeOnCpu, largestDifference, smallBatch, weightsOf } from "./helpers.js";

let tf: typeof TensorFlow;
let training: typeof import("cnn-workbook/training");
const listeners = () => process.listenerCount("unhandledRejection") + process.listenerCount("uncaughtException");
let listenersBefore: number;
let firstSum: number;

beforeAll(async () => {
  process.env.CNN_WORKBOOK_BACKEND = "wasm";
  listenersBefore = listeners();
  training = await import("cnn-workbook/training");
  tf = training.tf;
  firstSum = tf.tensor1d([1, 2]).sum().dataSync()[0];
});

afterEach(() => vi.restoreAllMocks());

const onCpu = <T>(compute: () => T) => computeOnCpu(tf, compute);

describe("the WebAssembly backend", () => {
  it("computes at once, without a wait for it to be ready", () => {
    expect([training.backendName(), firstSum]).toEqual(["wasm", 3]);
  });

  it("leaves the process's listeners alone, so that a rejection does not end the kernel", () => {
    expect(listeners()).toBe(listenersBefore);
  });

  it("says in a sentence what it costs and what to do", () => {
    expect(training.backendNotice()).toMatch(/WebAssembly, several times slower.*`npm run setup`/);
  });
});

/** The gradients of a weighted sum of `layer`'s output with respect to x and w. */
function gradients(layer: (x: TensorFlow.Tensor4D, w: TensorFlow.Tensor4D) => TensorFlow.Tensor, shapes: number[][]) {
  return tf.tidy(() => {
    const values = shapes.map((shape, i) => tf.randomNormal(shape, 0, 1, "float32", i + 1));
    const weighted = (x: TensorFlow.Tensor, w: TensorFlow.Tensor) => {
      const y = layer(x as TensorFlow.Tensor4D, w as TensorFlow.Tensor4D);
      return y.mul(tf.range(0, y.size).sin().reshape(y.shape)).sum();
    };
    return tf
      .grads(weighted)(values)
      .map((gradient) => Array.from(gradient.dataSync()));
  });
}

const paddings = ["valid", "same"] as const;
const strides = [1, 2, [2, 1], [3, 2]] as (number | [number, number])[];
const filters = [
  [3, 3],
  [1, 1],
  [2, 4],
  [5, 3],
];

describe.each(paddings)("gradients with padding %s", (pad) => {
  describe.each(strides)("and stride %j", (stride) => {
    it.each(filters)("of a convolution by %i×%i agree with the CPU backend", (height, width) => {
      const shapes = [
        [2, 9, 8, 3],
        [height, width, 3, 4],
      ];
      const compute = () => gradients((x, w) => tf.conv2d(x, w, stride, pad), shapes);
      compare(compute);
    });

    it.each(filters)("of a depthwise convolution by %i×%i agree with the CPU backend", (height, width) => {
      const shapes = [
        [2, 9, 8, 3],
        [height, width, 3, 2],
      ];
      const compute = () => gradients((x, w) => tf.depthwiseConv2d(x, w, stride, pad), shapes);
      compare(compute);
    });
  });
});

describe.each(paddings)("where windows do not touch or cover the picture evenly, padding %s", (pad) => {
  const places = [
    [6, 6],
    [7, 7],
    [5, 8],
  ];
  const windows = [
    [1, 1, 2],
    [1, 3, 2],
    [2, 2, 3],
    [2, 1, 3],
    [2, 2, 2],
    [3, 3, 2],
  ];
  const cases = places.flatMap(([height, width]) => windows.map((window) => [height, width, ...window]));

  it.each(cases)("layers on %i×%i with windows of %i×%i and stride %i agree", (height, width, down, across, stride) => {
    // Memory that was used before, so that cells which nobody writes to show.
    for (let i = 0; i < 20; i++) tf.fill([1, height, width, 2], 1000 + i).dispose();
    const x = tf.randomNormal([1, height, width, 2], 0, 1, "float32", 1) as TensorFlow.Tensor4D;
    const w = tf.randomNormal([down, across, 2, 2], 0, 1, "float32", 2) as TensorFlow.Tensor4D;
    compare(() =>
      tf.tidy(() => {
        const pooled = (input: TensorFlow.Tensor4D) => tf.maxPool(input, [down, across], stride, pad);
        return [
          tf.conv2d(x, w, stride, pad),
          tf.depthwiseConv2d(x, w, stride, pad),
          pooled(x),
          tf.grad((input: TensorFlow.Tensor) =>
            pooled(input as TensorFlow.Tensor4D)
              .square()
              .sum(),
          )(x),
        ].map((tensor) => Array.from(tensor.dataSync()));
      }),
    );
  });
});

it("gradients of a convolution with more padding than it needs agree with the CPU backend", () => {
  const shapes = [
    [1, 5, 6, 2],
    [3, 3, 2, 2],
  ];
  compare(() => gradients((x, w) => tf.conv2d(x, w, 1, 4), shapes));
});

it.each([
  [false, true],
  [true, false],
  [true, true],
])("matrix products with the factors turned (%s, %s) agree with the CPU backend", (a, b) => {
  const compute = () =>
    tf.tidy(() => {
      const left = tf.randomNormal(a ? [2, 4, 3] : [2, 3, 4], 0, 1, "float32", 1);
      const right = tf.randomNormal(b ? [2, 5, 4] : [2, 4, 5], 0, 1, "float32", 2);
      return [Array.from(tf.matMul(left, right, a, b).dataSync())];
    });
  compare(compute);
});

describe("layers that networks are made of", () => {
  const image = { inputShape: [8, 6, 2] };
  const cases: [string, () => TensorFlow.layers.Layer][] = [
    ["convolution", () => tf.layers.conv2d({ ...image, filters: 3, kernelSize: 3, strides: 2, activation: "relu" })],
    ["transposed convolution", () => tf.layers.conv2dTranspose({ ...image, filters: 3, kernelSize: 3, strides: 2 })],
    ["depthwise convolution", () => tf.layers.depthwiseConv2d({ ...image, kernelSize: 3, activation: "relu6" })],
    ["separable convolution", () => tf.layers.separableConv2d({ ...image, filters: 3, kernelSize: 3 })],
    ["max pooling", () => tf.layers.maxPooling2d({ ...image, poolSize: 3, strides: 2 })],
    ["average pooling", () => tf.layers.averagePooling2d({ ...image, poolSize: 2 })],
    ["upsampling", () => tf.layers.upSampling2d({ ...image, size: [2, 2] })],
    ["batch normalisation", () => tf.layers.batchNormalization(image)],
    ["layer normalisation", () => tf.layers.layerNormalization(image)],
    ["leaky ReLU", () => tf.layers.leakyReLU(image)],
    ["ELU", () => tf.layers.elu(image)],
    ["sigmoid", () => tf.layers.activation({ ...image, activation: "sigmoid" })],
    ["tanh", () => tf.layers.activation({ ...image, activation: "tanh" })],
    ["swish", () => tf.layers.activation({ ...image, activation: "swish" })],
    ["softplus", () => tf.layers.activation({ ...image, activation: "softplus" })],
    ["zero padding", () => tf.layers.zeroPadding2d({ ...image, padding: 1 })],
    ["dropout of nothing", () => tf.layers.dropout({ ...image, rate: 0 })],
  ];
  const optimizers = ["adam", "sgd", "momentum", "rmsprop", "adadelta"] as const;

  it.each(cases)("%s trains as on the CPU backend", async (_, layer) => {
    const start = tf.tidy(() => weightValues(network(layer)));
    const compute = () => {
      const model = network(layer);
      tf.tidy(() => model.setWeights(start.map(([values, shape]) => tf.tensor(values, shape))));
      const optimizer = training.createOptimizer("adam", { learningRate: 0.01, epsilon: 1e-3 });
      for (let step = 0; step < 3; step++) minimize(model, optimizer, step);
      return [weightsOf(model)];
    };
    compare(compute, 1e-3);
  });

  it.each(optimizers)("%s moves weights as on the CPU backend", (name) => {
    const compute = () => {
      const weight = tf.variable(tf.tensor1d([1, 2, -3]));
      const optimizer = training.createOptimizer(name);
      for (let step = 0; step < 3; step++) optimizer.minimize(() => weight.square().sum().asScalar());
      return [Array.from(weight.dataSync())];
    };
    compare(compute);
  });

  function network(layer: () => TensorFlow.layers.Layer) {
    const layers = [
      layer(),
      tf.layers.flatten(),
      tf.layers.dense({ units: 5, activation: "relu" }),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ];
    return tf.sequential({ layers });
  }

  function weightValues(model: TensorFlow.LayersModel): [Float32Array, number[]][] {
    return model.getWeights().map((weight) => [weight.dataSync() as Float32Array, weight.shape]);
  }

  function minimize(model: TensorFlow.LayersModel, optimizer: TensorFlow.Optimizer, step: number) {
    const variables = model.trainableWeights.map((weight) => weight.read() as TensorFlow.Variable);
    tf.tidy(() => {
      const { x, y } = smallBatch(tf, step);
      const answer = () => model.apply(x, { training: true }) as TensorFlow.Tensor;
      optimizer.minimize(() => tf.metrics.categoricalCrossentropy(y, answer()).mean().asScalar(), false, variables);
    });
  }
});

it("trains with trainModel, without more tensors each time", async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 4, kernelSize: 3, activation: "relu" }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2, activation: "softmax" }),
    ],
  });
  const bright = (label: number) => Array.from({ length: 36 }, (_, i) => (i % 6 < 3 ? label : 1 - label));
  const labels = Array.from({ length: 40 }, (_, i) => i % 2);
  const images = labels.map((label) => rows(bright(label)));
  const run = () => training.trainModel(model, { images, labels }, { epochs: 8, batchSize: 8, display: "none" });
  const first = await run();
  const counted = tf.memory().numTensors;
  const second = await run();
  expect(tf.memory().numTensors).toBe(counted);
  expect(second.loss.at(-1)).toBeLessThan(first.loss[0]);
});

function rows(values: number[]): number[][][] {
  return Array.from({ length: 6 }, (_, row) => values.slice(6 * row, 6 * row + 6).map((value) => [value]));
}

function compare(compute: () => number[][], tolerance = 1e-4) {
  const [here, there] = [compute(), onCpu(compute)];
  expect(here.length).toBe(there.length);
  for (const [i, values] of here.entries()) expect(largestDifference(values, there[i])).toBeLessThan(tolerance);
}
