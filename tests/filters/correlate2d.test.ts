import { toNested } from "cnn-workbook/arrays";
import { type Correlate2dOptions, convolve2d, correlate2d } from "cnn-workbook/filters";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

const valid = { mode: "valid" } as const;

describe("correlate2d(image, kernel) slides the kernel as it is", () => {
  it("gives 19, 25, 37, 43", () => {
    const image = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ];
    expect(toNested(correlate2d(image, [[0, 1], [2, 3]], valid))).toEqual([[19, 25], [37, 43]]); // biome-ignore format: matrices
  });

  it("gives the 5×5 example of the slides", () => {
    const image = [
      [3, 3, 2, 1, 0],
      [0, 0, 1, 3, 1],
      [3, 1, 2, 2, 3],
      [2, 0, 0, 2, 2],
      [2, 0, 0, 0, 1],
    ];
    const kernel = [
      [0, 1, 2],
      [2, 2, 0],
      [0, 1, 2],
    ];
    expect(toNested(correlate2d(image, kernel, valid))).toEqual([
      [12, 12, 17],
      [10, 17, 19],
      [9, 6, 14],
    ]);
  });

  it("gives the slides' vertical edges of a 6×6 image", () => {
    const image = [
      [3, 0, 1, 2, 7, 4],
      [1, 5, 8, 9, 3, 1],
      [2, 7, 2, 5, 1, 3],
      [0, 1, 3, 1, 7, 8],
      [4, 2, 1, 6, 2, 8],
      [2, 4, 5, 2, 3, 9],
    ];
    const edges = correlate2d(image, [[1, 0, -1], [1, 0, -1], [1, 0, -1]], valid); // biome-ignore format: a matrix
    expect(edges.shape).toEqual([4, 4]);
    expect(toNested(edges.pick(0))).toEqual([-5, -4, 0, 8]);
  });

  it("finds the diagonal of the slides' binary image, also with stride 2", () => {
    const image = ["100001", "010010", "001100", "100010", "010010", "001010"].map((row) => [...row].map(Number));
    const diagonal = [
      [1, -1, -1],
      [-1, 1, -1],
      [-1, -1, 1],
    ];
    const map = correlate2d(image, diagonal, valid);
    expect(map.shape).toEqual([4, 4]);
    expect(map.get(0, 0)).toBe(3);
    const strided = correlate2d(image, diagonal, { ...valid, stride: 2 });
    expect(strided.shape).toEqual([2, 2]);
    expect(toNested(strided.pick(0))).toEqual([3, -3]);
  });

  it("has the three output shapes of 512×512 with 9×9", () => {
    const image = ndarray(new Uint8Array(512 * 512), [512, 512]);
    const kernel = ndarray(new Float64Array(81).fill(1 / 81), [9, 9]);
    const shape = (mode: "full" | "same" | "valid") => correlate2d(image, kernel, { mode }).shape;
    expect([shape("full"), shape("same"), shape("valid")]).toEqual([
      [520, 520],
      [512, 512],
      [504, 504],
    ]);
  });

  it("darkens the border of a flat image with zeros around it, not with a mirrored one", () => {
    const flat = [[9, 9, 9], [9, 9, 9], [9, 9, 9]]; // biome-ignore format: a matrix
    const mean = Array.from({ length: 3 }, () => [1 / 9, 1 / 9, 1 / 9]);
    const corner = (options: Correlate2dOptions) => correlate2d(flat, mean, { mode: "same", ...options }).get(0, 0);
    expect(corner({})).toBeCloseTo(4, 12);
    expect(corner({ boundary: "symm" })).toBeCloseTo(9, 12);
    expect(corner({ boundary: "wrap" })).toBeCloseTo(9, 12);
    expect(corner({ fillValue: 18 })).toBeCloseTo(4 + 10, 12);
  });

  it("changes neither input and reads transposed views", () => {
    const image = ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    expect(toNested(correlate2d(image.transpose(1, 0), [[1]]))).toEqual([[1, 4], [2, 5], [3, 6]]); // biome-ignore format: a matrix
    const kernel = ndarray(Float64Array.of(1, 2), [1, 2]);
    convolve2d(image, kernel);
    expect([...image.data, ...kernel.data]).toEqual([1, 2, 3, 4, 5, 6, 1, 2]);
  });
});

describe("convolve2d(image, kernel) turns the kernel by half a turn", () => {
  it("gives the flipped example, padded by 1, stride 2", () => {
    const padded = [
      [0, 0, 0, 0, 0],
      [0, 2, 1, 2, 0],
      [0, 5, 0, 1, 0],
      [0, 1, 7, 3, 0],
      [0, 0, 0, 0, 0],
    ];
    const kernel = [
      [0.5, 0.7, 0.4],
      [0.3, 0.4, 0.1],
      [0.5, 1, 0.5],
    ];
    const result = convolve2d(padded, kernel, { mode: "valid", stride: 2 });
    expect(farthest(result, [[4.6, 1.6], [7.5, 2.9]])).toBeLessThan(1e-12); // biome-ignore format: a matrix
  });
});

interface SciPyCase {
  image: number[][];
  kernel: number[][];
  options: Required<Correlate2dOptions>;
  correlate: number[][];
  convolve: number[][];
}

describe("scipy.signal agrees", () => {
  it.each(golden<SciPyCase>("correlate2d"))(
    "$image.length rows, $kernel.length of kernel, $options.mode, $options.boundary",
    ({ image, kernel, options, correlate, convolve }) => {
      expect(farthest(correlate2d(image, kernel, options), correlate)).toBeLessThan(1e-9);
      expect(farthest(convolve2d(image, kernel, options), convolve)).toBeLessThan(1e-9);
    },
  );
});

describe("errors", () => {
  const square = (side: number) => Array.from({ length: side }, () => new Array(side).fill(1));

  it("names shapes and the way out when the kernel is too large", () => {
    const image = [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]; // biome-ignore format: a matrix
    expect(() => correlate2d(image, square(5), valid)).toThrow(
      'kernel [5, 5] is larger than the image [3, 4]; use mode "same" or "full"',
    );
    expect(() => correlate2d(square(4), square(3), { ...valid, dilation: 2 })).toThrow(
      "kernel [3, 3] with dilation 2 is",
    );
  });

  it("says what to do with a colour image", () => {
    expect(() => correlate2d([square(3)], square(1))).toThrow(
      "`image` must have 2 axes, [height, width], got shape [1, 3, 3]; use toGray(image), or one channel at a time",
    );
    expect(() => correlate2d([1, 2], square(1))).toThrow("`image` must have 2 axes, [height, width], got shape [2]");
    expect(() => correlate2d(square(3), [1])).toThrow("`kernel` must have 2 axes");
  });

  it("refuses bad numbers and options", () => {
    expect(() => correlate2d([[1], [1, 2]], square(1))).toThrow("`image` has rows of different lengths");
    expect(() => correlate2d([[Number.NaN]], square(1))).toThrow("`image[0][0]` must be a finite number, got NaN");
    expect(() => correlate2d([[]], square(1))).toThrow("`image` is empty");
    expect(() => correlate2d(square(2), square(1), { stride: 0 })).toThrow(
      "`stride` must be a whole number of at least 1",
    );
    expect(() => correlate2d(square(2), square(1), { dilation: -1 })).toThrow("`dilation` must be a whole number");
    expect(() => correlate2d(square(2), square(1), { fillValue: Number.NaN })).toThrow("`fillValue` must be a finite");
    // @ts-expect-error a boundary of scipy.ndimage
    expect(() => correlate2d(square(2), square(1), { boundary: "nearest" })).toThrow(
      '`boundary` must be one of "fill", "wrap", "symm", got "nearest"',
    );
  });
});
