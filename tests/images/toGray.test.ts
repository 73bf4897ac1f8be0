import { toNested } from "cnn-workbook/arrays";
import { toGray } from "cnn-workbook/images";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

describe("toGray(image) weighs red, green and blue", () => {
  it("by 0.2125, 0.7154 and 0.0721", () => {
    const pure = [[[100, 0, 0], [0, 100, 0], [0, 0, 100]]]; // biome-ignore format: an image
    expect(farthest(toGray(pure), [[21.25, 71.54, 7.21]])).toBeLessThan(1e-12);
    expect(farthest(toGray([[[200, 200, 200]]]), [[200]])).toBeLessThan(1e-12);
  });

  it("as scikit-image does", () => {
    const [theirs] = golden<{ image: number[][][]; gray: number[][] }>("gray");
    expect(farthest(toGray(theirs.image), theirs.gray)).toBeLessThan(1e-9);
  });

  it("and copies an image that is grey already", () => {
    const image = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2]);
    const copy = toGray(image);
    copy.set(0, 0, 9);
    expect(toNested(image)).toEqual([[1, 2], [3, 4]]); // biome-ignore format: a matrix
  });

  it("reads views with other strides", () => {
    const planes = ndarray(Float64Array.of(100, 0, 0), [3, 1, 1]).transpose(1, 2, 0);
    expect(toGray(planes).get(0, 0)).toBeCloseTo(21.25, 12);
  });

  it("says what is wrong", () => {
    expect(() => toGray([[[1, 2, 3, 4]]])).toThrow("must have 3 channels (red, green, blue), got shape [1, 1, 4]");
    expect(() => toGray([1])).toThrow("`image` must have 2 or 3 axes");
  });
});
