import { toList } from "cnn-workbook/arrays";
import { boxKernel1d, gaussianKernel1d } from "cnn-workbook/signals";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("boxKernel1d(size) gives equal weights", () => {
  it("of one over size", () => {
    expect(toList(boxKernel1d(4))).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(toList(boxKernel1d(1))).toEqual([1]);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %s", (size) => {
    expect(() => boxKernel1d(size)).toThrow(`\`size\` must be a whole number of at least 1, got ${size}`);
  });
});

describe("gaussianKernel1d({ sigma }) gives a bell curve", () => {
  it.each(golden<{ sigma: number; kernel: number[] }>("gaussian_kernel"))("like SciPy's for $sigma", (theirs) => {
    expect(farthest(gaussianKernel1d({ sigma: theirs.sigma }), theirs.kernel)).toBeLessThan(1e-12);
  });

  it("is symmetric and adds up to 1, also where it is cut short", () => {
    const bell = toList(gaussianKernel1d({ sigma: 2, radius: 3 }));
    expect(bell).toHaveLength(7);
    expect(bell.slice().reverse()).toEqual(bell);
    expect(sum(bell)).toBeCloseTo(1, 12);
  });

  it("says what is wrong", () => {
    expect(() => gaussianKernel1d({ sigma: 0 })).toThrow("`sigma` must be a number greater than 0, got 0");
    expect(() => gaussianKernel1d({ sigma: 1, radius: -1 })).toThrow("`radius` must be a whole number of at least 0");
  });
});
