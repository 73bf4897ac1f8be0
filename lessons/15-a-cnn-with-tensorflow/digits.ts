import { type LabelledImages, loadMnist, mnistAtHand, syntheticDigits } from "cnn-workbook/datasets";
import ndarray from "ndarray";
import { counts } from "./hand.js";

/** Digits to learn from, to look at meanwhile, and to be tested on at the end. */
export interface DigitSets {
  /** Where they come from. */
  source: string;
  training: LabelledImages;
  validation: LabelledImages;
  test: LabelledImages;
}

/**
 * Digits for this lesson: people's handwriting (MNIST) where it lies on this machine, else digits that the course draws.
 *
 * @param options.mnist - `true` downloads MNIST if it is not there; `false` takes drawn digits in any case
 * @param options.learn - pictures to learn from; default 10,000
 * @returns three sets without a common picture
 */
export async function digitSets({ mnist = mnistAtHand(), learn = counts.learn } = {}): Promise<DigitSets> {
  const { validate, test } = counts;
  const all = mnist
    ? await loadMnist({ limit: learn + validate })
    : syntheticDigits({ count: learn + validate, seed: 15 });
  const tested = mnist ? await loadMnist({ split: "test", limit: test }) : syntheticDigits({ count: test, seed: 16 });
  const source = mnist ? "MNIST: written by people" : "drawn by a program, to look like handwriting";
  const [total] = all.labels.shape;
  const kept = Math.max(1, total - validate);
  return { source, training: part(all, 0, kept), validation: part(all, kept, total), test: tested };
}

/** The first pictures of a set, at most all. */
export function firstOf(set: LabelledImages, count: number): LabelledImages {
  return part(set, 0, Math.min(count, set.labels.shape[0]));
}

/** The pictures `from` up to but not including `to`. */
function part({ images, labels }: LabelledImages, from: number, to: number): LabelledImages {
  const [, height, width, channels] = images.shape;
  return {
    images: images.lo(from, 0, 0, 0).hi(to - from, height, width, channels),
    labels: labels.lo(from).hi(to - from),
  };
}

/**
 * Pictures with their content moved to the right; what comes in on the left is paper.
 *
 * @param images - [n, height, width, channels]; not modified
 * @param columns - 0 to below the width
 */
export function movedRight(images: LabelledImages["images"], columns: number): LabelledImages["images"] {
  const [count, height, width, channels] = images.shape;
  const moved = ndarray(new Uint8Array(count * height * width * channels), images.shape.slice());
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < height; row++) {
      for (let column = columns; column < width; column++) {
        for (let k = 0; k < channels; k++) moved.set(n, row, column, k, images.get(n, row, column - columns, k));
      }
    }
  }
  return moved;
}
