// What a student runs: trainModel with the fused optimiser. On WebAssembly, a sixth of the pictures is enough to wait for.
const ndarray = require("ndarray");
const { backendName, tf, trainModel } = require("cnn-workbook/training");
const { network, readData, serve } = require("./contest.cjs");

const [folder, wanted] = process.argv.slice(2);
const native = backendName() === "tensorflow";
if (!native && wanted !== "wasm") throw new Error("native TensorFlow is not installed: npm run setup");
const data = readData(folder);
const count = native ? data.labels.length : data.labels.length / 6;
const size = 28 * 28;
const images = ndarray(data.images.subarray(0, count * size), [count, 28, 28, 1]);
const examples = { images, labels: data.labels.subarray(0, count) };
const model = network(tf);
serve(count, async () => {
  const { steps } = await trainModel(model, examples, { epochs: 1, batchSize: 64, display: "none" });
  if (wanted === "compiled" && steps !== "compiled") throw new Error(`the steps ran ${steps}`);
});
