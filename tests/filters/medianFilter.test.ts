import { toList, toNested } from "cnn-workbook/arrays";
import { medianFilter } from "cnn-workbook/filters";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { selectSmallest } from "../../lib/filters/selectSmallest.js";

describe("medianFilter(image) takes the value in the middle", () => {
  it("removes a speck and keeps a step", () => {
    expect(toNested(medianFilter([[0, 0, 9, 0, 0]]))).toEqual([[0, 0, 0, 0, 0]]);
    expect(toNested(medianFilter([[0, 0, 9, 9, 9]]))).toEqual([[0, 0, 9, 9, 9]]);
  });

  it("takes the larger of two in the middle, from a window that reaches up and left", () => {
    expect(toNested(medianFilter([[1, 2], [3, 4]], { size: 2 }))).toEqual([[1, 2], [3, 3]]); // biome-ignore format: matrices
  });

  it("leaves every image as it is with a window of one pixel", () => {
    expect(toNested(medianFilter([[3, 1, 2]], { size: 1 }))).toEqual([[3, 1, 2]]);
  });

  it("keeps each colour to itself, reads views and does not change its input", () => {
    const planes = ndarray(
      Float64Array.from({ length: 27 }, (_, i) => (i < 9 ? i : 0)),
      [3, 3, 3],
    );
    const before = planes.data.slice();
    const result = medianFilter(planes.transpose(1, 2, 0));
    expect(result.shape).toEqual([3, 3, 3]);
    expect(result.get(1, 1, 0)).toBe(4);
    expect(toList(result.pick(null, null, 1))).toEqual(new Array(9).fill(0));
    expect(planes.data).toEqual(before);
  });

  it("says what is wrong", () => {
    expect(() => medianFilter([[1]], { size: 0 })).toThrow("`size` must be a whole number of at least 1, got 0");
    expect(() => medianFilter([[1]], { size: 2.5 })).toThrow("`size` must be a whole number of at least 1, got 2.5");
    expect(() => medianFilter([1, 2])).toThrow("`image` must have 2 or 3 axes, got shape [2]");
    // @ts-expect-error a boundary of scipy.signal
    expect(() => medianFilter([[1]], { boundary: "fill" })).toThrow('`boundary` must be one of "reflect"');
  });
});

describe("selectSmallest(values, rank)", () => {
  it("is the number that sorting puts there", () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.nat(), (numbers, place) => {
        const rank = place % numbers.length;
        const sorted = [...numbers].sort((a, b) => a - b);
        expect(selectSmallest(Float64Array.from(numbers), rank)).toBe(sorted[rank]);
      }),
      { seed: 1 },
    );
  });
});
