import type { ArrayInput } from "../arrays/index.js";
import { confusionMatrix } from "./confusionMatrix.js";

/**
 * The share of the predictions that are right.
 *
 * @param labels - [n] the true classes, whole numbers from 0; not modified
 * @param predictions - [n] the predicted classes; not modified
 * @returns 0 to 1
 * @throws {RangeError} lists of different lengths, or an entry that is no class
 * @example accuracyScore([0, 1, 2, 2], [0, 1, 1, 2]) // 0.75
 * @see sklearn.metrics.accuracy_score
 */
export function accuracyScore(labels: ArrayInput, predictions: ArrayInput): number {
  const matrix = confusionMatrix(labels, predictions);
  const classes = matrix.shape[0];
  let [right, all] = [0, 0];
  matrix.data.forEach((count, i) => {
    all += count;
    if (i % (classes + 1) === 0) right += count;
  });
  return right / all;
}
