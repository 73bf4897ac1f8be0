import { type ArrayInput, toNdarray } from "../arrays/index.js";

/** No probability is taken for smaller: −ln 0 is not a number. TensorFlow.js cuts there too. */
export const SMALLEST = 1e-7;

/**
 * How surprised a network is by the right answers: the mean of −Σ y · ln p, with y the truth and p its probabilities.
 *
 * @param probabilities - [n, classes] or [classes], as from `softmax`; not modified
 * @param labels - the right classes, [n] whole numbers from 0 (for one example [1] or a number), or the truth as
 *   probabilities of the same shape, one-hot or smoothed; not modified
 * @returns a number of at least 0; 0 is perfect, ln(classes) is guessing
 * @throws {RangeError} shapes that do not fit, a label that is no class, a probability below 0 or above 1
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example crossEntropy([[0.5, 0.5]], [0]) // 0.693…
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §6.2.1
 */
export function crossEntropy(probabilities: ArrayInput, labels: ArrayInput | number): number {
  const { data, truth, examples } = readPrediction(probabilities, labels);
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    if (truth[i] !== 0) sum -= truth[i] * Math.log(Math.max(data[i], SMALLEST));
  }
  return sum / examples;
}

/** Checks what `crossEntropy` or its backward pass was given. */
export function readPrediction(probabilities: ArrayInput, labels: ArrayInput | number) {
  const { data, shape } = toNdarray(probabilities, "probabilities", { rank: [1, 2] });
  for (const value of data) {
    if (value < 0 || value > 1)
      throw new RangeError(`\`probabilities\` must lie between 0 and 1, got ${value}; use softmax`);
  }
  return { data, shape, ...readTruth(labels, shape) };
}

/** The truth as one number for each example and class, and how many examples and classes there are. */
export function readTruth(labels: ArrayInput | number, shape: readonly number[]) {
  const classes = shape[shape.length - 1];
  const examples = shape.length === 1 ? 1 : shape[0];
  const given = toNdarray(typeof labels === "number" ? [labels] : labels, "labels", { rank: [1, 2] });
  if (given.shape.join() === shape.join() && !(shape.length === 1 && classes === 1)) {
    return { truth: given.data, examples, classes };
  }
  if (given.dimension !== 1 || given.size !== examples) {
    const allowed = `[${examples}] classes or [${shape.join(", ")}] probabilities`;
    throw new RangeError(`\`labels\` must be ${allowed}, got shape [${given.shape.join(", ")}]`);
  }
  return { truth: oneHot(given.data, classes), examples, classes };
}

function oneHot(labels: Float64Array, classes: number): Float64Array {
  const truth = new Float64Array(labels.length * classes);
  labels.forEach((label, example) => {
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`\`labels\` must be classes from 0 to ${classes - 1}, got ${label}`);
    }
    truth[example * classes + label] = 1;
  });
  return truth;
}
