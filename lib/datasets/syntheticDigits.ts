import ndarray, { type NdArray } from "ndarray";
import { readable, wholeNumber } from "../arrays/index.js";
import { type RandomGenerator, randomGenerator } from "../signals/index.js";
import { inkPath } from "./inkPath.js";
import { writeDigit } from "./writeDigit.js";

/** How many digits, and which. */
export interface SyntheticDigitsOptions {
  /** Pictures, 1 to 100,000; default 1000. */
  count?: number;
  /** A whole number from 0; use different ones for training and test. Default 1. */
  seed?: number;
}

/** Pictures with the class of each. */
export interface LabelledImages {
  /** [n, height, width, channels], bytes 0 to 255. */
  images: NdArray<Uint8Array>;
  /** [n], the class of each picture, from 0. */
  labels: NdArray<Uint8Array>;
}

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const CLASSES = 10;

/**
 * Draws handwritten-looking digits, white on black as in MNIST: each from strokes, in one of several ways of writing
 * it, with random slant, turn, width, bend, pen and ink. Needs no download.
 *
 * Of every ten pictures in a row, each digit has one. The same seed gives the same digits, and a longer set begins
 * like a shorter one.
 *
 * @returns `images` [count, 28, 28, 1], 0 (paper) to 255 (ink), and `labels` [count], 0 to 9
 * @throws {RangeError} `count` or `seed` out of range
 * @example const { images, labels } = syntheticDigits({ count: 5000, seed: 1 })
 */
export function syntheticDigits({ count = 1000, seed = 1 }: SyntheticDigitsOptions = {}): LabelledImages {
  wholeNumber(count, "count", 1, 100_000);
  const random = randomGenerator(seed);
  const images = new Uint8Array(count * PIXELS);
  const labels = new Uint8Array(count);
  let order: number[] = [];
  for (let i = 0; i < count; i++) {
    if (i % CLASSES === 0) order = shuffledDigits(random);
    labels[i] = order[i % CLASSES];
    const picture = images.subarray(i * PIXELS, (i + 1) * PIXELS);
    inkPath(picture, SIDE, writeDigit(labels[i], SIDE, random), random);
  }
  return {
    images: readable(ndarray(images, [count, SIDE, SIDE, 1])),
    labels: readable(ndarray(labels, [count])),
  };
}

/** The ten digits in random order (Fisher & Yates, 1938). */
function shuffledDigits(random: RandomGenerator): number[] {
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  for (let last = CLASSES - 1; last > 0; last--) {
    const pick = random.integer(0, last);
    [digits[last], digits[pick]] = [digits[pick], digits[last]];
  }
  return digits;
}
