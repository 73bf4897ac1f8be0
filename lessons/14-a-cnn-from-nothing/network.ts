import { type ArrayInput, toNdarray } from "cnn-workbook";
import type { dense } from "cnn-workbook/layers";
import ndarray from "ndarray";

/** Numbers in rows, columns and so on, as the layers give them. */
export type Numbers = ReturnType<typeof dense>;

/** Arrays by name: the weights of a network, or the slopes of its loss by them. */
export type Weights = Record<string, Numbers>;

/**
 * The same numbers in the same order, as an array of another shape. Nothing is copied where they already stand in order.
 *
 * @param array - not modified
 * @param shape - as many places as `array` has numbers
 * @throws {RangeError} more or fewer places
 * @example reshape([[1, 2, 3], [4, 5, 6]], [3, 2]) // [[1, 2], [3, 4], [5, 6]]
 */
export function reshape(array: ArrayInput, shape: number[]): Numbers {
  const { data, size } = toNdarray(array, "array", { shared: true });
  if (shape.reduce((product, side) => product * side, 1) !== size) {
    throw new RangeError(`\`shape\` [${shape.join(", ")}] has not as many places as \`array\` has numbers, ${size}`);
  }
  return toNdarray(ndarray(data, [...shape]), "array", { shared: true });
}
