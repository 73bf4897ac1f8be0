import { randomGenerator } from "cnn-workbook/signals";
import { describe, expect, it } from "vitest";
import { xoshiro128 } from "../../lib/signals/randomGenerator.js";

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("xoshiro128(state) is the published generator", () => {
  it("gives the numbers of the authors' C code for state 1, 2, 3, 4", () => {
    expect(draw(6, xoshiro128(Uint32Array.of(1, 2, 3, 4)))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ]);
  });
});

describe("randomGenerator(seed) repeats itself", () => {
  it("gives the same numbers for the same seed and others for the next", () => {
    const [first, again, other] = [5, 5, 6].map((seed) => draw(20, randomGenerator(seed).normal));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("spreads uniform numbers evenly from min up to max", () => {
    const { uniform } = randomGenerator(3);
    const many = draw(100_000, () => uniform(-2, 4));
    expect(mean(many)).toBeCloseTo(1, 1);
    expect(Math.min(...many.slice(0, 9999))).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...many.slice(0, 9999))).toBeLessThan(4);
  });

  it("draws whole numbers, both ends included", () => {
    const { integer } = randomGenerator(4);
    const dice = draw(60_000, () => integer(1, 6));
    for (const side of [1, 2, 3, 4, 5, 6]) {
      expect(dice.filter((roll) => roll === side).length / dice.length).toBeCloseTo(1 / 6, 2);
    }
  });

  it("draws normal numbers with the mean and deviation asked for", () => {
    const { normal } = randomGenerator(5);
    const values = draw(100_000, () => normal(10, 2));
    expect(mean(values)).toBeCloseTo(10, 1);
    expect(mean(values.map((value) => (value - 10) ** 2))).toBeCloseTo(4, 1);
    expect(values.filter((value) => Math.abs(value - 10) < 2).length / values.length).toBeCloseTo(0.6827, 2);
  });

  it("says what is wrong", () => {
    expect(() => randomGenerator(-1)).toThrow("`seed` must be a whole number from 0 to 4294967295, got -1");
    expect(() => randomGenerator(1).integer(3, 2)).toThrow("`max` must be a finite number of at least 3, got 2");
  });
});
