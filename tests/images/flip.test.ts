import { toNested } from "cnn-workbook/arrays";
import { flip } from "cnn-workbook/images";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const image = [
  [1, 2, 3],
  [4, 5, 6],
];

describe("flip(image, { axis }) mirrors", () => {
  it("left and right, or top and bottom", () => {
    expect(toNested(flip(image, { axis: "horizontal" }))).toEqual([[3, 2, 1], [6, 5, 4]]); // biome-ignore format: a matrix
    expect(toNested(flip(image, { axis: "vertical" }))).toEqual([[4, 5, 6], [1, 2, 3]]); // biome-ignore format: a matrix
  });

  it.each(["horizontal", "vertical"] as const)("back to the same image when done twice, %s", (axis) => {
    expect(toNested(flip(flip(image, { axis }), { axis }))).toEqual(image);
  });

  it("pixels, not their channels, and changes nothing in place", () => {
    const colours = ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [1, 2, 3]);
    expect(toNested(flip(colours, { axis: "horizontal" }))).toEqual([[[4, 5, 6], [1, 2, 3]]]); // biome-ignore format: an image
    expect([...colours.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("and says what is wrong", () => {
    // @ts-expect-error another word
    expect(() => flip(image, { axis: "x" })).toThrow('`axis` must be one of "horizontal", "vertical", got "x"');
    expect(() => flip([1], { axis: "vertical" })).toThrow("`image` must have 2 or 3 axes, got shape [1]");
  });
});
