const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");

/** The pictures and labels that the benchmark wrote. */
exports.readData = (folder) => {
  const bytes = readFileSync(join(folder, "images"));
  const images = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return { images, labels: new Uint8Array(readFileSync(join(folder, "labels"))) };
};

/** The network of slides 1, after TensorFlow's first tutorials; without its dropout, which every peer draws in its own way. */
exports.network = (tf) =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 5, padding: "same", activation: "relu" }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 64, kernelSize: 5, padding: "same", activation: "relu" }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 1024, activation: "relu" }),
      tf.layers.dense({ units: 10, activation: "softmax" }),
    ],
  });

/** For each line that comes in, trains one epoch of `count` pictures and answers with the pictures a second. */
exports.serve = async (count, train) => {
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = performance.now();
    await train();
    console.log((1000 * count) / (performance.now() - start));
  }
};
