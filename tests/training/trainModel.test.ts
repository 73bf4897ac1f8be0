import { syntheticDigits } from "cnn-workbook/datasets";
import { createOptimizer, evaluateModel, type TrainOptions, tf, trainModel } from "cnn-workbook/training";
import ndarray from "ndarray";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const silent = { display: "none" } as const;

/** Tells whether the left or the right half of a small picture is bright. */
function halves(count: number) {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 2);
  const pixels = Uint8Array.from({ length: count * 16 }, (_, i) => {
    const [picture, column] = [Math.floor(i / 16), i % 4];
    return column < 2 === (labels[picture] === 0) ? 200 + ((i * 7) % 50) : (i * 5) % 50;
  });
  return { images: ndarray(pixels, [count, 4, 4, 1]), labels: ndarray(labels, [count]) };
}

function halvesNetwork(last: object = { units: 2, activation: "softmax" }, seed = 1) {
  const kernelInitializer = tf.initializers.glorotUniform({ seed });
  return tf.sequential({
    layers: [
      tf.layers.rescaling({ scale: 1 / 255, inputShape: [4, 4, 1] }),
      tf.layers.flatten(),
      tf.layers.dense({ name: "decision", kernelInitializer, ...last } as Parameters<typeof tf.layers.dense>[0]),
    ],
  });
}

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, "log").mockImplementation((line) => printed.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

describe("trainModel(model, data, options)", () => {
  it("gives one loss and one accuracy an epoch, of training and of validation", async () => {
    const options = { epochs: 3, batchSize: 8, validation: halves(10), ...silent };
    const history = await trainModel(halvesNetwork(), halves(40), options);
    for (const curve of [history.loss, history.accuracy, history.validationLoss, history.validationAccuracy]) {
      expect(curve).toHaveLength(3);
    }
    expect(history).toMatchObject({ stopped: false, imagesPerSecond: expect.any(Number) });
    expect(history.loss[2]).toBeLessThan(history.loss[0]);
  });

  it("makes the first step by hand: mean cross-entropy before any update", async () => {
    const model = halvesNetwork({ units: 2, activation: "softmax", kernelInitializer: "zeros" });
    const { loss, accuracy } = await trainModel(model, halves(8), { epochs: 1, batchSize: 8, ...silent });
    expect(loss[0]).toBeCloseTo(Math.LN2, 5);
    expect(accuracy[0]).toBe(0.5);
  });

  it("computes what model.fit computes on the same batches", async () => {
    const data = halves(32);
    const [ours, theirs] = [halvesNetwork(), halvesNetwork()];
    await trainModel(ours, data, { epochs: 3, batchSize: 32, optimizer: "sgd", ...silent });
    theirs.compile({ optimizer: tf.train.sgd(0.01), loss: "categoricalCrossentropy" });
    const x = tf.tensor(Array.from(data.images.data), [32, 4, 4, 1]);
    const y = tf.oneHot(tf.tensor1d(Array.from(data.labels.data), "int32"), 2);
    await theirs.fit(x, y, { epochs: 3, batchSize: 32, shuffle: false, verbose: 0 });
    const [a, b] = [ours, theirs].map((model) => Array.from(model.getWeights()[0].dataSync()));
    for (const [i, weight] of a.entries()) expect(weight).toBeCloseTo(b[i], 5);
  });

  it("judges by the last share of the data when validation is a number", async () => {
    const data = halves(20);
    for (let i = 15; i < 20; i++) data.labels.set(i, 1 - data.labels.get(i));
    const options = { epochs: 60, validation: 0.25, optimizer: createOptimizer("adam", { learningRate: 0.05 }) };
    const history = await trainModel(halvesNetwork(), data, { ...options, ...silent });
    expect(history.accuracy.at(-1)).toBe(1);
    expect(history.validationAccuracy.at(-1)).toBe(0);
  });

  it("repeats itself with the same seed, and orders the pictures otherwise with another", async () => {
    const run = async (seed: number) => {
      const options = { epochs: 2, batchSize: 4, seed, ...silent };
      return (await trainModel(halvesNetwork(), halves(30), options)).loss;
    };
    const [first, again, other] = [await run(3), await run(3), await run(4)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("learns yes or no with one sigmoid", async () => {
    const model = halvesNetwork({ units: 1, activation: "sigmoid" });
    const optimizer = createOptimizer("adam", { learningRate: 0.05 });
    const history = await trainModel(model, halves(40), { epochs: 30, optimizer, validation: halves(10), ...silent });
    expect(history.validationAccuracy.at(-1)).toBe(1);
    expect((await evaluateModel(model, halves(10))).accuracy).toBe(1);
  });

  it("goes on from where it was when the same model is trained again", async () => {
    const options: TrainOptions = { epochs: 2, batchSize: 8, ...silent };
    const whole = await trainModel(halvesNetwork(), halves(8), { ...options, epochs: 4 });
    const model = halvesNetwork();
    const parts = [await trainModel(model, halves(8), options), await trainModel(model, halves(8), options)];
    const joined = parts.flatMap(({ loss }) => loss);
    for (const [i, loss] of whole.loss.entries()) expect(joined[i]).toBeCloseTo(loss, 4);
  });

  it("weights the loss of each class, as by hand: log 2 times the mean of the weights", async () => {
    const model = halvesNetwork({ units: 2, activation: "softmax", kernelInitializer: "zeros" });
    const options = { epochs: 1, batchSize: 8, classWeight: [1, 4], ...silent };
    const { loss, steps } = await trainModel(model, halves(8), options);
    expect(loss[0]).toBeCloseTo(2.5 * Math.LN2, 5);
    expect(steps).toBe("compiled");
  });

  it("takes nested arrays and views without changing them", async () => {
    const { images, labels } = halves(8);
    const before = images.data.slice();
    const turned = ndarray(images.data, [8, 4, 4, 1]).transpose(0, 2, 1, 3);
    await trainModel(halvesNetwork(), { images: turned, labels: [0, 1, 0, 1, 0, 1, 0, 1] }, { epochs: 1, ...silent });
    await trainModel(halvesNetwork(), { images, labels }, { epochs: 1, ...silent });
    expect(images.data).toEqual(before);
  });

  it("holds no more tensors after the second run than after the first", async () => {
    const model = halvesNetwork();
    const options = { epochs: 2, batchSize: 8, validation: 0.2, ...silent };
    await trainModel(model, halves(40), { ...options, optimizer: "adam" });
    const counted = tf.memory().numTensors;
    await trainModel(model, halves(40), { ...options, optimizer: "adam" });
    await trainModel(model, halves(40), options);
    expect(tf.memory().numTensors).toBe(counted);
  });

  it("stops between two batches when it is told to, and can go on", async () => {
    let asked = 0;
    const signal = Object.defineProperty(new AbortController().signal, "aborted", { get: () => ++asked > 7 });
    const model = halvesNetwork();
    const history = await trainModel(model, halves(40), { epochs: 100, batchSize: 8, signal, ...silent });
    expect(asked).toBe(8);
    expect(history).toMatchObject({ stopped: true, loss: [expect.any(Number)] });
    const next = await trainModel(model, halves(40), { epochs: 1, ...silent });
    expect(next.stopped).toBe(false);
  });

  it("stops when the cell it runs in is stopped", async () => {
    const name = Symbol.for("cnn-workbook.signal");
    Object.assign(globalThis, { [name]: () => AbortSignal.abort() });
    try {
      const history = await trainModel(halvesNetwork(), halves(8), { epochs: 1, ...silent });
      expect(history).toMatchObject({ stopped: true, loss: [] });
    } finally {
      Reflect.deleteProperty(globalThis, name);
    }
  });

  it("learns to read digits", async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.rescaling({ scale: 1 / 255, inputShape: [28, 28, 1] }),
        tf.layers.conv2d({ filters: 8, kernelSize: 5, activation: "relu" }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 10, activation: "softmax" }),
      ],
    });
    await trainModel(model, syntheticDigits({ count: 2000, seed: 1 }), { epochs: 4, ...silent });
    const { accuracy } = await evaluateModel(model, syntheticDigits({ count: 500, seed: 2 }));
    expect(accuracy).toBeGreaterThan(0.75);
  });
});

describe("what trainModel shows outside a notebook", () => {
  it("is a line an epoch, and no more than about twenty", async () => {
    await trainModel(halvesNetwork(), halves(8), { epochs: 3, title: "Halves" });
    expect(printed).toHaveLength(3);
    expect(printed[0]).toMatch(/^Halves, epoch 1 of 3 done\. In training loss [\d.]+, accuracy [\d.]+ %\.$/);
    expect(printed[2]).toMatch(/^Halves, 3 epochs done · \d+ images\/s \(compiled\)\. /);
    printed.length = 0;
    await trainModel(halvesNetwork(), halves(8), { epochs: 100, validation: 0.5 });
    expect(printed).toHaveLength(20);
    expect(printed[19]).toMatch(/; in validation loss /);
  });

  it("is nothing when that is wanted", async () => {
    await trainModel(halvesNetwork(), halves(8), { epochs: 1, ...silent });
    expect(printed).toEqual([]);
  });
});

describe("what does not fit is named, with what came and what is allowed", () => {
  const data = halves(8);
  const cases: [string, () => Promise<unknown>, string][] = [
    [
      "no epochs",
      () => trainModel(halvesNetwork(), data, {} as TrainOptions),
      "`epochs` must be a whole number of at least 1, got undefined",
    ],
    ["no options", () => trainModel(halvesNetwork(), data, undefined as unknown as TrainOptions), "`epochs` must be"],
    [
      "a number in the options' place",
      () => trainModel(halvesNetwork(), data, 3 as unknown as TrainOptions),
      "the options of trainModel must be an object such as { epochs: 3 }, got 3",
    ],
    [
      "a misspelt option",
      () => trainModel(halvesNetwork(), data, { epochs: 1, batchsize: 8 } as TrainOptions),
      "`batchsize` is no option of trainModel; it has `epochs`, `batchSize`, ",
    ],
    [
      "an object in the model's place",
      () => trainModel({} as tf.LayersModel, data, { epochs: 1 }),
      "`model` must be a TensorFlow.js model, such as tf.sequential gives, got an object",
    ],
    [
      "a batch of nothing",
      () => trainModel(halvesNetwork(), data, { epochs: 1, batchSize: 0 }),
      "`batchSize` must be a whole number of at least 1, got 0",
    ],
    [
      "too few weights of classes",
      () => trainModel(halvesNetwork(), data, { epochs: 1, classWeight: [1] }),
      "`classWeight` must have 2 numbers, one a class, got 1",
    ],
    [
      "weights of classes in an object",
      () => trainModel(halvesNetwork(), data, { epochs: 1, classWeight: { 0: 1, 1: 2 } as unknown as number[] }),
      "`classWeight` must be an array of numbers, got an object",
    ],
    [
      "a class with a negative weight",
      () => trainModel(halvesNetwork(), data, { epochs: 1, classWeight: [1, -1] }),
      "`classWeight[1]` must be a finite number of at least 0, got -1",
    ],
    [
      "an unknown optimiser",
      () => trainModel(halvesNetwork(), data, { epochs: 1, optimizer: "adamm" as "adam" }),
      '`optimizer` must be one of "adam", "sgd"',
    ],
    [
      "no optimiser",
      () => trainModel(halvesNetwork(), data, { epochs: 1, optimizer: 3 as unknown as "adam" }),
      "`optimizer` must be a name or what createOptimizer made, got 3",
    ],
    [
      "all for validation",
      () => trainModel(halvesNetwork(), data, { epochs: 1, validation: 1 }),
      "`validation` must be a share between 0 and 1, or { images, labels }, got 1",
    ],
    [
      "nothing left over",
      () => trainModel(halvesNetwork(), data, { epochs: 1, validation: 0.99 }),
      "`validation` must leave pictures to train on and to validate on, got 0.99 of 8",
    ],
    [
      "no data",
      () => trainModel(halvesNetwork(), [] as never, { epochs: 1 }),
      "`data` must be an object with `images` and `labels`",
    ],
    [
      "too few labels",
      () => trainModel(halvesNetwork(), { ...data, labels: [0, 1] }, { epochs: 1 }),
      "`data` has 8 images but 2 labels",
    ],
    [
      "a label that is no class",
      () => trainModel(halvesNetwork(), { ...data, labels: [0, 1, 2, 0, 1, 0, 1, 0] }, { epochs: 1 }),
      "`data.labels[2]` must be a whole number from 0 to 1, as the model tells 2 classes apart, got 2",
    ],
    [
      "labels in rows",
      () => trainModel(halvesNetwork(), { ...data, labels: [[0, 1]] }, { epochs: 1 }),
      "`data.labels` must be a list of class numbers, [n], got shape [1, 2]",
    ],
    [
      "pictures of another size",
      () => trainModel(halvesNetwork(), { images: [[[1, 2]]], labels: [0] }, { epochs: 1 }),
      "`data.images` has shape [1, 1, 2], but the model's first layer `rescaling",
    ],
    [
      "validation of another size",
      () => trainModel(halvesNetwork(), data, { epochs: 1, validation: { images: [[1]], labels: [0] } }),
      "`validation.images` has shape [1, 1], but",
    ],
    [
      "no probabilities",
      () => trainModel(halvesNetwork({ units: 2 }), data, { epochs: 1 }),
      'give the last layer `decision` activation: "softmax"',
    ],
  ];

  it.each(cases)("%s", async (_, run, message) => {
    await expect(run()).rejects.toThrow(message);
  });

  it("a picture with NaN", async () => {
    const images = ndarray(new Float32Array(32).fill(1), [2, 4, 4, 1]);
    images.set(1, 2, 3, 0, Number.NaN);
    const run = trainModel(halvesNetwork(), { images, labels: [0, 1] }, { epochs: 1 });
    await expect(run).rejects.toThrow("`data.images[1][2][3][0]` must be a finite number, got NaN");
  });

  it("steps so large that the loss is no number any more", async () => {
    const optimizer = createOptimizer("sgd", { learningRate: 1e39 });
    const run = trainModel(halvesNetwork(), data, { epochs: 9, optimizer, display: "none" });
    await expect(run).rejects.toThrow(/the loss became .* in epoch \d.*smaller `learningRate` \(it was 1e\+39\)/);
  });
});
