// TensorFlow.js as it comes: tfjs-node, tf.train.adam and model.fit.
const util = require("node:util");
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
const tf = require("@tensorflow/tfjs-node");
const { network, readData, serve } = require("./contest.cjs");

const { images, labels } = readData(process.argv[2]);
const x = tf.tensor4d(images, [labels.length, 28, 28, 1]);
const y = tf.oneHot(tf.tensor1d(labels, "int32"), 10).toFloat();
const model = network(tf);
model.compile({ optimizer: tf.train.adam(0.001), loss: "categoricalCrossentropy", metrics: ["accuracy"] });
serve(labels.length, () => model.fit(x, y, { epochs: 1, batchSize: 64, verbose: 0 }));
