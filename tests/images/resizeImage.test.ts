import { toList, toNested } from "cnn-workbook/arrays";
import { resizeImage } from "cnn-workbook/images";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

interface Case {
  image: number[][];
  height: number;
  width: number;
  plain: number[][];
  antialias: number[][];
}

describe("resizeImage(image, { height, width }) interpolates", () => {
  it("by hand", () => {
    expect(toNested(resizeImage([[0, 100]], { height: 1, width: 4 }))).toEqual([[0, 25, 75, 100]]);
    expect(toNested(resizeImage([[0, 100]], { height: 1, width: 1 }))).toEqual([[50]]);
  });

  it.each(golden<Case>("resize"))("$image.length rows to $height × $width", ({ image, height, width, ...theirs }) => {
    const plain = resizeImage(image, { height, width, antialias: false });
    expect(farthest(plain, theirs.plain)).toBeLessThan(1e-9);
    expect(farthest(resizeImage(image, { height, width }), theirs.antialias)).toBeLessThan(1e-3);
  });

  it("keeps the proportion when one side is given", () => {
    const image = ndarray(new Float64Array(60), [6, 10]);
    expect(resizeImage(image, { width: 5 }).shape).toEqual([3, 5]);
    expect(resizeImage(image, { height: 9 }).shape).toEqual([9, 15]);
    expect(resizeImage(image, { width: 1 }).shape).toEqual([1, 1]);
  });

  it("turns a fine checkerboard into grey, and into one colour without antialias", () => {
    const board = Array.from({ length: 8 }, (_, y) => Array.from({ length: 8 }, (_, x) => ((x + y) % 2) * 200));
    for (const value of resizeImage(board, { width: 2 }).data) expect(Math.abs(value - 100)).toBeLessThan(1);
    const stripes = Array.from({ length: 6 }, () => [0, 255, 0, 0, 255, 0]);
    expect(toList(resizeImage(stripes, { width: 2, antialias: false }))).toEqual([255, 255, 255, 255]);
  });

  it("keeps colours apart and a flat image flat", () => {
    const colour = ndarray(
      Float64Array.from({ length: 7 * 5 * 3 }, (_, i) => [10, 20, 30][i % 3]),
      [7, 5, 3],
    );
    const small = resizeImage(colour, { height: 3, width: 2 });
    expect(small.shape).toEqual([3, 2, 3]);
    expect(farthest(small, Array.from({ length: 3 }, () => [[10, 20, 30], [10, 20, 30]]))).toBeLessThan(1e-9); // biome-ignore format: an image
  });

  it("says what is wrong", () => {
    expect(() => resizeImage([[1]], {})).toThrow("resizeImage needs `height` or `width`, got neither");
    expect(() => resizeImage([[1]], { width: 0 })).toThrow("`width` must be a whole number of at least 1, got 0");
    expect(() => resizeImage([1], { width: 2 })).toThrow("`image` must have 2 or 3 axes");
  });
});
