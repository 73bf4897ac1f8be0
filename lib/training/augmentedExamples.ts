import ndarray from "ndarray";
import { checkOptions } from "../arrays/index.js";
import { CHANGES, readChanges } from "../datasets/augmentOptions.js";
import { type AugmentOptions, augment } from "../datasets/index.js";
import type { RandomGenerator } from "../signals/index.js";
import type { Examples } from "./examples.js";
import { tf } from "./tensorflow.js";

/** What `augment` may do to pictures that must keep their size. */
export type KeepingSize = Omit<AugmentOptions, "crop">;

/** The names of those options. */
export const KEEPING_SIZE = CHANGES.filter((name) => name !== "crop");

/**
 * The same examples, but each batch of pictures is changed by chance whenever it is taken.
 *
 * @throws {TypeError} an option that `augment` does not have, or `crop`
 * @throws {RangeError} examples that are no pictures, or an option out of range
 */
export function augmentedExamples(
  model: tf.LayersModel,
  examples: Examples,
  options: KeepingSize,
  random: RandomGenerator,
): Examples {
  readChanges(checkOptions(options, "`augment`", KEEPING_SIZE), "`augment`");
  if (model.inputs[0].shape.length !== 4) {
    const shape = model.inputs[0].shape.map((side) => side ?? "n").join(", ");
    throw new RangeError(`\`augment\` is for pictures [n, height, width, channels], but the model takes [${shape}]`);
  }
  return {
    ...examples,
    take(indices) {
      const { x, y } = examples.take(indices);
      const seed = random.integer(0, 2 ** 32 - 1);
      const changed = augment(ndarray(x.dataSync() as Float32Array, x.shape), { ...options, seed });
      x.dispose();
      return { x: tf.tensor(Float32Array.from(changed.data), changed.shape), y };
    },
  };
}
