import { tf } from "cnn-workbook/training";
import { GroupedConv2d } from "../../../lib/training/model/groupedConv2d.js";
import { LocalResponseNorm } from "../../../lib/training/model/localResponseNorm.js";
import { PaddedPool2d } from "../../../lib/training/model/paddedPool2d.js";

const { layers } = tf;
const input = [7, 6, 2];
const CLASSES = 3;

let sown = 0;
/** First weights that are the same each time a network is made. */
const drawn = () => tf.initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed: ++sown });
const conv = (filters: number, more: object = {}) =>
  layers.conv2d({ filters, kernelSize: 3, kernelInitializer: drawn(), ...more });
const classes = () => layers.dense({ units: CLASSES, activation: "softmax", kernelInitializer: drawn() });
const end = () => [layers.flatten(), classes()];

function sequential(...list: tf.layers.Layer[]): tf.LayersModel {
  return tf.sequential({ layers: [layers.inputLayer({ inputShape: input }), ...list] });
}

/** Networks that have every layer which is compiled, between them. */
const makers: Record<string, () => tf.LayersModel> = {
  "convolutions of all kinds": () =>
    sequential(
      layers.rescaling({ scale: 0.5, offset: 0.1 }),
      layers.zeroPadding2d({ padding: 1 }),
      conv(4, { activation: "relu", strides: 2 }),
      layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2, padding: "same", depthwiseInitializer: drawn() }),
      layers.separableConv2d({
        filters: 3,
        kernelSize: 2,
        depthwiseInitializer: drawn(),
        pointwiseInitializer: drawn(),
      }),
      layers.conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2, kernelInitializer: drawn() }),
      conv(2, { padding: "same", activation: "tanh", useBias: false }),
      ...end(),
    ),
  "batch normalisation": () =>
    sequential(
      conv(4, { useBias: false }),
      layers.batchNormalization({ momentum: 0.8 }),
      layers.reLU(),
      // With a bias, its gradient would be nothing but rounding, which Adam takes for a direction.
      conv(3, { useBias: false }),
      layers.batchNormalization({ epsilon: 0.01 }),
      layers.leakyReLU({ alpha: 0.1 }),
      layers.globalAveragePooling2d({ dataFormat: "channelsLast" }),
      classes(),
    ),
  "dropout, with and without a seed": () =>
    sequential(
      layers.dropout({ rate: 0.2, noiseShape: [null, 1, 1, 2] as unknown as number[] }),
      conv(6, { activation: "relu" }),
      layers.dropout({ rate: 0.4 }),
      layers.flatten(),
      layers.dense({ units: 16, activation: "relu", kernelInitializer: drawn() }),
      layers.dropout({ rate: 0.5, seed: 7 }),
      layers.dropout({ rate: 0 }),
      classes(),
    ),
  poolings: () =>
    sequential(
      layers.maxPooling2d({ poolSize: 3, strides: 2, padding: "same" }),
      conv(4, { padding: "same", activation: "sigmoid" }),
      layers.averagePooling2d({ poolSize: 2, strides: 1 }),
      new PaddedPool2d({ kind: "max", poolSize: [2, 2], strides: [1, 1], sides: [[1, 0], [0, 1]] }), // biome-ignore format: sides
      new PaddedPool2d({ kind: "average", poolSize: [2, 2], strides: [1, 1], sides: [[1, 0], [0, 1]] }), // biome-ignore format: sides
      conv(5, { padding: "same" }),
      layers.globalMaxPooling2d({ dataFormat: "channelsLast" }),
      classes(),
    ),
  "layers of our own": () =>
    sequential(
      new GroupedConv2d({
        filters: 4,
        groups: 2,
        kernelSize: [3, 2],
        strides: [1, 1],
        dilationRate: [1, 1],
        padding: "same",
        useBias: true,
        activation: "relu",
        kernelInitializer: drawn() as ReturnType<typeof tf.initializers.zeros>,
      }),
      new LocalResponseNorm({}),
      layers.reshape({ targetShape: [42, 4] }),
      layers.activation({ activation: "elu" }),
      layers.flatten(),
      layers.dense({ units: CLASSES, kernelInitializer: drawn() }),
      layers.softmax(),
    ),
  "branches that meet": () => {
    const start = tf.input({ shape: input });
    const [a, b] = [conv(3, { padding: "same" }), conv(3, { padding: "same", activation: "relu6" })];
    const [left, right] = [a.apply(start), b.apply(start)] as tf.SymbolicTensor[];
    const sum = layers.add().apply([left, right]) as tf.SymbolicTensor;
    const product = layers.multiply().apply([sum, right]) as tf.SymbolicTensor;
    const both = layers.concatenate().apply([product, left, start]) as tf.SymbolicTensor;
    const output = end().reduce((tensor, layer) => layer.apply(tensor) as tf.SymbolicTensor, both);
    return tf.model({ inputs: start, outputs: output });
  },
  "a layer used twice, a model in a model": () => {
    const start = tf.input({ shape: input });
    const shared = conv(2, { padding: "same", activation: "relu" });
    const inner = tf.sequential({ layers: [conv(3, { inputShape: input }), layers.dropout({ rate: 0.3 })] });
    const twice = shared.apply(shared.apply(start)) as tf.SymbolicTensor;
    const output = [inner, ...end()].reduce((tensor, layer) => layer.apply(tensor) as tf.SymbolicTensor, twice);
    return tf.model({ inputs: start, outputs: output });
  },
  "weights that cost, and some that stay": () => {
    const still = conv(4, { activation: "relu" });
    still.trainable = false;
    const kernelRegularizer = tf.regularizers.l1l2({ l1: 0.01, l2: 0.02 });
    return sequential(still, conv(3, { kernelRegularizer }), ...end());
  },
  "one answer, yes or no": () =>
    sequential(
      conv(3, { activation: "relu" }),
      layers.flatten(),
      layers.dense({ units: 1, activation: "sigmoid", kernelInitializer: drawn() }),
    ),
};

export const networks: [string, () => tf.LayersModel][] = Object.entries(makers).map(([name, make]) => [
  name,
  () => {
    sown = 0;
    return make();
  },
]);
