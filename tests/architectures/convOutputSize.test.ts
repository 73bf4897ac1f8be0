import { convOutputChoices, convOutputSize, poolOutputSize } from "cnn-workbook/architectures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("convOutputSize", () => {
  it.each([
    [{ input: 7, kernel: 3 }, 5],
    [{ input: 7, kernel: 3, stride: 2 }, 3],
    [{ input: 7, kernel: 3, padding: 1 }, 7],
    [{ input: 32, kernel: 5, padding: 2 }, 32],
    [{ input: 32, kernel: 5 }, 28],
    [{ input: 227, kernel: 11, stride: 4 }, 55],
    [{ input: 55, kernel: 3, stride: 2 }, 27],
    [{ input: 7, kernel: 3, dilation: 2 }, 3],
    [{ input: 6, kernel: 3, stride: 2, padding: "same" as const }, 3],
  ])("%o gives %i", (options, size) => {
    expect(convOutputSize(options)).toEqual({ fits: true, size });
  });

  it("says what the formula gives where the last step leaves cells over", () => {
    expect(convOutputSize({ input: 7, kernel: 3, stride: 3 })).toEqual({ fits: false, exact: 4 / 3 + 1, floor: 2 });
  });

  it("finds no position for a kernel larger than the input", () => {
    expect(convOutputSize({ input: 2, kernel: 3 })).toEqual({ fits: false, exact: 0, floor: 0 });
    expect(convOutputSize({ input: 2, kernel: 9, stride: 2 })).toMatchObject({ fits: false, floor: 0 });
  });

  it("counts the positions that a loop visits", () => {
    const side = fc.integer({ min: 1, max: 30 });
    const small = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(side, small, small, small, fc.nat(4), (input, kernel, stride, dilation, padding) => {
        let positions = 0;
        for (let start = -padding; start + (kernel - 1) * dilation < input + padding; start += stride) positions++;
        const size = convOutputSize({ input, kernel, stride, dilation, padding });
        expect(size.fits ? size.size : size.floor).toBe(positions);
      }),
    );
  });

  it("names the argument that is wrong", () => {
    expect(() => convOutputSize({ input: 7, kernel: 3, stride: 0 })).toThrow(
      "`stride` must be a whole number of at least 1, got 0",
    );
    expect(() => convOutputSize({ input: 7, kernel: 0 })).toThrow(
      "`kernel` must be a whole number of at least 1, got 0",
    );
    expect(() => convOutputSize({ input: 7.5, kernel: 3 })).toThrow("`input` must be a whole number");
    expect(() => convOutputSize({ input: 7, kernel: 3, padding: -1 })).toThrow("`padding` must be a whole number");
  });
});

describe("convOutputChoices", () => {
  it("names what fits by hand", () => {
    expect(convOutputChoices({ input: 7, kernel: 3, stride: 3 })).toEqual({ strides: [2], paddings: [1] });
    expect(convOutputChoices({ input: 227, kernel: 11, stride: 5 })).toEqual({ strides: [4, 6], paddings: [2] });
    expect(convOutputChoices({ input: 224, kernel: 11, stride: 4 })).toEqual({ strides: [3], paddings: [[1, 2]] });
    expect(convOutputChoices({ input: 3, kernel: 8, stride: 4 })).toEqual({ strides: [], paddings: [[2, 3]] });
  });

  it("names only what fits, and nothing nearer fits", () => {
    const side = fc.integer({ min: 1, max: 30 });
    const small = fc.integer({ min: 1, max: 6 });
    const fits = (options: Parameters<typeof convOutputSize>[0]) => convOutputSize(options).fits;
    fc.assert(
      fc.property(side, small, small, fc.nat(4), (input, kernel, stride, padding) => {
        const given = { input, kernel, stride, padding };
        fc.pre(!fits(given));
        const { strides, paddings } = convOutputChoices(given);
        expect(strides.every((other) => other <= Math.max(kernel, stride) && fits({ ...given, stride: other }))).toBe(
          true,
        );
        expect(paddings.every((other) => fits({ ...given, padding: other }))).toBe(true);
        const nearest = Math.min(...strides.map((other) => Math.abs(other - stride)));
        for (let other = 1; other <= kernel; other++) {
          if (other !== stride && fits({ ...given, stride: other })) {
            expect(Math.abs(other - stride)).toBeGreaterThanOrEqual(nearest);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("poolOutputSize", () => {
  it("takes windows side by side unless told otherwise", () => {
    expect(poolOutputSize({ input: 4, size: 2 })).toEqual({ fits: true, size: 2 });
    expect(poolOutputSize({ input: 55, size: 3, stride: 2 })).toEqual({ fits: true, size: 27 });
    expect(poolOutputSize({ input: 5, size: 2 })).toEqual({ fits: false, exact: 2.5, floor: 2 });
  });
});
