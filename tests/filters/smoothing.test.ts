import { toList, toNested } from "cnn-workbook/arrays";
import {
  type BoundaryOptions,
  boxFilter,
  gaussianFilter,
  gaussianLaplace,
  laplacian,
  medianFilter,
} from "cnn-workbook/filters";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

type Image = number[][] | number[][][];

interface SciPyCase {
  image: Image;
  options: BoundaryOptions;
  sigma: number;
  size: number;
  gaussian: Image;
  box: Image;
  laplacian: Image;
}

describe("scipy.ndimage agrees", () => {
  it.each(golden<SciPyCase>("smoothing"))("$options.boundary, sigma $sigma, size $size", (theirs) => {
    const { image, options, sigma, size } = theirs;
    expect(farthest(gaussianFilter(image, { sigma, ...options }), theirs.gaussian)).toBeLessThan(1e-9);
    expect(farthest(boxFilter(image, { size, ...options }), theirs.box)).toBeLessThan(1e-9);
    expect(farthest(laplacian(image, options), theirs.laplacian)).toBeLessThan(1e-9);
  });
});

interface AllSizesCase extends SciPyCase {
  median: Image;
  gaussianLaplace: Image;
}

describe("scipy.ndimage agrees on images from 1 to 40 pixels a side", () => {
  it.each(golden<AllSizesCase>("filters"))(
    "$image.length rows, $image.0.length columns, $options.boundary, sigma $sigma, size $size",
    (theirs) => {
      const { image, options, sigma, size } = theirs;
      expect(farthest(medianFilter(image, { size, ...options }), theirs.median)).toBe(0);
      expect(farthest(boxFilter(image, { size, ...options }), theirs.box)).toBeLessThan(1e-9);
      expect(farthest(gaussianFilter(image, { sigma, ...options }), theirs.gaussian)).toBeLessThan(1e-9);
      expect(farthest(laplacian(image, options), theirs.laplacian)).toBeLessThan(1e-9);
      expect(farthest(gaussianLaplace(image, { sigma, ...options }), theirs.gaussianLaplace)).toBeLessThan(1e-9);
    },
  );
});

describe("boxFilter(image) averages", () => {
  it("three pixels by hand", () => {
    expect(farthest(boxFilter([[0, 0, 9]]), [[0, 3, 6]])).toBeLessThan(1e-12);
  });

  it("reaches further up and left when the window is even", () => {
    expect(toNested(boxFilter([[0, 8, 0, 0]], { size: 2 }))).toEqual([[0, 4, 4, 0]]);
  });
});

describe("gaussianFilter(image, { sigma }) smooths", () => {
  it("leaves a flat image as it is", () => {
    const flat = ndarray(new Float64Array(30).fill(7), [5, 6]);
    expect(farthest(gaussianFilter(flat, { sigma: 3 }), flat)).toBeLessThan(1e-12);
  });

  it("keeps each colour to itself and does not change its input", () => {
    const red = ndarray(new Float64Array(27), [3, 3, 3]);
    red.set(1, 1, 0, 255);
    const before = red.data.slice();
    const smooth = gaussianFilter(red, { sigma: 1 });
    expect(red.data).toEqual(before);
    expect(toList(smooth.pick(null, null, 1))).toEqual(new Array(9).fill(0));
    expect(smooth.get(0, 0, 0)).toBeGreaterThan(0);
  });

  it("says what is wrong", () => {
    expect(() => gaussianFilter([[1]], { sigma: -1 })).toThrow("`sigma` must be a number greater than 0, got -1");
    expect(() => gaussianFilter([1], { sigma: 1 })).toThrow("`image` must have 2 or 3 axes, got shape [1]");
    // @ts-expect-error a boundary of scipy.signal
    expect(() => gaussianFilter([[1]], { sigma: 1, boundary: "symm" })).toThrow('`boundary` must be one of "reflect"');
    expect(() => boxFilter([[1]], { size: 0 })).toThrow("`size` must be a whole number of at least 1, got 0");
  });
});

describe("laplacian(image) finds where brightness bends", () => {
  it("is positive on the dark side of a step and negative on the bright side", () => {
    expect(toNested(laplacian([[0, 0, 9, 9]]))).toEqual([[0, 9, -9, 0]]);
  });

  it("is zero on an even slope, away from the border", () => {
    const slope = Array.from({ length: 5 }, (_, y) => Array.from({ length: 5 }, (_, x) => 3 * x + 2 * y));
    expect(laplacian(slope).get(2, 2)).toBe(0);
  });
});

describe("gaussianLaplace(image, { sigma }) finds spots and edges", () => {
  const step = Array.from({ length: 9 }, () => Array.from({ length: 20 }, (_, x) => (x < 10 ? 0 : 100)));

  it("is positive on the dark side of a step, negative on the bright side, about as strong on both", () => {
    const row = toList(gaussianLaplace(step, { sigma: 2 }).pick(4));
    expect(row[8]).toBeGreaterThan(1);
    expect(row[8]).toBeCloseTo(-row[11], 1);
  });

  it("is most negative in the middle of a bright spot", () => {
    const spot = Array.from({ length: 9 }, (_, y) =>
      Array.from({ length: 9 }, (_, x) => (Math.hypot(x - 4, y - 4) < 2.5 ? 255 : 0)),
    );
    const response = gaussianLaplace(spot, { sigma: 1.7 });
    expect(response.get(4, 4)).toBe(Math.min(...response.data));
  });

  it("says what is wrong", () => {
    expect(() => gaussianLaplace(step, { sigma: 0 })).toThrow("`sigma` must be a number greater than 0, got 0");
  });
});
