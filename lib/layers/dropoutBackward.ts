import { type ArrayInput, checkOptions, type Float64NdArray, toNdarray } from "../arrays/index.js";
import { type DropoutOptions, dropout } from "./dropout.js";
import { readGradient } from "./readGradient.js";

/**
 * The way back through `dropout`: what was set to zero stops its gradient, the rest makes it 1 / (1 − rate) times as
 * large, just as on the way there. The same seed gives the same places.
 *
 * @param gradient - of the loss by the layer's output, in the output's shape; not modified
 * @param input - as given to `dropout`; not modified
 * @param options - as given to `dropout`
 * @returns the gradient by the input, the same shape, a new array
 * @throws {RangeError} shapes that differ, `rate` below 0 or not below 1, non-finite arrays
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example dropoutBackward([1, 1, 1, 1], [5, 6, 7, 8], { rate: 0.5, seed: 1 }) // 2 where `dropout` kept, else 0
 */
export function dropoutBackward(gradient: ArrayInput, input: ArrayInput, options: DropoutOptions): Float64NdArray {
  const checked = checkOptions(options, "dropoutBackward", ["rate", "seed"]);
  const { shape } = toNdarray(input, "input", { shared: true });
  readGradient(gradient, shape);
  return dropout(gradient, checked);
}
