import { toList } from "cnn-workbook/arrays";
import { type Correlate2dOptions, convolve2d, correlate2d, kernels, separateKernel } from "cnn-workbook/filters";
import { gaussianKernel1d } from "cnn-workbook/signals";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

/** Column times row. */
const outer = (column: number[], row: number[]) => column.map((a) => row.map((b) => a * b));

describe("separateKernel(kernel) finds a column and a row", () => {
  it("in Sobel's kernel", () => {
    const separated = separateKernel(kernels.sobelX);
    expect(separated && toList(separated.column)).toEqual([1, 2, 1]);
    expect(separated && toList(separated.row)).toEqual([1, 0, -1]);
  });

  it("in a Gaussian that was rounded on the way", () => {
    const bell = toList(gaussianKernel1d({ sigma: 2.3 }));
    const kernel = outer(bell, bell).map((row) => row.map((weight) => weight / 3.7));
    const separated = separateKernel(kernel);
    expect(separated).toBeDefined();
    const product = separated && outer(toList(separated.column), toList(separated.row));
    expect(farthest(product ?? [], kernel)).toBeLessThan(1e-16);
  });

  it("in one row, one column, and zeros", () => {
    expect(separateKernel([[3, 1, 2]])?.column.shape).toEqual([1]);
    expect(separateKernel([[3], [1]])?.row.shape).toEqual([1]);
    expect(toList(separateKernel([[0, 0]])!.row)).toEqual([0, 0]);
  });

  it("not in the Laplacian, nor where one entry is off", () => {
    expect(separateKernel(kernels.laplacian4)).toBeUndefined();
    expect(separateKernel([[1, 2], [2, 4.0001]])).toBeUndefined(); // biome-ignore format: a matrix
    expect(separateKernel(kernels.identity)).toBeDefined();
  });

  it("says what is wrong", () => {
    expect(() => separateKernel([1, 2])).toThrow("`kernel` must have 2 axes, [height, width], got shape [2]");
    expect(() => separateKernel([[]])).toThrow("`kernel` is empty");
  });
});

interface SciPyCase {
  image: number[][];
  kernel: number[][];
  options: Required<Correlate2dOptions>;
  correlate: number[][];
}

describe("correlate2d slides a separable kernel in two passes", () => {
  it.each(golden<SciPyCase>("separable"))(
    "as SciPy does in one: $kernel.length rows of kernel, $options.mode, $options.boundary",
    ({ image, kernel, options, correlate }) => {
      expect(separateKernel(kernel)).toBeDefined();
      expect(farthest(correlate2d(image, kernel, options), correlate)).toBeLessThan(1e-9);
    },
  );

  it("also when it is flipped", () => {
    const image = Array.from({ length: 11 }, (_, y) => Array.from({ length: 13 }, (_, x) => (x * x + 7 * y * x) % 23));
    const kernel = outer([1, 2, 3, 4, 5, 6, 7, 8], [1, -2, 3, 5, 0, 1, 1, 9]);
    const flipped = kernel.map((row) => [...row].reverse()).reverse();
    const valid = { mode: "valid" } as const;
    expect(farthest(convolve2d(image, kernel, valid), correlate2d(image, flipped, valid))).toBeLessThan(1e-9);
  });

  it("without a change to image or kernel", () => {
    const image = ndarray(new Float64Array(100).fill(2), [10, 10]);
    const kernel = ndarray(new Float64Array(64).fill(0.5), [8, 8]);
    expect(correlate2d(image, kernel, { mode: "valid" }).get(0, 0)).toBe(64);
    expect([image.get(9, 9), kernel.get(7, 7)]).toEqual([2, 0.5]);
  });
});
