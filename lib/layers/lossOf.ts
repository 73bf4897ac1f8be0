import { type ArrayInput, type Float64NdArray, toNdarray } from "../arrays/index.js";
import { readGradient } from "./readGradient.js";

/** What a function gave, and how large the terms were that it was added up from. */
export interface Loss {
  value: number;
  size: number;
}

/**
 * A function of arrays as a loss: the number that it gives, or the sum of the array that it gives, each entry times
 * its `gradient`.
 *
 * @throws {RangeError} no finite number, an array without a gradient of its shape
 */
export function lossOf(given: number | ArrayInput, gradient?: ArrayInput): Loss {
  if (typeof given === "number") {
    if (Number.isFinite(given)) return { value: given, size: Math.abs(given) };
    throw new RangeError(`\`f\` must give a finite number, got ${given}`);
  }
  const { data, shape }: Float64NdArray = toNdarray(given, "f(…)", { shared: true });
  if (gradient === undefined) {
    throw new RangeError(`\`f\` gives an array [${shape.join(", ")}]: pass its gradient as the option \`gradient\``);
  }
  const above = readGradient(gradient, shape, "what `f` gives");
  let [value, size] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    value += above[i] * data[i];
    size += Math.abs(above[i] * data[i]);
  }
  return { value, size };
}
