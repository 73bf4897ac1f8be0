import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable } from "../arrays/index.js";
import { addProduct, matrix, transposed } from "./addProduct.js";
import { readDense } from "./dense.js";
import { readGradient, sumOverRows } from "./readGradient.js";

/** How a loss changes with what a layer with weights was given: arrays of the same shapes. */
export interface WeightedGradients {
  input: Float64NdArray;
  weights: Float64NdArray;
  /** [filters] or [units]; given always, of use where the layer has a bias. */
  bias: Float64NdArray;
}

/**
 * The way back through `dense`: an input gets the gradients of all units, each times the weight between them; a weight
 * gets the gradient of its unit times its input, summed over the examples; a bias gets the gradients of its unit.
 *
 * @param gradient - of the loss by the layer's output, [n, units] or [units]; not modified
 * @param input - as given to `dense`; not modified
 * @param weights - as given to `dense`; not modified
 * @returns `{ input, weights, bias }`: the gradients by each of them, in their shapes
 * @throws {RangeError} shapes that do not fit
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example denseBackward([1], [2, 3], [[10], [20]]) // input [10, 20], weights [[2], [3]], bias [1]
 * @see Rumelhart, Hinton & Williams, Learning representations by back-propagating errors (1986)
 */
export function denseBackward(gradient: ArrayInput, input: ArrayInput, weights: ArrayInput): WeightedGradients {
  const { examples, inputs, units, x, w, outShape } = readDense(input, weights);
  const above = readGradient(gradient, outShape);
  const byInput = new Float64Array(x.size);
  const byWeights = new Float64Array(w.size);
  const turned = matrix(transposed(w.data, inputs, units), inputs);
  addProduct(matrix(byInput, inputs), matrix(above, units), turned, examples, units, inputs);
  const columns = { data: x.data, at: 0, down: 1, across: inputs };
  addProduct(matrix(byWeights, units), columns, matrix(above, units), inputs, examples, units);
  return {
    input: readable(ndarray(byInput, x.shape.slice())),
    weights: readable(ndarray(byWeights, w.shape.slice())),
    bias: readable(ndarray(sumOverRows(above, units))),
  };
}
