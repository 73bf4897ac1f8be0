// What a student runs: trainModel with the fused optimiser.
const ndarray = require("ndarray");
const { backendName, tf, trainModel } = require("cnn-workbook/training");
const { network, readData, serve } = require("./contest.cjs");

if (backendName() !== "tensorflow") throw new Error("native TensorFlow is not installed: npm run setup");
const data = readData(process.argv[2]);
const count = data.labels.length;
const examples = { images: ndarray(data.images, [count, 28, 28, 1]), labels: data.labels };
const model = network(tf);
serve(count, () => trainModel(model, examples, { epochs: 1, batchSize: 64, display: "none" }));
