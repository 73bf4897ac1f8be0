import ndarray from "ndarray";
import { readable } from "../arrays/index.js";
import { datasetFile } from "./datasetFile.js";
import type { NamedImages } from "./loadFashionMnist.js";
import { cifar10 } from "./publishedSets.js";
import { type LoadOptions, readLoadOptions } from "./readLoadOptions.js";
import { readTar } from "./readTar.js";
import { unzip } from "./unzip.js";

const CLASS_NAMES = "airplane, automobile, bird, cat, deer, dog, frog, horse, ship, truck".split(", ");

const ARCHIVE = "cifar-10-binary.tar.gz";
const BATCHES = { train: [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`), test: ["test_batch.bin"] };
const SIDE = 32;
const PIXELS = SIDE * SIDE;
const CHANNELS = 3;
/** The class, then all red values, all green ones, all blue ones. */
const RECORD = 1 + CHANNELS * PIXELS;

/**
 * Loads CIFAR-10: colour photographs of 32 × 32 pixels in ten classes, 50,000 to learn from and 10,000 to be judged by.
 *
 * The file, 170 MB, is taken from the folder `cifar-10` of `CNN_WORKBOOK_DATA` (an environment variable), else from the
 * cache of the repository, else it is downloaded into it.
 *
 * @param options.split - `"train"` (default) or `"test"`
 * @param options.limit - only the first so many pictures; default all
 * @returns `images` [n, 32, 32, 3], 0 to 255; `labels` [n], 0 to 9; `classNames`, "airplane" to "truck"
 * @throws {Error} no file and no network (the message says what to do and what to use instead), or a damaged file
 * @throws {RangeError} an unknown split, or a limit that is no whole number of at least 1
 * @example const { images, labels, classNames } = await loadCifar10({ split: "test", limit: 1000 })
 * @see Krizhevsky, Learning multiple layers of features from tiny images (2009)
 */
export async function loadCifar10(options?: LoadOptions): Promise<NamedImages> {
  const { split, limit } = readLoadOptions(options, "loadCifar10");
  const files = readTar(await unzip(await datasetFile(cifar10, ARCHIVE), ARCHIVE), ARCHIVE);
  const batches = BATCHES[split].map((name) => batch(files, name));
  const count = batches.reduce((sum, { length }) => sum + length / RECORD, 0);
  const kept = Math.min(limit, count);
  const images = new Uint8Array(kept * PIXELS * CHANNELS);
  const labels = new Uint8Array(kept);
  let written = 0;
  for (const bytes of batches) {
    for (let at = 0; at < bytes.length && written < kept; at += RECORD, written++) {
      labels[written] = bytes[at];
      interleave(bytes.subarray(at + 1, at + RECORD), images, written * PIXELS * CHANNELS);
    }
  }
  return {
    images: readable(ndarray(images, [kept, SIDE, SIDE, CHANNELS])),
    labels: readable(ndarray(labels, [kept])),
    classNames: [...CLASS_NAMES],
  };
}

function batch(files: Map<string, Buffer>, name: string): Buffer {
  const bytes = files.get(`cifar-10-batches-bin/${name}`);
  if (bytes && bytes.length > 0 && bytes.length % RECORD === 0) return bytes;
  const found = bytes ? `${name} has ${bytes.length} bytes, no multiple of ${RECORD}` : `it has no ${name}`;
  throw new Error(`${ARCHIVE} is damaged: ${found}`);
}

/** Planes of red, green and blue become pixels of three values. */
function interleave(planes: Uint8Array, to: Uint8Array, start: number): void {
  for (let channel = 0; channel < CHANNELS; channel++) {
    for (let pixel = 0, at = start + channel; pixel < PIXELS; pixel++, at += CHANNELS) {
      to[at] = planes[channel * PIXELS + pixel];
    }
  }
}
