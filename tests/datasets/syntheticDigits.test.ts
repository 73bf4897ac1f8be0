import { toList } from "cnn-workbook/arrays";
import { syntheticDigits } from "cnn-workbook/datasets";
import { describe, expect, it } from "vitest";

const PIXELS = 28 * 28;

/** Each picture's class by the nearest mean picture of `train`: the simplest classifier there is. */
function nearestMean(train: ReturnType<typeof syntheticDigits>, test: ReturnType<typeof syntheticDigits>): number {
  const means = Array.from({ length: 10 }, () => new Float64Array(PIXELS));
  train.images.data.forEach((value, i) => {
    means[train.labels.get(Math.floor(i / PIXELS))][i % PIXELS] += value / (train.labels.size / 10);
  });
  const right = toList(test.labels).filter((label, i) => {
    const picture = test.images.data.subarray(i * PIXELS, (i + 1) * PIXELS);
    const distances = means.map((mean) => mean.reduce((sum, value, p) => sum + (value - picture[p]) ** 2, 0));
    return distances.indexOf(Math.min(...distances)) === label;
  });
  return right.length / test.labels.size;
}

describe("syntheticDigits({ count, seed }) draws digits", () => {
  const digits = syntheticDigits({ count: 2000, seed: 1 });

  it("in MNIST's shape", () => {
    expect(digits.images.shape).toEqual([2000, 28, 28, 1]);
    expect(digits.labels.shape).toEqual([2000]);
    expect(digits.images.data).toBeInstanceOf(Uint8Array);
  });

  it("with each digit once in every ten", () => {
    const labels = toList(digits.labels);
    for (let i = 0; i < 2000; i += 10) {
      expect(labels.slice(i, i + 10).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
    expect(labels.slice(0, 10)).not.toEqual(labels.slice(10, 20));
  });

  it("with ink on a fifth of black paper, none at the corners", () => {
    const ink = digits.images.data.filter((value) => value > 0).length / digits.images.size;
    expect(ink).toBeGreaterThan(0.12);
    expect(ink).toBeLessThan(0.3);
    for (let i = 0; i < 2000; i++) {
      expect(digits.images.get(i, 0, 0, 0) + digits.images.get(i, 27, 27, 0)).toBe(0);
      expect(Math.max(...digits.images.data.subarray(i * PIXELS, (i + 1) * PIXELS))).toBeGreaterThan(150);
    }
  });

  it("the same for a seed, different for another, longer ones beginning alike", () => {
    const short = syntheticDigits({ count: 20, seed: 1 });
    expect(short.images.data).toEqual(digits.images.data.slice(0, 20 * PIXELS));
    expect(syntheticDigits({ count: 20, seed: 2 }).images.data).not.toEqual(short.images.data);
  });

  it("never the same twice", () => {
    const seen = new Set(
      Array.from({ length: 2000 }, (_, i) =>
        digits.images
          .pick(i)
          .data.slice(i * PIXELS, (i + 1) * PIXELS)
          .join(),
      ),
    );
    expect(seen.size).toBe(2000);
  });

  it("that can be told apart, but not by comparing pixels alone", () => {
    const accuracy = nearestMean(digits, syntheticDigits({ count: 500, seed: 2 }));
    expect(accuracy).toBeGreaterThan(0.6);
    expect(accuracy).toBeLessThan(0.9);
  });

  it("says what is wrong", () => {
    expect(() => syntheticDigits({ count: 0 })).toThrow("`count` must be a whole number from 1 to 100000, got 0");
    expect(() => syntheticDigits({ seed: -1 })).toThrow("`seed` must be a whole number");
  });
});
