import { toList } from "cnn-workbook/arrays";
import { type Correlate1dOptions, convolve1d, correlate1d } from "cnn-workbook/signals";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

describe("correlate1d(signal, kernel) slides the kernel as it is", () => {
  it("sums products by hand", () => {
    expect(toList(correlate1d([1, 2, 3, 4], [1, 0, -1], { mode: "valid" }))).toEqual([1 - 3, 2 - 4]);
    expect(toList(correlate1d([1, 2, 3], [4, 5]))).toEqual([5, 14, 23, 12]);
    expect(toList(correlate1d([1, 2, 3], [4, 5], { mode: "same" }))).toEqual([5, 14, 23]);
  });

  it("keeps every stride-th output and spreads a dilated kernel", () => {
    const signal = [1, 2, 3, 4, 5, 6, 7];
    expect(toList(correlate1d(signal, [1, 1], { mode: "valid", stride: 2 }))).toEqual([3, 7, 11]);
    expect(toList(correlate1d(signal, [1, 1], { mode: "valid", dilation: 3 }))).toEqual([5, 7, 9, 11]);
    expect(toList(correlate1d([1], [1, 1], { dilation: 3 }))).toEqual([1, 0, 0, 1]);
  });

  it("changes neither input and reads views of any stride", () => {
    const signal = Float64Array.of(1, 2, 3);
    const kernel = Float64Array.of(1, 2);
    convolve1d(signal, kernel);
    expect([...signal, ...kernel]).toEqual([1, 2, 3, 1, 2]);
    const everySecond = ndarray(Float64Array.of(9, 1, 9, 2, 9, 3), [3], [2], 1);
    expect(toList(correlate1d(everySecond, [1]))).toEqual([1, 2, 3]);
  });

  it("says what is wrong", () => {
    expect(() => correlate1d([1, 2], [1, 2, 3], { mode: "valid" })).toThrow(
      '`kernel` has 3 entries, more than the signal\'s 2; use mode "same" or "full"',
    );
    expect(() => correlate1d([1, 2, 3], [1, 2], { mode: "valid", dilation: 4 })).toThrow(
      "`kernel` covers 5 samples with dilation 4, more than the signal's 3",
    );
    expect(() => correlate1d([], [1])).toThrow("`signal` is empty");
    expect(() => correlate1d([1], [])).toThrow("`kernel` is empty");
    expect(() => correlate1d([1, Number.NaN], [1])).toThrow("`signal[1]` must be a finite number, got NaN");
    expect(() => correlate1d([[1, 2]], [1])).toThrow("`signal` must have 1 axis, got shape [1, 2]");
    expect(() => correlate1d([1], [1], { stride: 0 })).toThrow("`stride` must be a whole number of at least 1, got 0");
    expect(() => correlate1d([1], [1, 1], { dilation: 1e9 })).toThrow(
      "the result would have 1000000001 values along one axis, more than 100000000: use a smaller `dilation`",
    );
    expect(() => correlate1d([1], [1], { dilation: 0 })).toThrow("`dilation` must be a whole number of at least 1");
    // @ts-expect-error a mode that does not exist
    expect(() => correlate1d([1], [1], { mode: "some" })).toThrow('`mode` must be one of "full", "same", "valid"');
  });
});

describe("convolve1d(signal, kernel) turns the kernel round first", () => {
  it("gives the slides' example", () => {
    const result = convolve1d([3, 2, 1, 7, 1, 2, 5, 4], [0.5, 0.75, 1, 0.25], { mode: "valid", stride: 2 });
    expect(toList(result)).toEqual([7, 9, 8]);
  });

  it("multiplies polynomials", () => {
    expect(toList(convolve1d([1, 1], [1, 2, 1]))).toEqual([1, 3, 3, 1]);
  });

  it("equals correlation with the reversed kernel", () => {
    expect(convolve1d([1, 5, 2, 7], [1, 2, 4], { mode: "same" }).data).toEqual(
      correlate1d([1, 5, 2, 7], [4, 2, 1], { mode: "same" }).data,
    );
  });
});

interface SciPyCase extends Required<Correlate1dOptions> {
  signal: number[];
  kernel: number[];
  correlate: number[];
  convolve: number[];
}

describe.each(golden<SciPyCase>("correlate1d"))(
  "$signal.length samples, $kernel.length entries, $mode, stride $stride, dilation $dilation",
  ({ signal, kernel, correlate, convolve, ...options }) => {
    it("agrees with scipy.signal", () => {
      expect(farthest(correlate1d(signal, kernel, options), correlate)).toBeLessThan(1e-9);
      expect(farthest(convolve1d(signal, kernel, options), convolve)).toBeLessThan(1e-9);
    });
  },
);
