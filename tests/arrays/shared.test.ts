import { type ArrayInput, toNdarray } from "cnn-workbook/arrays";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const shared = { shared: true };

describe("toNdarray with `shared`", () => {
  it("reads doubles where they are, also from the middle of an array", () => {
    const data = Float64Array.of(9, 1, 2, 3, 4, 9);
    for (const input of [ndarray(data, [2, 2], [2, 1], 1), ndarray(data.subarray(1, 5), [2, 2])]) {
      const array = toNdarray(input, "input", shared);
      expect(array.data.buffer).toBe(data.buffer);
      expect(array.shape).toEqual([2, 2]);
      expect([...array.data]).toEqual([1, 2, 3, 4]);
      expect(array.get(1, 0)).toBe(3);
    }
    expect(toNdarray(data, "input", shared).data.buffer).toBe(data.buffer);
  });

  it("copies whatever is no doubles or has gaps", () => {
    const matrix = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2]);
    for (const [input, numbers] of [
      [matrix.transpose(1, 0), [1, 3, 2, 4]],
      [matrix.lo(0, 1), [2, 4]],
      [ndarray(Float32Array.of(1, 2), [2]), [1, 2]],
      [ndarray([1, 2], [2]), [1, 2]],
      [[[1, 2]], [1, 2]],
    ] as const) {
      const array = toNdarray(input as ArrayInput, "input", shared);
      expect([...array.data]).toEqual(numbers);
      expect(array.data.buffer).not.toBe(matrix.data.buffer);
    }
  });

  it("never looks past the end of what it was given", () => {
    const whole = Float64Array.of(1, 2, 3, 4);
    const tooShort = ndarray(whole.subarray(0, 2), [4]);
    expect(() => toNdarray(tooShort, "input", shared)).toThrow("`input[2]` must be a finite number, got NaN");
    expect(() => toNdarray(tooShort, "input")).toThrow("`input[2]` must be a finite number, got NaN");
  });

  it("finds what is not finite, and lets pass what is only large", () => {
    const large = new Float64Array(9).fill(Number.MAX_VALUE);
    expect(toNdarray(large, "input", shared).size).toBe(9);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (let place = 0; place < 9; place++) {
        const data = new Float64Array(9).fill(1);
        data[place] = bad;
        const named = `\`input[${place}]\` must be a finite number, got ${bad}`;
        expect(() => toNdarray(data, "input", shared)).toThrow(named);
      }
    }
  });
});
