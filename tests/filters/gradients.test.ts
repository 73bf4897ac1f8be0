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

  it("names the pixel that is no finite number, wherever it stands, also in an image for WebAssembly", () => {
    const [height, width] = [31, 33];
    const places = [0, 1, width - 1, 5 * width, 7 * width + 8, (height - 1) * width, height * width - 1];
    for (const mode of ["same", "valid"] as const) {
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        for (const place of places) {
          const data = Float64Array.from({ length: height * width }, (_, i) => (i === place ? bad : i % 7));
          const name = `image[${Math.floor(place / width)}][${place % width}]`;
          const said = `\`${name}\` must be a finite number, got ${bad}`;
          expect(() => sobel(ndarray(data, [height, width]), { mode })).toThrow(said);
        }
      }
    }
  });

  it("lets the strength of enormous numbers overflow, which is no fault of the image", () => {
    const data = Float64Array.from({ length: 31 * 33 }, (_, i) => (i % 5 === 0 ? 1e200 : 0));
    const { magnitude } = sobel(ndarray(data, [31, 33]));
    expect(Math.max(...magnitude.data)).toBe(Number.POSITIVE_INFINITY);
  });

  it("answers for the image as it was given, whatever becomes of it", () => {
    const image = ndarray(new Float64Array(31 * 33), [31, 33]);
    for (let y = 0; y < 31; y++) image.set(y, 0, 9);
    const edges = sobel(image);
    image.data.fill(0);
    for (const found of [edges.x, edges.magnitude]) expect(found.get(15, 1)).toBe(36);
    expect(edges.direction.get(15, 1)).toBe(0);
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
