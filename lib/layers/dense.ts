import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";
import { readBias } from "./convOptions.js";

/**
 * A dense layer: every unit weighs all inputs, a matrix product.
 *
 * @param input - [n, inputs], or one example [inputs]; not modified
 * @param weights - [inputs, units]; not modified
 * @param options.bias - [units], added to each sum; default none
 * @returns [n, units], or [units] for one example
 * @throws {RangeError} weights that do not fit the inputs, naming both shapes
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example dense([1, 2], [[1, 0], [10, 1]], { bias: [0, 5] }) // [21, 7]
 */
export function dense(input: ArrayInput, weights: ArrayInput, options: { bias?: ArrayInput } = {}): Float64NdArray {
  const { bias } = checkOptions(options, "dense", ["bias"]);
  const { data, shape } = toNdarray(input, "input", { rank: [1, 2] });
  const matrix = toNdarray(weights, "weights", { rank: 2 });
  const [inputs, units] = matrix.shape;
  if (shape[shape.length - 1] !== inputs) {
    throw new RangeError(
      `\`weights\` [${inputs}, ${units}] take ${inputs} inputs, got input [${shape.join(", ")}]; flatten pictures first`,
    );
  }
  const shift = readBias(bias, units);
  const out = new Float64Array((data.length / inputs) * units);
  for (let to = 0, from = 0; to < out.length; to += units, from += inputs) {
    out.set(shift, to);
    for (let i = 0; i < inputs; i++) {
      for (let unit = 0; unit < units; unit++) out[to + unit] += data[from + i] * matrix.data[i * units + unit];
    }
  }
  return readable(ndarray(out, [...shape.slice(0, -1), units]));
}
