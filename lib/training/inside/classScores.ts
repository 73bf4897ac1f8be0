import { wholeNumber } from "../../arrays/index.js";
import { tf } from "../tensorflow.js";

/**
 * A model's answer before softmax or sigmoid makes probabilities of it. Gradients are taken of these scores: a
 * probability also rises when the other classes' scores fall, and hardly moves any more where it is nearly 1.
 *
 * @returns a function from pictures to scores, [n, classes]; for one sigmoid, class 0 has minus the score of class 1
 */
export function classScores(model: tf.LayersModel): (x: tf.Tensor) => tf.Tensor2D {
  const last = model.outputs[0].sourceLayer;
  const scores = givesProbabilities(last) ? withoutActivation(model, last) : through(model, model.outputs[0]);
  const single = model.outputs[0].shape[1] === 1;
  return (x) => {
    const values = scores(x) as tf.Tensor2D;
    return single ? tf.concat2d([values.neg(), values], 1) : values;
  };
}

/**
 * The class that is asked for, or the most probable one of a picture.
 *
 * @throws {RangeError} no such class
 */
export function chooseClass(model: tf.LayersModel, x: tf.Tensor, classIndex: number | undefined): number {
  const scores = tf.tidy(() => classScores(model)(x).dataSync());
  if (classIndex === undefined) return scores.indexOf(Math.max(...scores));
  return wholeNumber(classIndex, "classIndex", 0, scores.length - 1);
}

function givesProbabilities(last: tf.layers.Layer): boolean {
  const { activation } = last.getConfig();
  const squashing = activation === "softmax" || activation === "sigmoid";
  return last.getClassName() === "Softmax" || (["Dense", "Activation"].includes(last.getClassName()) && squashing);
}

function withoutActivation(model: tf.LayersModel, last: tf.layers.Layer): (x: tf.Tensor) => tf.Tensor {
  const before = through(model, last.input as tf.SymbolicTensor);
  if (last.getClassName() !== "Dense") return before;
  return (x) => {
    const [kernel, bias] = last.getWeights();
    const sums = tf.matMul(before(x) as tf.Tensor2D, kernel as tf.Tensor2D);
    return bias ? sums.add(bias) : sums;
  };
}

/** The model up to one of its tensors. */
function through(model: tf.LayersModel, end: tf.SymbolicTensor): (x: tf.Tensor) => tf.Tensor {
  if (end === model.inputs[0]) return (x) => x;
  const part = tf.model({ inputs: model.inputs, outputs: end });
  return (x) => part.apply(x) as tf.Tensor;
}
