import { isAtHand } from "./datasetFile.js";
import { loadIdxSet } from "./loadIdxSet.js";
import { mnist } from "./publishedSets.js";
import { type LoadOptions, readLoadOptions } from "./readLoadOptions.js";
import type { LabelledImages } from "./syntheticDigits.js";

/**
 * Loads MNIST: handwritten digits of 28 × 28, white on black; 60,000 to learn from and 10,000 by other writers.
 *
 * The files, 12 MB, are taken from the folder `mnist` of `CNN_WORKBOOK_DATA` (an environment variable), else from the
 * cache of the repository, else they are downloaded into it, with their progress shown and their checksums compared.
 *
 * @param options.split - `"train"` (default) or `"test"`
 * @param options.limit - only the first so many pictures; default all
 * @returns `images` [n, 28, 28, 1], 0 (paper) to 255 (ink), and `labels` [n], 0 to 9
 * @throws {Error} no file and no network (the message says what to do and what to use instead), or a damaged file
 * @throws {RangeError} an unknown split, or a limit that is no whole number of at least 1
 * @example const { images, labels } = await loadMnist({ split: "test", limit: 1000 })
 * @see LeCun, Bottou, Bengio & Haffner, Gradient-based learning applied to document recognition (1998)
 */
export async function loadMnist(options?: LoadOptions): Promise<LabelledImages> {
  return loadIdxSet(mnist, readLoadOptions(options, "loadMnist"));
}

/**
 * Whether MNIST lies on this machine, so that `loadMnist` needs no network.
 *
 * @example const digits = mnistAtHand() ? await loadMnist() : syntheticDigits({ count: 10000 })
 */
export function mnistAtHand(): boolean {
  return isAtHand(mnist);
}
