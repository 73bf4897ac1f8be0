/**
 * Trains a small network on random digits for a few steps and prints, as JSON, which backend ran and how long a step
 * took. A process of its own: a native library that does not fit could end it.
 */
const { tf, backendName, createOptimizer } = require("cnn-workbook/training");

const BATCH = 64;

function network() {
  const conv = (filters, more = {}) =>
    tf.layers.conv2d({ filters, kernelSize: 5, padding: "same", activation: "relu", ...more });
  const pool = () => tf.layers.maxPooling2d({ poolSize: 2, strides: 2 });
  const dense = (units, activation) => tf.layers.dense({ units, activation });
  return tf.sequential({
    layers: [
      conv(32, { inputShape: [28, 28, 1] }),
      pool(),
      conv(64),
      pool(),
      tf.layers.flatten(),
      dense(1024, "relu"),
      dense(10, "softmax"),
    ],
  });
}

async function main() {
  await tf.ready();
  const model = network();
  model.compile({ optimizer: createOptimizer("adam", { learningRate: 0.001 }), loss: "categoricalCrossentropy" });
  const images = tf.randomUniform([BATCH, 28, 28, 1], 0, 1, "float32", 1);
  const labels = tf.oneHot(tf.range(0, BATCH, 1, "int32").mod(tf.scalar(10, "int32")), 10);
  const times = [];
  for (let step = 0; step < 8; step++) {
    const start = performance.now();
    await model.trainOnBatch(images, labels);
    times.push(performance.now() - start);
  }
  // The first steps allocate memory and choose algorithms.
  const steady = times.slice(3).sort((a, b) => a - b);
  const version = tf.backend().binding?.TF_Version;
  console.log(JSON.stringify({ backend: backendName(), version, milliseconds: steady[2], batch: BATCH }));
}

main();
