import { inspect } from "node:util";
import { formatArray, toNdarray } from "cnn-workbook/arrays";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const text = (...lines: string[]) => lines.join("\n");

describe("formatArray(array) shows the shape and rows of numbers", () => {
  it("in columns", () => {
    expect(formatArray(toNdarray([[1, 20], [300, -4]], "a"))).toBe(text("[2, 2]", "[[  1,  20],", " [300,  -4]]")); // biome-ignore format: a matrix
    expect(formatArray(toNdarray([1, 0.5], "a"))).toBe(text("[2]", "[  1, 0.5]"));
  });

  it("with four significant digits, and whole numbers whole", () => {
    const numbers = [1 / 3, 1e-7 / 3, 1234.56, 123456.7, 1234567];
    expect(formatArray(toNdarray(numbers, "a")).replaceAll(/ +/g, " ")).toBe(
      text("[5]", "[ 0.3333, 3.333e-8, 1235, 123457, 1234567]"),
    );
  });

  it("also NaN and infinities", () => {
    const odd = toNdarray([Number.NaN, -Infinity], "a", { finite: false });
    expect(formatArray(odd)).toBe(text("[2]", "[      NaN, -Infinity]"));
  });

  it("without the middle of long axes", () => {
    expect(formatArray(ndarray(new Float64Array(13), [13]))).toBe(text("[13]", "[0, 0, 0, 0, 0, …, 0, 0, 0, 0, 0]"));
    expect(formatArray(ndarray(new Float64Array(12), [12]))).not.toContain("…");
    expect(formatArray(ndarray(new Float64Array(400), [200, 2])).split("\n")).toHaveLength(12);
  });

  it("in few lines, also for thousands of pictures", () => {
    const batch = ndarray(new Uint8Array(2000 * 28 * 28), [2000, 28, 28, 1]);
    expect(formatArray(batch).split("\n").length).toBeLessThan(60);
    expect(formatArray(ndarray(new Float64Array(8), [2, 2, 2]))).toBe(
      text("[2, 2, 2]", "[[[0, 0],", "  [0, 0]],", " [[0, 0],", "  [0, 0]]]"),
    );
  });

  it("of a single number, of nothing, and of views", () => {
    expect(formatArray(ndarray(Float64Array.of(5), []))).toBe(text("[]", "5"));
    expect(formatArray(ndarray(new Float64Array(0), [0, 3]))).toBe("[0, 3] (empty)");
    expect(formatArray(ndarray(Float64Array.of(1, 2), [1, 2]).transpose(1, 0))).toBe(text("[2, 1]", "[[1],", " [2]]"));
  });
});

describe("readable(array) makes an array print so", () => {
  it("wherever Node prints it", () => {
    expect(inspect(toNdarray([1, 2], "a"))).toBe(text("[2]", "[1, 2]"));
    expect(inspect(toNdarray([[[7, 8]]], "a").pick(0))).toBe(text("[1, 2]", "[[7, 8]]"));
    expect(inspect({ row: toNdarray([[7, 8]], "a").pick(null, 1) })).toContain("row: [1]");
  });
});
