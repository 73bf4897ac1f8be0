import { randomGenerator } from "cnn-workbook";
import { type AugmentOptions, augment, type LabelledImages, syntheticDigits } from "cnn-workbook/datasets";
import { averagePool2d } from "cnn-workbook/layers";
import ndarray, { type NdArray } from "ndarray";

/** Pictures with the digit of each, as `trainModel` takes them. */
export interface Digits {
  /** [n, 14, 14, 1], 0 to 255 */
  images: NdArray<Float64Array>;
  /** [n] */
  labels: number[];
}

const SIDE = 14;
const CELLS = SIDE * SIDE;
const drawn = new Map<string, Digits>();

/**
 * Synthetic digits at half size, so that a training takes a second. Asked again, the same ones are given.
 *
 * @returns `images` [count, 14, 14, 1], 0 to 255, and `labels` [count]
 * @example smallDigits(1000, 1)
 */
export function smallDigits(count: number, seed: number): Digits {
  const key = `${count} ${seed}`;
  const known = drawn.get(key);
  if (known) return known;
  const digits = halved(syntheticDigits({ count, seed }));
  drawn.set(key, digits);
  return digits;
}

/** The examples at these places, in this order; a place may come twice. */
export function pick({ images, labels }: Digits, places: readonly number[]): Digits {
  const data = new Float64Array(places.length * CELLS);
  for (const [i, place] of places.entries()) data.set(picture(images, place), i * CELLS);
  return { images: batch(data), labels: places.map((place) => labels[place]) };
}

/** The first examples. */
export function firstOf(digits: Digits, count: number): Digits {
  return pick(digits, [...digits.labels.keys()].slice(0, count));
}

/** Of class 0, `counts[0]` examples, of class 1, `counts[1]`, and so on: the first of each. */
export function withCounts(digits: Digits, counts: readonly number[]): Digits {
  const seen = counts.map(() => 0);
  const places = digits.labels.flatMap((label, place) => (seen[label]++ < counts[label] ? [place] : []));
  return pick(digits, places);
}

/** So many examples, drawn by chance so that each class is equally likely; the rare ones come again and again. */
export function drawnEvenly(digits: Digits, count: number, seed = 0): Digits {
  const random = randomGenerator(seed);
  const classes = [...new Set(digits.labels)];
  const places = classes.map((c) => [...digits.labels.keys()].filter((place) => digits.labels[place] === c));
  const one = (of: number[]) => of[random.integer(0, of.length - 1)];
  return pick(
    digits,
    Array.from({ length: count }, () => one(places[random.integer(0, classes.length - 1)])),
  );
}

/**
 * All pictures `times` times, each time changed anew.
 *
 * @param change - as for `augment`; without it, the pictures are repeated as they are
 */
export function versions({ images, labels }: Digits, times: number, change?: AugmentOptions): Digits {
  const data = new Float64Array(times * labels.length * CELLS);
  for (let i = 0; i < times; i++) {
    data.set((change ? augment(images, { ...change, seed: i }) : images).data, i * labels.length * CELLS);
  }
  return { images: batch(data), labels: Array.from({ length: times }, () => labels).flat() };
}

/** Mean and standard deviation of all pixels. */
export function spreadOf({ images }: Digits): { mean: number; deviation: number } {
  const { data } = images;
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
  return { mean, deviation: Math.sqrt(variance) };
}

function halved({ images, labels }: LabelledImages): Digits {
  const small = averagePool2d(images, { size: 2 });
  return { images: batch(Float64Array.from(small.data)), labels: Array.from(labels.data) };
}

function batch(data: Float64Array): NdArray<Float64Array> {
  return ndarray(data, [data.length / CELLS, SIDE, SIDE, 1]);
}

function picture({ data }: NdArray<Float64Array>, place: number): Float64Array {
  return data.subarray(place * CELLS, (place + 1) * CELLS);
}
