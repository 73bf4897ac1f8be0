import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";
import { readPrediction, readTruth, SMALLEST } from "./crossEntropy.js";
import { softmax } from "./softmax.js";

/**
 * How the cross-entropy changes with each probability: −y / p, divided by the number of examples. Here the way back
 * begins, so no gradient is given. Below 1e-7, where `crossEntropy` cuts, the loss no longer changes, and neither will
 * the network: `softmaxCrossEntropyBackward` has no such place.
 *
 * @param probabilities - as given to `crossEntropy`; not modified
 * @param labels - as given to `crossEntropy`; not modified
 * @returns the gradient by the probabilities, in their shape
 * @throws {RangeError} shapes that do not fit, a label that is no class, a probability below 0 or above 1
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example crossEntropyBackward([[0.5, 0.5]], [0]) // [[-2, 0]]
 */
export function crossEntropyBackward(probabilities: ArrayInput, labels: ArrayInput | number): Float64NdArray {
  const { data, shape, truth, examples } = readPrediction(probabilities, labels);
  const out = data.map((value, i) => (truth[i] === 0 || value < SMALLEST ? 0 : -truth[i] / value / examples));
  return readable(ndarray(out, shape.slice()));
}

/**
 * The way back through `crossEntropy` and `softmax` in one: what the network said minus what is true, (p − y) / n.
 *
 * @param scores - [n, classes] or [classes], as given to `softmax`; not modified
 * @param labels - as given to `crossEntropy`; not modified
 * @returns the gradient of the mean loss by the scores, in their shape; each row adds up to 0
 * @throws {RangeError} shapes that do not fit, a label that is no class, non-finite scores
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example softmaxCrossEntropyBackward([[0, 0]], [0]) // [[-0.5, 0.5]]
 * @see Bridle, Probabilistic interpretation of feedforward classification network outputs (1990)
 */
export function softmaxCrossEntropyBackward(scores: ArrayInput, labels: ArrayInput | number): Float64NdArray {
  const { data, shape } = softmax(toNdarray(scores, "scores", { rank: [1, 2], shared: true }));
  const { truth, examples, classes } = readTruth(labels, shape);
  const out = new Float64Array(data.length);
  for (let start = 0; start < out.length; start += classes) {
    // 1, but for a truth that does not add up to 1.
    let total = 0;
    for (let k = start; k < start + classes; k++) total += truth[k];
    for (let k = start; k < start + classes; k++) out[k] = (data[k] * total - truth[k]) / examples;
  }
  return readable(ndarray(out, shape.slice()));
}
