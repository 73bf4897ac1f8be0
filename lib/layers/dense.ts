import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";
import { addProduct, matrix } from "./addProduct.js";
import { readBias, repeated } from "./convOptions.js";

/**
 * A dense layer: every unit weighs all inputs, a matrix product.
 *
 * @param input - [n, inputs], or one example [inputs]; not modified
 * @param weights - [inputs, units]; not modified
 * @param options.bias - [units], added to each sum; default none
 * @returns [n, units], or [units] for one example
 * @throws {RangeError} weights that do not fit the inputs, naming both shapes
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example dense([1, 2], [[1, 0], [10, 1]], { bias: [0, 5] }) // [21, 7]
 */
export function dense(input: ArrayInput, weights: ArrayInput, options?: { bias?: ArrayInput }): Float64NdArray {
  const { examples, inputs, units, x, w, outShape } = readDense(input, weights);
  const { bias } = checkOptions(options, "dense", ["bias"]);
  const out = repeated(readBias(bias, units), examples);
  addProduct(matrix(out, units), matrix(x.data, inputs), matrix(w.data, units), examples, inputs, units);
  return readable(ndarray(out, outShape));
}

/** Checks what `dense` or its backward pass was given; both only to be read. */
export function readDense(input: ArrayInput, weights: ArrayInput) {
  const x = toNdarray(input, "input", { rank: [1, 2], shared: true });
  const w = toNdarray(weights, "weights", { rank: 2, shared: true });
  const [inputs, units] = w.shape;
  if (x.shape.at(-1) !== inputs) {
    throw new RangeError(
      `\`weights\` [${inputs}, ${units}] take ${inputs} inputs, got input [${x.shape.join(", ")}]; flatten pictures first`,
    );
  }
  return { examples: x.size / inputs, inputs, units, x, w, outShape: [...x.shape.slice(0, -1), units] };
}
