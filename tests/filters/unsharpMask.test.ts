import { unsharpMask } from "cnn-workbook/filters";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

interface ScikitCase {
  image: number[][] | number[][][];
  sigma: number;
  amount: number;
  clipped: number[][] | number[][][];
  free: number[][] | number[][][];
}

const step = Array.from({ length: 3 }, () => [50, 50, 50, 100, 100, 100]);

describe("unsharpMask(image) sharpens", () => {
  it("makes the dark side of an edge darker and the bright side brighter", () => {
    const sharp = unsharpMask(step);
    expect(sharp.get(1, 2)).toBeLessThan(45);
    expect(sharp.get(1, 3)).toBeGreaterThan(105);
  });

  it("leaves a flat image, and any image with amount 0, as it is", () => {
    expect(farthest(unsharpMask([[7, 7], [7, 7]], { amount: 5 }), [[7, 7], [7, 7]])).toBeLessThan(1e-12); // biome-ignore format: matrices
    expect(farthest(unsharpMask(step, { amount: 0 }), step)).toBe(0);
  });

  it("stays within 0 to 255 unless told otherwise", () => {
    const image = [[0, 0, 255, 255]];
    expect(farthest(unsharpMask(image, { amount: 3 }), image)).toBe(0);
    expect(unsharpMask(image, { amount: 3, clip: false }).get(0, 2)).toBeGreaterThan(300);
  });

  it("says what is wrong", () => {
    expect(() => unsharpMask(step, { sigma: 0 })).toThrow("`sigma` must be a number greater than 0, got 0");
    expect(() => unsharpMask(step, { amount: Number.NaN })).toThrow("`amount` must be a finite number, got NaN");
  });
});

describe("skimage.filters.unsharp_mask agrees", () => {
  it.each(golden<ScikitCase>("sharpening"))("sigma $sigma, amount $amount", ({ image, clipped, free, ...options }) => {
    const { sigma, amount } = options;
    expect(farthest(unsharpMask(image, { sigma, amount }), clipped)).toBeLessThan(1e-9);
    expect(farthest(unsharpMask(image, { sigma, amount, clip: false }), free)).toBeLessThan(1e-9);
  });
});
