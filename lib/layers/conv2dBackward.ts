import ndarray from "ndarray";
import { type ArrayInput, readable } from "../arrays/index.js";
import { batchShape, writeBatch } from "./batch.js";
import type { WeightedGradients } from "./denseBackward.js";
import { cropBatch } from "./padBatch.js";
import { type Conv2dOptions, readConv } from "./readConv.js";
import { readGradient, sumOverRows } from "./readGradient.js";
import { addStamped, addToWeights } from "./sliding.js";

/**
 * The way back through `conv2d`. A weight is used at every place of the picture, so its gradient is a sum over the
 * places: the gradient there times the cell that the weight met. A cell's gradient is a sum over the windows that
 * cover it: each stamps the filters back onto the picture, times its gradient.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `conv2d`; not modified
 * @param weights - as given to `conv2d`; not modified
 * @param options - as given to `conv2d`; what `bias` holds makes no difference here
 * @returns `{ input, weights, bias }`: the gradients by each of them, in their shapes; `bias` always
 * @throws {RangeError} shapes that do not fit, an option out of range
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example conv2dBackward([[1]], [[5, 6]], [[[[2]], [[3]]]]) // input [[2, 3]], weights [[[[5]], [[6]]]], bias [1]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §9.5
 */
export function conv2dBackward(
  gradient: ArrayInput,
  input: ArrayInput,
  weights: ArrayInput,
  options?: Conv2dOptions,
): WeightedGradients {
  const { batch, padded, kernel, sides, sliding, out } = readConv("conv2dBackward", input, weights, options);
  const above = readGradient(gradient, batchShape(out));
  const byWeights = new Float64Array(kernel.size);
  addToWeights(byWeights, padded.data, above, sliding);
  const byPicture = { ...padded, data: new Float64Array(padded.data.length) };
  addStamped(byPicture.data, above, kernel.data, sliding);
  return {
    input: writeBatch(cropBatch(byPicture, batch.height, batch.width, ...sides)),
    weights: readable(ndarray(byWeights, kernel.shape.slice())),
    bias: readable(ndarray(sumOverRows(above, out.channels))),
  };
}
