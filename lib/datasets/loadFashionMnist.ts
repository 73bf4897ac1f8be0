import { loadIdxSet } from "./loadIdxSet.js";
import { fashionMnist } from "./publishedSets.js";
import { type LoadOptions, readLoadOptions } from "./readLoadOptions.js";
import type { LabelledImages } from "./syntheticDigits.js";

/** Pictures with the class of each, and what the classes are called. */
export interface NamedImages extends LabelledImages {
  /** The name of class 0, of class 1, … */
  classNames: string[];
}

const CLASS_NAMES = "T-shirt/top, Trouser, Pullover, Dress, Coat, Sandal, Shirt, Sneaker, Bag, Ankle boot".split(", ");

/**
 * Loads Fashion-MNIST: grey pictures of clothes, 28 × 28, in ten classes; 60,000 to learn from and 10,000 to be judged
 * by. Harder than digits.
 *
 * The files, 31 MB, are taken from the folder `fashion-mnist` of `CNN_WORKBOOK_DATA` (an environment variable), else
 * from the cache of the repository, else they are downloaded into it.
 *
 * @param options.split - `"train"` (default) or `"test"`
 * @param options.limit - only the first so many pictures; default all
 * @returns `images` [n, 28, 28, 1], 0 (paper) to 255; `labels` [n], 0 to 9; `classNames`, "T-shirt/top" to "Ankle boot"
 * @throws {Error} no file and no network (the message says what to do and what to use instead), or a damaged file
 * @throws {RangeError} an unknown split, or a limit that is no whole number of at least 1
 * @example const { images, labels, classNames } = await loadFashionMnist({ limit: 10000 })
 * @see Xiao, Rasul & Vollgraf, Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms (2017)
 */
export async function loadFashionMnist(options?: LoadOptions): Promise<NamedImages> {
  const set = await loadIdxSet(fashionMnist, readLoadOptions(options, "loadFashionMnist"));
  return { ...set, classNames: [...CLASS_NAMES] };
}
