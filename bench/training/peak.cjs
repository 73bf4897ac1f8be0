// How many multiplications and additions this machine makes in a second at most: products of large matrices.
const { createInterface } = require("node:readline");
const { tf } = require("cnn-workbook/training");

const [SIDE, TIMES] = [2048, 10];
const [a, b] = [tf.randomUniform([SIDE, SIDE]), tf.randomUniform([SIDE, SIDE])];

createInterface({ input: process.stdin }).on("line", () => {
  const start = performance.now();
  for (let i = 0; i < TIMES; i++) tf.tidy(() => tf.matMul(a, b).slice([0, 0], [1, 1]).dataSync());
  const seconds = (performance.now() - start) / 1000;
  console.log((TIMES * 2 * SIDE ** 3) / seconds);
});
