import ndarray from "ndarray";
import { readable } from "../arrays/index.js";
import { datasetFile } from "./datasetFile.js";
import type { PublishedSet } from "./publishedSets.js";
import { readIdx } from "./readIdx.js";
import type { LoadOptions } from "./readLoadOptions.js";
import type { LabelledImages } from "./syntheticDigits.js";

/**
 * Loads MNIST or a set that is published in the same four files.
 *
 * @throws {Error} a file that is nowhere to be had, damaged, or not of the same set as its fellow
 */
export async function loadIdxSet(set: PublishedSet, { split, limit }: Required<LoadOptions>): Promise<LabelledImages> {
  const prefix = { train: "train", test: "t10k" }[split];
  const read = async (file: string) => readIdx(await datasetFile(set, `${file}.gz`), `${file} of ${set.title}`);
  const images = await read(`${prefix}-images-idx3-ubyte`);
  const labels = await read(`${prefix}-labels-idx1-ubyte`);
  const [count, height, width] = images.shape;
  if (images.dimension !== 3 || labels.dimension !== 1 || labels.shape[0] !== count) {
    throw new Error(
      `The ${set.title} files do not belong together: [${images.shape}] pictures and [${labels.shape}] labels`,
    );
  }
  const kept = Math.min(limit, count);
  return {
    images: readable(ndarray(images.data.slice(0, kept * height * width), [kept, height, width, 1])),
    labels: readable(ndarray(labels.data.slice(0, kept), [kept])),
  };
}
