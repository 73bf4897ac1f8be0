import { toList } from "cnn-workbook/arrays";
import { histogram } from "cnn-workbook/images";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

describe("histogram(image) counts values", () => {
  it("in bins that hold their lower edge, the last one its upper edge too", () => {
    const { counts, edges } = histogram([[0, 1, 2, 3, 4]], { bins: 2 });
    expect(toList(edges)).toEqual([0, 2, 4]);
    expect(toList(counts)).toEqual([2, 3]);
  });

  it("one bin for each grey value", () => {
    const { counts } = histogram([[0, 7, 7, 255]], { bins: 256, range: [0, 256] });
    expect([counts.get(0), counts.get(7), counts.get(255)]).toEqual([1, 2, 1]);
  });

  it("and leaves out what is outside the range", () => {
    expect(toList(histogram([[-1, 0.5, 3]], { bins: 1, range: [0, 1] }).counts)).toEqual([1]);
  });

  it("around a single value", () => {
    expect(toList(histogram([[3, 3]], { bins: 1 }).edges)).toEqual([2.5, 3.5]);
  });

  it("and says what is wrong", () => {
    expect(() => histogram([[1]], { bins: 0 })).toThrow("`bins` must be a whole number of at least 1, got 0");
    expect(() => histogram([[1]], { range: [2, 1] })).toThrow("`range` must be [lowest, highest], got [2, 1]");
    expect(() => histogram([[1]], { range: [0, Number.NaN] })).toThrow("`range[1]` must be a finite number, got NaN");
    // @ts-expect-error three numbers
    expect(() => histogram([[1]], { range: [1, 2, 3] })).toThrow(
      "`range` must be [lowest, highest], got an array of 3",
    );
    expect(() => histogram([[]])).toThrow("`image` is empty");
  });
});

interface NumPyCase {
  image: number[][];
  bins: number;
  range: [number, number] | null;
  counts: number[];
  edges: number[];
}

describe("numpy.histogram agrees", () => {
  it.each(golden<NumPyCase>("histograms"))("$image.length rows, $bins bins, range $range", (theirs) => {
    const { counts, edges } = histogram(theirs.image, { bins: theirs.bins, range: theirs.range ?? undefined });
    expect(farthest(counts, theirs.counts)).toBe(0);
    expect(farthest(edges, theirs.edges)).toBeLessThan(1e-9);
  });
});
