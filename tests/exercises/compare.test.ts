import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { firstDifference } from "../../lib/exercises/compare.js";

const full = (actual: unknown, expected: unknown) => firstDifference(actual, expected)?.full;
const discreet = (actual: unknown, expected: unknown) => firstDifference(actual, expected)?.discreet;

describe("firstDifference(actual, expected)", () => {
  it("takes nested arrays, typed arrays and ndarrays as alike", () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(full(ndarray(new Float64Array([1, 2, 3, 4, 5, 6]), [2, 3]), rows)).toBeUndefined();
    expect(full(ndarray(new Float32Array([1, 4, 2, 5, 3, 6]), [3, 2]).transpose(1, 0), rows)).toBeUndefined();
    expect(full([Float64Array.of(1, 2, 3), [4, 5, 6]], rows)).toBeUndefined();
    expect(full(rows, ndarray(new Float64Array([1, 2, 3, 4, 5, 6]), [2, 3]))).toBeUndefined();
  });

  it("does not look at every place of an array that is far too long", () => {
    expect(full(new Array(1e9), [1, 2])).toBe("Expected 2 entries, got 1000000000 entries.");
    expect(full([new Array(1e9)], [[1, 2]])).toBe("At [0]: expected 2 entries, got 1000000000 entries.");
    expect(full([1, new Array(1e9)], [1, 2])).toContain("At [1]: expected the number 2, got an array");
  }, 5_000);

  it("agrees with itself, and finds any number that is changed", () => {
    const rows = fc.array(fc.array(fc.integer(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.nat(2), (matrix, x) => {
        expect(full(matrix, structuredClone(matrix))).toBeUndefined();
        const y = matrix.length - 1;
        const changed = matrix.map((row, i) => row.map((value, j) => (i === y && j === x ? value + 1 : value)));
        expect(firstDifference(changed, matrix)?.at).toBe(`[${y}][${x}]`);
      }),
    );
  });

  it("allows 1e-9, absolute or relative, and what is asked", () => {
    expect(full(0.1 + 0.2, 0.3)).toBeUndefined();
    expect(full(1e9 + 0.25, 1e9)).toBeUndefined();
    expect(full(15_470_264_321, 15_470_264_320)).toBe("Expected 15470264320, got 15470264321.");
    expect(firstDifference(105, 100, 0.1)).toBeUndefined();
    expect(full(1e-9, 0)).toBeUndefined();
    expect(full(1.00000001, 1)).toBe("Expected 1, got 1.00000001.");
    expect(firstDifference(1.05, 1, 0.1)).toBeUndefined();
    expect(full(Number.POSITIVE_INFINITY, 1)).toBe("Expected 1, got Infinity.");
    expect(full(-0, 0)).toBeUndefined();
    expect(full([Number.NaN], [Number.NaN])).toBeUndefined();
  });

  it.each([
    [
      [
        [1, 2],
        [3, 5],
      ],
      [
        [1, 2],
        [3, 4],
      ],
      "At [1][1]: expected 4, got 5.",
      "At [1][1]: got 5, which is not right.",
    ],
    [
      [[1, 2, 3]],
      [[1], [2], [3]],
      "Expected shape [3, 1], got shape [1, 3].",
      "Got shape [1, 3]; the right answer has another shape.",
    ],
    [[1, 2], [[1, 2]], "Expected shape [1, 2], got shape [2].", "Got shape [2]; the right answer has another shape."],
    [[1, 2], [1], "Expected 1 entry, got 2 entries.", "Got 2 entries; the right answer has another number of entries."],
    [[], [1], "Expected 1 entry, got 0 entries.", "Got 0 entries; the right answer has another number of entries."],
    [
      [[1, 2], [3]],
      [
        [1, 2],
        [3, 4],
      ],
      "At [1]: expected 2 entries, got 1 entry.",
      "At [1]: got 1 entry; the right answer has another number of entries.",
    ],
    [7, [7], "Expected an array of 1 entry, got the number 7.", "Expected an array, got the number 7."],
    [[7], 7, "Expected the number 7, got an array of 1 entry.", "Expected a number, got an array of 1 entry."],
    ["7", 7, 'Expected the number 7, got the text "7".', 'Expected a number, got the text "7".'],
    [1, true, "Expected true, got the number 1.", "Expected true or false, got the number 1."],
    ["full", "same", 'Expected "same", got "full".', 'Got "full", which is not right.'],
    [{ size: 3 }, { size: 4 }, "At .size: expected 4, got 3.", "At .size: got 3, which is not right."],
  ])("%j is not %j", (actual, expected, inFull, withoutAnswer) => {
    expect(full(actual, expected)).toBe(inFull);
    expect(discreet(actual, expected)).toBe(withoutAnswer);
  });

  it("names holes, undefined and NaN", () => {
    expect(full(Object.assign(new Array(3), { 0: 1, 2: 3 }), [1, 2, 3])).toBe(
      "At [1]: expected the number 2, got undefined. Nothing was put there.",
    );
    expect(full(7n, 7)).toBe("Expected the number 7, got 7n.");
    expect(full(undefined, 2)).toBe("Expected the number 2, got undefined. Is a `return` missing?");
    expect(full([Number.NaN], [2])).toContain(
      "At [0]: expected 2, got NaN. A sum becomes NaN when it takes in `undefined`",
    );
    expect(full({ size: 3, extra: 1 }, { size: 3 })).toBe("At .extra: expected undefined, got the number 1.");
  });

  it("survives an array that holds itself", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => firstDifference(loop, [[1]])).not.toThrow();
  });
});
