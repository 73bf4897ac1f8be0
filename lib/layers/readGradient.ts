import { type ArrayInput, toNdarray } from "../arrays/index.js";

/**
 * Reads the gradient that comes back from the next layer; only to be read.
 *
 * @param shape - that of the layer's output
 * @param owner - what has that shape, for the error
 * @throws {RangeError} another shape
 */
export function readGradient(
  gradient: ArrayInput,
  shape: readonly number[],
  owner = "the layer's output",
): Float64Array {
  const given = toNdarray(gradient, "gradient", { shared: true });
  if (given.shape.join() === shape.join()) return given.data;
  throw new RangeError(
    `\`gradient\` must have the shape of ${owner}, [${shape.join(", ")}], got [${given.shape.join(", ")}]`,
  );
}

/** The sum of each of the last axis's `length` entries over all that comes before it: what a bias gets. */
export function sumOverRows(data: Float64Array, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (let row = 0; row < data.length; row += length) for (let k = 0; k < length; k++) sums[k] += data[row + k];
  return sums;
}
