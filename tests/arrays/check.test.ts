import { describe as describeValue, finiteNumber, oneOf, positiveNumber, wholeNumber } from "cnn-workbook/arrays";
import { describe, expect, it } from "vitest";

describe("wholeNumber(value, name, min, max)", () => {
  it("returns what is allowed", () => {
    expect(wholeNumber(3, "size", 1)).toBe(3);
    expect(wholeNumber(1, "size", 1, 1)).toBe(1);
  });

  it.each([0, 2.5, Number.NaN, Number.POSITIVE_INFINITY, "3", undefined, null, [1]])("refuses %o", (value) => {
    expect(() => wholeNumber(value as number, "size", 1)).toThrow(RangeError);
  });

  it("says what is allowed", () => {
    expect(() => wholeNumber(0, "size", 1)).toThrow("`size` must be a whole number of at least 1, got 0");
    expect(() => wholeNumber(3, "size", 1, 2)).toThrow("`size` must be a whole number from 1 to 2, got 3");
    expect(() => wholeNumber("3" as never, "size", 1)).toThrow('got "3"');
  });
});

describe("finiteNumber(value, name, min, max)", () => {
  it("returns what is allowed and says what is, otherwise", () => {
    expect(finiteNumber(-2.5, "x")).toBe(-2.5);
    expect(() => finiteNumber(Number.NaN, "x")).toThrow("`x` must be a finite number, got NaN");
    expect(() => finiteNumber(-1, "x", 0)).toThrow("`x` must be a finite number of at least 0, got -1");
    expect(() => finiteNumber(2, "x", 0, 1)).toThrow("`x` must be a finite number of at least 0 and at most 1, got 2");
    expect(() => finiteNumber(2, "x", Number.NEGATIVE_INFINITY, 1)).toThrow("finite number at most 1, got 2");
  });
});

describe("positiveNumber(value, name)", () => {
  it("returns what is allowed and says what is, otherwise", () => {
    expect(positiveNumber(0.1, "sigma")).toBe(0.1);
    expect(() => positiveNumber(0, "sigma")).toThrow("`sigma` must be a number greater than 0, got 0");
    expect(() => positiveNumber(undefined as never, "sigma")).toThrow("got undefined");
  });
});

describe("oneOf(value, name, allowed)", () => {
  it("returns what is allowed and lists it, otherwise", () => {
    expect(oneOf("same", "mode", ["full", "same"])).toBe("same");
    expect(() => oneOf("some" as string, "mode", ["full", "same"])).toThrow(
      '`mode` must be one of "full", "same", got "some"',
    );
  });
});

describe("describe(value) fits into an error message", () => {
  it.each<[unknown, string]>([
    [-1, "-1"],
    [Number.NaN, "NaN"],
    ["box", '"box"'],
    ["x".repeat(50), `"${"x".repeat(40)}…"`],
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [5n, "5"],
    [Symbol("s"), "Symbol(s)"],
    [[1, 2], "an array of 2"],
    [new Uint8Array(3), "an array of 3"],
    [new DataView(new ArrayBuffer(3)), "an object (DataView)"],
    [new Map(), "an object (Map)"],
    [Object.create(null), "an object (no class)"],
    [Math.max, "the function max"],
    [() => 0, "a function"],
  ])("%o", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });
});
