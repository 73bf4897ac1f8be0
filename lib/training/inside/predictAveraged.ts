import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, readable, wholeNumber } from "../../arrays/index.js";
import { readChanges } from "../../datasets/augmentOptions.js";
import { augment } from "../../datasets/index.js";
import { KEEPING_SIZE, type KeepingSize } from "../augmentedExamples.js";
import type { tf } from "../tensorflow.js";
import { type Pictures, readPictures } from "./pictures.js";
import { predictBatches } from "./predictBatches.js";

/** How pictures are changed, and how often. `crop` cannot be among it: the model wants its size. */
export interface PredictAveragedOptions extends KeepingSize {
  /** Changed copies of each picture that are asked about beside the picture itself; default 8. */
  copies?: number;
  /** Another seed gives other changes; default 0. */
  seed?: number;
}

/**
 * Test-time averaging: the mean of a model's answers to each picture and to changed copies of it. Slower, and often a
 * little more right.
 *
 * @param model - a classifier; not changed
 * @param images - [n, height, width, channels] with values 0 to 255, or one picture; not modified
 * @param options.copies - default 8
 * @param options.seed - default 0
 * @param options - and what `augment` may do to the copies, such as `translation: 0.05`
 * @returns [n, classes], or [classes] for one picture: mean probabilities
 * @throws {RangeError} an option out of range, or pictures that don't fit the model
 * @example await predictAveraged(model, images, { copies: 8, rotation: 5, translation: 0.05 })
 * @see Krizhevsky, Sutskever & Hinton, ImageNet classification with deep convolutional neural networks (2012), §4.1
 */
export async function predictAveraged(
  model: tf.LayersModel,
  images: ArrayInput,
  options: PredictAveragedOptions,
): Promise<Float64NdArray> {
  const allowed = [...(["copies", "seed"] as const), ...KEEPING_SIZE];
  const { copies = 8, seed = 0, ...changes } = checkOptions(options, "predictAveraged", allowed);
  wholeNumber(copies, "copies", 0);
  wholeNumber(seed, "seed", 0);
  readChanges(changes, "predictAveraged");
  const pictures = readPictures(model, images, "images");
  const mean = Float64Array.from(await predictBatches(model, pictures), (value) => value / (copies + 1));
  for (let copy = 0; copy < copies; copy++) {
    const changed = changedPictures(pictures, { ...changes, seed: (seed * 1000 + copy) % 2 ** 32 });
    (await predictBatches(model, changed)).forEach((value, i) => {
      mean[i] += value / (copies + 1);
    });
  }
  const classes = mean.length / pictures.count;
  return readable(ndarray(mean, pictures.single ? [classes] : [pictures.count, classes]));
}

function changedPictures(pictures: Pictures, changes: KeepingSize & { seed: number }): Pictures {
  const batch = ndarray(pictures.data, [pictures.count, ...pictures.shape]);
  return { ...pictures, data: augment(batch, changes).data };
}
