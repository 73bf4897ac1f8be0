// The same network with the package's own layers and optimizer, in doubles. One batch is enough to wait for.
const ndarray = require("ndarray");
const layers = require("cnn-workbook/layers");
const { adam, batches, glorotUniform, zeros } = require("cnn-workbook/learning");
const { readData, serve } = require("./contest.cjs");

const data = readData(process.argv[2]);
const count = 64;
const pixels = Float64Array.from(data.images.subarray(0, count * 28 * 28));
const images = ndarray(pixels, [count, 28, 28, 1]);
const labels = Array.from(data.labels.subarray(0, count));
const optimizer = adam();
let weights = {
  ...{ kernel1: glorotUniform([5, 5, 1, 32], { seed: 1 }), bias1: zeros([32]) },
  ...{ kernel2: glorotUniform([5, 5, 32, 64], { seed: 2 }), bias2: zeros([64]) },
  ...{ matrix3: glorotUniform([7 * 7 * 64, 1024], { seed: 3 }), bias3: zeros([1024]) },
  ...{ matrix4: glorotUniform([1024, 10], { seed: 4 }), bias4: zeros([10]) },
};

const same = { padding: "same" };
const two = { size: 2 };

/** The loss's gradients by all weights. */
function gradients(pictures, classes, w) {
  const maps1 = layers.conv2d(pictures, w.kernel1, { ...same, bias: w.bias1 });
  const bent1 = layers.relu(maps1);
  const small1 = layers.maxPool2d(bent1, two);
  const maps2 = layers.conv2d(small1, w.kernel2, { ...same, bias: w.bias2 });
  const bent2 = layers.relu(maps2);
  const small2 = layers.maxPool2d(bent2, two);
  const row = layers.flatten(small2);
  const hidden = layers.dense(row, w.matrix3, { bias: w.bias3 });
  const bent3 = layers.relu(hidden);
  const scores = layers.dense(bent3, w.matrix4, { bias: w.bias4 });

  const by4 = layers.denseBackward(layers.softmaxCrossEntropyBackward(scores, classes), bent3, w.matrix4);
  const by3 = layers.denseBackward(layers.reluBackward(by4.input, hidden), row, w.matrix3);
  const bySmall2 = layers.flattenBackward(by3.input, small2);
  const byMaps2 = layers.reluBackward(layers.maxPool2dBackward(bySmall2, bent2, two), maps2);
  const by2 = layers.conv2dBackward(byMaps2, small1, w.kernel2, same);
  const byMaps1 = layers.reluBackward(layers.maxPool2dBackward(by2.input, bent1, two), maps1);
  const by1 = layers.conv2dBackward(byMaps1, pictures, w.kernel1, same);
  return {
    ...{ kernel1: by1.weights, bias1: by1.bias, kernel2: by2.weights, bias2: by2.bias },
    ...{ matrix3: by3.weights, bias3: by3.bias, matrix4: by4.weights, bias4: by4.bias },
  };
}

let epoch = 0;
serve(count, async () => {
  for (const batch of batches(images, labels, { size: 64, seed: epoch++ })) {
    weights = optimizer.step(weights, gradients(batch.inputs, batch.labels, weights));
  }
});
