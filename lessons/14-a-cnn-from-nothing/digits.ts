import { toNdarray } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { type Numbers, reshape } from "./network.js";

/** Digits and what they are. */
export interface Digits {
  /** [n, 28, 28, 1], from 0 (black) to 1 (white). */
  images: Numbers;
  /** [n] */
  labels: Numbers;
}

/**
 * Digits whose pixels go from 0 to 1.
 *
 * @example unitDigits({ count: 500, seed: 2 }).images.shape // [500, 28, 28, 1]
 */
export function unitDigits(options: { count: number; seed: number }): Digits {
  const { images, labels } = syntheticDigits(options);
  return {
    images: reshape(
      Float64Array.from(images.data, (value) => value / 255),
      images.shape,
    ),
    labels: reshape(Float64Array.from(labels.data), labels.shape),
  };
}

/**
 * The same digits, ordered by what they are: first all zeros, last all nines.
 *
 * @param digits - not modified
 * @example sortedByLabel(unitDigits({ count: 500, seed: 2 })).labels.get(0) // 0
 */
export function sortedByLabel(digits: Digits): Digits {
  const [images, labels] = [toNdarray(digits.images, "images"), toNdarray(digits.labels, "labels")];
  const order = Array.from(labels.data, (_, n) => n).sort((a, b) => labels.data[a] - labels.data[b]);
  const length = images.size / order.length;
  const data = new Float64Array(images.size);
  order.forEach((from, to) => {
    data.set(images.data.subarray(from * length, (from + 1) * length), to * length);
  });
  return {
    images: reshape(data, images.shape),
    labels: reshape(
      order.map((n) => labels.data[n]),
      [order.length],
    ),
  };
}
