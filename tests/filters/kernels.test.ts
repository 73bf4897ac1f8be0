import { toList } from "cnn-workbook/arrays";
import { correlate2d, kernels } from "cnn-workbook/filters";
import { describe, expect, it } from "vitest";

const sum = (name: keyof typeof kernels) => toList(kernels[name]).reduce((total, weight) => total + weight, 0);

describe("kernels", () => {
  it.each(["identity", "boxBlur", "gaussianBlur", "sharpen", "emboss"] as const)(
    "%s keeps the brightness: its sum is 1",
    (name) => {
      expect(sum(name)).toBeCloseTo(1, 12);
    },
  );

  it.each([
    "diagonalEdges",
    "laplacian4",
    "laplacian8",
    "verticalEdges",
    "horizontalEdges",
    "sobelX",
    "sobelY",
    "scharrX",
    "scharrY",
  ] as const)("%s ignores flat ground: its sum is 0", (name) => {
    expect(sum(name)).toBe(0);
  });

  it("sharpen is the identity minus the Laplacian", () => {
    const difference = toList(kernels.identity).map((weight, i) => weight - toList(kernels.laplacian4)[i]);
    expect(toList(kernels.sharpen)).toEqual(difference);
  });

  it("emboss rises with the brightness from the upper left to the lower right, and is still along the other diagonal", () => {
    const slope = (down: number) => [0, 1, 2].map((r) => [0, 1, 2].map((c) => 10 * (down * r + c)));
    expect(correlate2d(slope(1), kernels.emboss, { mode: "valid" }).get(0, 0)).toBe(20 + 120);
    expect(correlate2d(slope(-1), kernels.emboss, { mode: "valid" }).get(0, 0)).toBe(0);
  });

  it("sobelY is sobelX turned over its diagonal", () => {
    expect(toList(kernels.sobelY)).toEqual(toList(kernels.sobelX.transpose(1, 0)));
  });

  it("is not spoilt by writing into one", () => {
    kernels.identity.set(1, 1, 5);
    expect(correlate2d([[3]], kernels.identity, { mode: "same" }).get(0, 0)).toBe(3);
  });
});
