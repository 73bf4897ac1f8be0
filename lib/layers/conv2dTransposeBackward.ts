import ndarray from "ndarray";
import { type ArrayInput, readable } from "../arrays/index.js";
import { batchShape, writeBatch } from "./batch.js";
import type { WeightedGradients } from "./denseBackward.js";
import { padBatch } from "./padBatch.js";
import { type Conv2dTransposeOptions, readConvTranspose } from "./readConvTranspose.js";
import { readGradient, sumOverRows } from "./readGradient.js";
import { addFiltered, addToWeights } from "./sliding.js";

/**
 * The way back through `conv2dTranspose`: for the input it is the convolution with the same filters.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `conv2dTranspose`; not modified
 * @param weights - as given to `conv2dTranspose`; not modified
 * @param options - as given to `conv2dTranspose`; what `bias` holds makes no difference here
 * @returns `{ input, weights, bias }`: the gradients by each of them, in their shapes; `bias` always
 * @throws {RangeError} shapes that do not fit, an option out of range
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example conv2dTransposeBackward([[1, 10]], [[2]], [[[[1]], [[3]]]]) // input [[31]], weights [[[[2]], [[20]]]], bias [11]
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016), chapter 4
 */
export function conv2dTransposeBackward(
  gradient: ArrayInput,
  input: ArrayInput,
  weights: ArrayInput,
  options?: Conv2dTransposeOptions,
): WeightedGradients {
  const conv = readConvTranspose("conv2dTransposeBackward", input, weights, options);
  const { batch, kernel, rows, columns, sliding, out } = conv;
  const above = readGradient(gradient, batchShape(out));
  const padded = padBatch({ ...out, data: above }, rows, columns);
  const byInput = new Float64Array(batch.data.length);
  addFiltered(byInput, padded.data, kernel.data, sliding);
  const byWeights = new Float64Array(kernel.size);
  addToWeights(byWeights, padded.data, batch.data, sliding);
  return {
    input: writeBatch({ ...batch, data: byInput }),
    weights: readable(ndarray(byWeights, kernel.shape.slice())),
    bias: readable(ndarray(sumOverRows(above, out.channels))),
  };
}
