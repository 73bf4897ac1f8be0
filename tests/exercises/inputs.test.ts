import {
  choiceOf,
  dependent,
  type Inputs,
  integers,
  mapped,
  matrices,
  nestedArrays,
  numbers,
  signals,
  tuple,
} from "cnn-workbook/exercises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const samples = <T>(inputs: Inputs<T>) => fc.sample(inputs.build(fc) as fc.Arbitrary<T>, { numRuns: 200, seed: 5 });

describe("recipes for generated inputs", () => {
  it("integers(min, max)", () => {
    expect(samples(integers(2, 4)).every((n) => [2, 3, 4].includes(n))).toBe(true);
  });
  it("numbers(min, max, step) gives multiples of the step within the range", () => {
    const values = samples(numbers(-1, 1));
    expect(values.every((x) => Math.abs(x) <= 1 && Number.isInteger(x * 4))).toBe(true);
    expect(values.some((x) => !Number.isInteger(x))).toBe(true);
    expect(samples(numbers(0.1, 0.9, 0.5))).toEqual(new Array(200).fill(0.5));
  });
  it("signals({ minLength, maxLength, values })", () => {
    const lengths = new Set(samples(signals({ minLength: 2, maxLength: 4 })).map(({ length }) => length));
    expect([...lengths].sort()).toEqual([2, 3, 4]);
    expect(samples(signals({ minLength: 12 })).every(({ length }) => length === 12)).toBe(true);
    expect(
      samples(signals({ values: choiceOf(7) }))
        .flat()
        .every((value) => value === 7),
    ).toBe(true);
  });
  it("matrices({ rows, columns }) are regular and mostly not square", () => {
    const found = samples(matrices({ rows: [2, 5], columns: [1, 6] }));
    expect(found.every((matrix) => matrix.length >= 2 && matrix.every((row) => row.length === matrix[0].length))).toBe(
      true,
    );
    expect(found.filter((matrix) => matrix.length !== matrix[0].length).length).toBeGreaterThan(100);
    expect(
      samples(matrices({ rows: 3, columns: 2 })).every((matrix) => matrix.length === 3 && matrix[0].length === 2),
    ).toBe(true);
  });
  it("nestedArrays(shape)", () => {
    const [image] = samples(nestedArrays([2, 3, 4])) as number[][][][];
    expect([image.length, image[0].length, image[0][0].length]).toEqual([2, 3, 4]);
  });
  it("dependent(first, then), tuple and mapped", () => {
    const kernelNoLonger = dependent(signals({ maxLength: 6 }), (signal) =>
      tuple(choiceOf(signal), signals({ maxLength: signal.length })),
    );
    expect(samples(kernelNoLonger).every(([signal, kernel]) => kernel.length <= signal.length)).toBe(true);
    expect(samples(mapped(integers(0, 3), (half) => 2 * half + 1)).every((odd) => odd % 2 === 1)).toBe(true);
  });
});
