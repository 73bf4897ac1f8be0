import { toNested } from "cnn-workbook/arrays";
import { prewitt, scharr, sobel } from "cnn-workbook/filters";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

/** 255 where `bright` says so, else 0. */
function picture(bright: (x: number, y: number) => boolean) {
  return Array.from({ length: 7 }, (_, y) => Array.from({ length: 9 }, (_, x) => (bright(x, y) ? 255 : 0)));
}

describe("sobel(image) finds edges", () => {
  it("gives 4 times the step across a vertical edge, positive where it gets darker to the right", () => {
    const { x, y } = sobel([[8, 8, 0], [8, 8, 0], [8, 8, 0]], { mode: "valid" }); // biome-ignore format: a matrix
    expect(toNested(x)).toEqual([[32]]);
    expect(toNested(y)).toEqual([[0]]);
  });

  it("is zero everywhere on a flat image, also at the border", () => {
    const { magnitude } = sobel(ndarray(new Float64Array(20).fill(200), [4, 5]));
    expect(Math.max(...magnitude.data)).toBe(0);
  });

  it("points to the dark side", () => {
    const angle = (bright: (x: number, y: number) => boolean) => sobel(picture(bright)).direction.get(3, 4);
    expect(angle((x) => x <= 4)).toBe(0);
    expect(Math.abs(angle((x) => x >= 4))).toBeCloseTo(Math.PI);
    expect(angle((_, y) => y <= 3)).toBeCloseTo(Math.PI / 2);
    expect(angle((_, y) => y >= 3)).toBeCloseTo(-Math.PI / 2);
    expect(angle((x, y) => x + y <= 7)).toBeCloseTo(Math.PI / 4);
  });

  it("says what is wrong", () => {
    expect(() => sobel([[1, 2]], { mode: "valid" })).toThrow("kernel [3, 3] is larger than the image [1, 2]");
    expect(() => sobel([[[1, 2, 3]]])).toThrow("use toGray(image)");
  });
});

describe("prewitt(image) and scharr(image) are Sobel with other weights", () => {
  it("give 3 and 16 times the step across an edge", () => {
    const edge = [[8, 8, 0], [8, 8, 0], [8, 8, 0]]; // biome-ignore format: a matrix
    expect(toNested(prewitt(edge, { mode: "valid" }).x)).toEqual([[24]]);
    expect(toNested(scharr(edge, { mode: "valid" }).x)).toEqual([[128]]);
  });

  it("agree on the direction of a diagonal edge", () => {
    const diagonal = picture((x, y) => x + y <= 7);
    expect(prewitt(diagonal).direction.get(3, 4)).toBeCloseTo(Math.PI / 4);
    expect(scharr(diagonal).direction.get(3, 4)).toBeCloseTo(Math.PI / 4);
  });
});

interface ScikitCase {
  image: number[][];
  sobel: number[][];
  prewitt: number[][];
  scharr: number[][];
}

describe("scikit-image's magnitudes are ours divided by the sum of the smoothing weights and √2", () => {
  it.each(golden<ScikitCase>("gradients"))("$image.length rows", (theirs) => {
    const scaled = (rows: number[][], factor: number) => rows.map((row) => row.map((v) => v * factor * Math.SQRT2));
    expect(farthest(sobel(theirs.image).magnitude, scaled(theirs.sobel, 4))).toBeLessThan(1e-9);
    expect(farthest(prewitt(theirs.image).magnitude, scaled(theirs.prewitt, 3))).toBeLessThan(1e-9);
    expect(farthest(scharr(theirs.image).magnitude, scaled(theirs.scharr, 16))).toBeLessThan(1e-9);
  });
});
