import ndarray from "ndarray";
import { oneOf, readable, wholeNumber } from "../arrays/index.js";
import { datasetFile } from "./datasetFile.js";
import { readIdx } from "./readIdx.js";
import type { LabelledImages } from "./syntheticDigits.js";

/** Which part of the set, and how much of it. */
export interface LoadMnistOptions {
  /** `"train"` (default), 60,000 pictures, or `"test"`, 10,000 pictures by other writers. */
  split?: "train" | "test";
  /** Only the first so many pictures; default all. */
  limit?: number;
}

/**
 * Loads MNIST: handwritten digits of 28 × 28, white on black, from files on this machine.
 *
 * It looks in the folder `mnist` of `CNN_WORKBOOK_DATA` (an environment variable) and of the repository's `cache`,
 * for files with their published names, such as `train-images-idx3-ubyte.gz`.
 *
 * @returns `images` [n, 28, 28, 1], 0 (paper) to 255 (ink), and `labels` [n], 0 to 9
 * @throws {Error} no such file (the message says where it looked and what to use instead), or a damaged one
 * @throws {RangeError} an unknown split, or a limit that is no whole number of at least 1
 * @example const { images, labels } = loadMnist({ split: "test", limit: 1000 })
 * @see LeCun, Bottou, Bengio & Haffner, Gradient-based learning applied to document recognition (1998)
 */
export function loadMnist({
  split = "train",
  limit = Number.POSITIVE_INFINITY,
}: LoadMnistOptions = {}): LabelledImages {
  oneOf(split, "split", ["train", "test"]);
  if (limit !== Number.POSITIVE_INFINITY) wholeNumber(limit, "limit", 1);
  const prefix = { train: "train", test: "t10k" }[split];
  const read = (file: string) =>
    readIdx(datasetFile("mnist", file, "Without MNIST use syntheticDigits({ count: 10000 })."), file);
  const images = read(`${prefix}-images-idx3-ubyte`);
  const labels = read(`${prefix}-labels-idx1-ubyte`);
  const [count, height, width] = images.shape;
  if (images.dimension !== 3 || labels.dimension !== 1 || labels.shape[0] !== count) {
    throw new Error(`The MNIST files do not belong together: [${images.shape}] pictures and [${labels.shape}] labels`);
  }
  const kept = Math.min(limit, count);
  return {
    images: readable(ndarray(images.data.slice(0, kept * height * width), [kept, height, width, 1])),
    labels: readable(ndarray(labels.data.slice(0, kept), [kept])),
  };
}
