import { toNested } from "cnn-workbook/arrays";
import { crop } from "cnn-workbook/images";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const image = [
  [1, 2, 3],
  [4, 5, 6],
];

describe("crop(image, { top, left, height, width }) cuts a rectangle out", () => {
  it("of a grey image", () => {
    expect(toNested(crop(image, { top: 1, left: 1, height: 1, width: 2 }))).toEqual([[5, 6]]);
  });

  it("that reaches to the border where nothing is said", () => {
    expect(toNested(crop(image, { left: 2 }))).toEqual([[3], [6]]);
    expect(toNested(crop(image, { height: 1 }))).toEqual([[1, 2, 3]]);
    expect(toNested(crop(image, {}))).toEqual(image);
  });

  it("of colours, with all their channels, and of a view", () => {
    const colours = ndarray(
      Float64Array.from({ length: 12 }, (_, i) => i),
      [2, 2, 3],
    );
    expect(toNested(crop(colours, { top: 1, left: 1 }))).toEqual([[[9, 10, 11]]]);
    expect(toNested(crop(colours.transpose(1, 0, 2), { top: 1, width: 1 }))).toEqual([[[3, 4, 5]]]);
  });

  it("as a copy", () => {
    const source = ndarray(Float64Array.of(1, 2), [1, 2]);
    crop(source, { left: 1 }).set(0, 0, 9);
    expect([...source.data]).toEqual([1, 2]);
  });

  it("and says what is wrong", () => {
    expect(() => crop(image, { top: 2 })).toThrow("`top` must be a whole number from 0 to 1, got 2");
    expect(() => crop(image, { left: -1 })).toThrow("`left` must be a whole number from 0 to 2, got -1");
    expect(() => crop(image, { top: 1, height: 2 })).toThrow(
      "`height` must be at most 1, to stay within the image's 2 rows from row 1 on, got 2",
    );
    expect(() => crop(image, { left: 1, width: 3 })).toThrow(
      "`width` must be at most 2, to stay within the image's 3 columns from column 1 on, got 3",
    );
    expect(() => crop(image, { width: 0 })).toThrow("`width` must be a whole number of at least 1, got 0");
    expect(() => crop([1, 2], {})).toThrow("`image` must have 2 or 3 axes, got shape [2]");
  });
});
