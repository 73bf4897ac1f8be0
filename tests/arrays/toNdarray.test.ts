import { type ArrayInput, toList, toNdarray, toNested } from "cnn-workbook/arrays";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const plain = (input: ArrayInput) => toNested(toNdarray(input, "input"));

describe("toNdarray(input, name) copies any array into doubles", () => {
  it("nested, typed or an ndarray", () => {
    expect(toNdarray([[1, 2, 3], [4, 5, 6]], "input").shape).toEqual([2, 3]); // biome-ignore format: a matrix
    expect(plain([7])).toEqual([7]);
    expect(plain(Uint8Array.of(1, 255))).toEqual([1, 255]);
    expect(plain(Buffer.from([3, 4]))).toEqual([3, 4]);
    expect(plain(ndarray(Float32Array.of(0.5, 1.5), [2, 1]))).toEqual([[0.5], [1.5]]);
    expect(plain([Float64Array.of(1, 2), Uint8Array.of(3, 4)] as never)).toEqual([[1, 2], [3, 4]]); // biome-ignore format: a matrix
  });

  it("whatever the strides of a view, rows one after another", () => {
    const matrix = ndarray(Int16Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    expect(toNdarray(matrix.transpose(1, 0), "input").data).toEqual(Float64Array.of(1, 4, 2, 5, 3, 6));
    expect(plain(matrix.step(-1, 2))).toEqual([[4, 6], [1, 3]]); // biome-ignore format: a matrix
    expect(plain(matrix.lo(1, 1))).toEqual([[5, 6]]);
    expect(plain(matrix.pick(null, 2))).toEqual([3, 6]);
    expect(plain(matrix.pick(1, 1))).toBe(5);
  });

  it("without touching the input", () => {
    const data = Float64Array.of(1, 2);
    toNdarray(data, "input").set(0, 9);
    toNdarray(ndarray(data, [2]), "input").set(0, 9);
    expect(data[0]).toBe(1);
  });

  it("and toNested gives back what went in", () => {
    const sides = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sides, (shape) => {
        const size = shape.reduce((product, side) => product * side, 1);
        const array = ndarray(
          Float64Array.from({ length: size }, (_, i) => i),
          shape,
        );
        const again = toNdarray(toNested(array) as ArrayInput, "input");
        expect(again.shape).toEqual(shape);
        expect(again.data).toEqual(array.data);
        expect(toList(array)).toEqual([...array.data]);
      }),
    );
  });
});

describe("toNdarray says what is wrong", () => {
  it.each<[unknown, string]>([
    [undefined, "`signal` must be an array of numbers, got undefined"],
    [null, "`signal` must be an array of numbers, got null"],
    [5, "`signal` must be an array of numbers, got 5"],
    ["123", '`signal` must be an array of numbers, got "123"'],
    [{ length: 2 }, "`signal` must be an array of numbers, got an object (Object)"],
    [new DataView(new ArrayBuffer(4)), "`signal` must be an array of numbers, got an object (DataView)"],
    [BigInt64Array.of(1n), "`signal` must be an array of numbers, got an array of 1"],
    [[], "`signal` is empty: its shape is [0]"],
    [[[], []], "`signal` is empty: its shape is [2, 0]"],
    [new Float64Array(0), "`signal` is empty: its shape is [0]"],
    [[1, "2"], '`signal[1]` must be a number, got "2"'],
    [new Array(2), "`signal[0]` must be a number, got undefined"],
    [[[1, 2], [3]], "`signal` has rows of different lengths: `signal[1]` has 1 entries, expected 2"],
    [[[1, 2], 3], "`signal[1]` must be a row of 2 entries, got 3"],
    [[[1, 2], "34"], '`signal[1]` must be a row of 2 entries, got "34"'],
    [[[1, 2], null], "`signal[1]` must be a row of 2 entries, got null"],
    [[1, [2]], "`signal[1]` must be a number, got an array of 1"],
    [[[1], [Number.NaN]], "`signal[1][0]` must be a finite number, got NaN"],
    [[1, Number.POSITIVE_INFINITY], "`signal[1]` must be a finite number, got Infinity"],
  ])("%o", (input, message) => {
    expect(() => toNdarray(input as ArrayInput, "signal")).toThrow(message);
  });

  it("about the number of axes", () => {
    expect(() => toNdarray([1], "image", { rank: 2 })).toThrow("`image` must have 2 axes, got shape [1]");
    expect(() => toNdarray([[1, 2]], "signal", { rank: 1 })).toThrow("`signal` must have 1 axis, got shape [1, 2]");
    expect(() => toNdarray([1], "image", { rank: [2, 3] })).toThrow("`image` must have 2 or 3 axes, got shape [1]");
  });

  it("about an array that contains itself", () => {
    const rows: unknown[] = [];
    rows.push(rows);
    expect(() => toNdarray(rows as ArrayInput, "image")).toThrow(
      "`image` must have at most 16 axes, got more: does an array contain itself?",
    );
  });

  it("unless NaN and infinities may pass", () => {
    expect(toNdarray([Number.NaN], "values", { finite: false }).get(0)).toBeNaN();
  });
});
