import { toNested } from "cnn-workbook/arrays";
import { sobel } from "cnn-workbook/filters";
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

  it.each(golden<{ image: number[][]; skimage: number[][] }>("sobel"))(
    "is scikit-image's magnitude times 4 √2",
    ({ image, skimage }) => {
      const theirs = skimage.map((row) => row.map((value) => value * 4 * Math.SQRT2));
      expect(farthest(sobel(image).magnitude, theirs)).toBeLessThan(1e-9);
    },
  );

  it("says what is wrong", () => {
    expect(() => sobel([[1, 2]], { mode: "valid" })).toThrow("kernel [3, 3] is larger than the image [1, 2]");
    expect(() => sobel([[[1, 2, 3]]])).toThrow("use toGray(image)");
  });
});
