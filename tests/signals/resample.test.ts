import { type ArrayInput, toList, toNested } from "cnn-workbook/arrays";
import { correlate1d, downsample, gaussianKernel1d, upsample } from "cnn-workbook/signals";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

describe("downsample(input, { factor }) keeps every factor-th sample", () => {
  it("by hand", () => {
    expect(toList(downsample([1, 2, 3, 4, 5]))).toEqual([1, 3, 5]);
    expect(toList(downsample([1, 2, 3, 4, 5, 6], { factor: 4 }))).toEqual([1, 5]);
    expect(toList(downsample([7], { factor: 9 }))).toEqual([7]);
  });

  it("makes a fast wave into a slow one: every second sample of 1, −1, 1, −1 is flat", () => {
    expect(toList(downsample([1, -1, 1, -1, 1]))).toEqual([1, 1, 1]);
  });

  it("shrinks an image both ways and keeps its colours", () => {
    expect(toNested(downsample([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))).toEqual([[1, 3], [7, 9]]); // biome-ignore format: matrices
    const colour = [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [0, 0, 0]]]; // biome-ignore format: an image
    expect(toNested(downsample(colour))).toEqual([[[1, 2, 3]]]);
  });
});

describe("downsample(input, { antialias: true }) smooths first", () => {
  it("by hand: a spike spreads with the weights of a bell of sigma ½", () => {
    const [far, near, middle] = toList(gaussianKernel1d({ sigma: 0.5 }));
    expect(toList(downsample([0, 0, 0, 0, 1, 0, 0, 0, 0], { antialias: true }))).toEqual([0, far, middle, far, 0]);
    expect(toList(downsample([0, 0, 0, 1, 0, 0, 0], { antialias: true }))).toEqual([0, near, near, 0]);
  });

  it("makes a fast wave weaker by what the bell does to it, away from the ends", () => {
    const frequency = 0.9 * Math.PI;
    const wave = Array.from({ length: 90 }, (_, i) => Math.cos(frequency * i));
    const height = (signal: number[]) => Math.max(...signal.slice(5, -5).map(Math.abs));
    expect(height(toList(downsample(wave, { factor: 3 })))).toBeGreaterThan(0.99);
    const faded = height(toList(downsample(wave, { factor: 3, antialias: true })));
    expect(faded).toBeCloseTo(Math.exp(-(frequency ** 2) / 2), 2);
  });

  it("leaves flat signals and images flat, and factor 1 as it was", () => {
    for (const value of toList(downsample(Array(11).fill(5), { factor: 4, antialias: true }))) {
      expect(value).toBeCloseTo(5, 12);
    }
    expect(toList(downsample([3, 1, 4], { factor: 1, antialias: true }))).toEqual([3, 1, 4]);
  });

  it("gives what SciPy gives by smoothing and slicing", () => {
    interface Case {
      input: ArrayInput;
      factor: number;
      plain: ArrayInput;
      antialias: ArrayInput;
    }
    for (const { input, factor, plain, antialias } of golden<Case>("downsampling")) {
      expect(farthest(downsample(input, { factor }), plain)).toBe(0);
      expect(farthest(downsample(input, { factor, antialias: true }), antialias)).toBeLessThan(1e-9);
    }
  });

  it("says what is wrong", () => {
    // @ts-expect-error a number where true or false belongs
    expect(() => downsample([1, 2], { antialias: 2 })).toThrow("`antialias` must be true or false, got 2");
  });
});

describe("upsample(input, { factor, method }) makes room between samples", () => {
  it("by hand", () => {
    expect(toList(upsample([2, 4, 8]))).toEqual([2, 0, 4, 0, 8, 0]);
    expect(toList(upsample([2, 4, 8], { method: "hold" }))).toEqual([2, 2, 4, 4, 8, 8]);
    expect(toList(upsample([2, 4, 8], { method: "linear" }))).toEqual([2, 3, 4, 6, 8, 8]);
    expect(toList(upsample([0, 3], { factor: 3, method: "linear" }))).toEqual([0, 1, 2, 3, 3, 3]);
  });

  it("is undone by downsample", () => {
    const signal = [3, 1, 4, 1, 5];
    for (const method of ["zeros", "hold", "linear"] as const) {
      expect(toList(downsample(upsample(signal, { factor: 3, method }), { factor: 3 }))).toEqual(signal);
    }
  });

  it("holds and draws lines as a kernel does over the zeros", () => {
    const spread = upsample([3, 1, 4, 1]);
    const held = correlate1d(spread, [1, 1], { mode: "same" });
    expect(toList(held)).toEqual(toList(upsample([3, 1, 4, 1], { method: "hold" })));
    const drawn = toList(correlate1d(spread, [0.5, 1, 0.5], { mode: "same" }));
    expect(drawn.slice(0, -1)).toEqual(toList(upsample([3, 1, 4, 1], { method: "linear" })).slice(0, -1));
  });

  it("enlarges an image both ways", () => {
    expect(toNested(upsample([[1, 2]], { method: "hold" }))).toEqual([[1, 1, 2, 2], [1, 1, 2, 2]]); // biome-ignore format: matrices
    expect(toNested(upsample([[1, 2]]))).toEqual([[1, 0, 2, 0], [0, 0, 0, 0]]); // biome-ignore format: matrices
  });

  it("says what is wrong", () => {
    expect(() => upsample([1], { factor: 0 })).toThrow("`factor` must be a whole number of at least 1, got 0");
    expect(() => downsample([1], { factor: 1.5 })).toThrow("`factor` must be a whole number of at least 1, got 1.5");
    expect(() => downsample([])).toThrow("`input` is empty");
    // @ts-expect-error a method that does not exist
    expect(() => upsample([1], { method: "cubic" })).toThrow('`method` must be one of "zeros", "hold", "linear"');
  });
});
