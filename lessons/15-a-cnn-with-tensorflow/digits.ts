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

/**
 * Pictures moved by whole pixels so that the centre of mass of each lies in the middle, as MNIST's makers did it. What would
 * leave the picture is lost; an empty one stays.
 *
 * @param images - [n, height, width, channels]; not modified
 * @example centredByMass(movedRight(test.images, 5))
 */
export function centredByMass(images: LabelledImages["images"]): LabelledImages["images"] {
  const [count, height, width, channels] = images.shape;
  const moved = ndarray(new Uint8Array(count * height * width * channels), images.shape.slice());
  for (let n = 0; n < count; n++) {
    const [down, right] = wayToMiddle(images.pick(n, null, null, null));
    for (let row = Math.max(0, -down); row < Math.min(height, height - down); row++) {
      for (let column = Math.max(0, -right); column < Math.min(width, width - right); column++) {
        for (let k = 0; k < channels; k++) {
          moved.set(n, row + down, column + right, k, images.get(n, row, column, k));
        }
      }
    }
  }
  return moved;
}

/** How many whole pixels down and to the right bring the ink of one picture into the middle. */
function wayToMiddle(image: LabelledImages["images"]): [number, number] {
  const [height, width, channels] = image.shape;
  let [ink, rows, columns] = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      for (let k = 0; k < channels; k++) {
        const value = image.get(row, column, k);
        ink += value;
        rows += row * value;
        columns += column * value;
      }
    }
  }
  if (ink === 0) return [0, 0];
  return [Math.round((height - 1) / 2 - rows / ink), Math.round((width - 1) / 2 - columns / ink)];
}
