import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray, wholeNumber } from "../arrays/index.js";

/**
 * Counts how often pictures of each class were taken for each class.
 *
 * @param labels - [n] the true classes, whole numbers from 0; not modified
 * @param predictions - [n] the predicted classes, as `evaluateModel` gives them; not modified
 * @param options.classes - how many classes there are; default one more than the largest that occurs
 * @returns [classes, classes]: entry [i, j] counts the pictures of class i that were taken for class j
 * @throws {RangeError} lists of different lengths, or an entry that is no class
 * @example confusionMatrix([0, 0, 1], [0, 1, 1]) // [[1, 1], [0, 1]]
 */
export function confusionMatrix(
  labels: ArrayInput,
  predictions: ArrayInput,
  options: { classes?: number } = {},
): Float64NdArray {
  const truth = toNdarray(labels, "labels", { rank: 1 }).data;
  const guess = toNdarray(predictions, "predictions", { rank: 1 }).data;
  if (truth.length !== guess.length) {
    throw new RangeError(`\`predictions\` must be as long as \`labels\`, ${truth.length}, got ${guess.length}`);
  }
  const largest = truth.reduce((most, value, i) => Math.max(most, value, guess[i]), 0);
  const classes = wholeNumber(options.classes ?? Math.floor(largest) + 1, "classes", 1);
  const counts = new Float64Array(classes * classes);
  truth.forEach((label, i) => {
    wholeNumber(label, `labels[${i}]`, 0, classes - 1);
    wholeNumber(guess[i], `predictions[${i}]`, 0, classes - 1);
    counts[label * classes + guess[i]]++;
  });
  return readable(ndarray(counts, [classes, classes]));
}
