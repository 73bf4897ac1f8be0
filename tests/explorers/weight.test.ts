import fc from "fast-check";
import { expect, it } from "vitest";
import { readWeight, writeWeight } from "../../lib/explorers/shared/weight.js";

it.each([
  ["2", 2],
  ["-1/4", -0.25],
  ["−.5", -0.5],
])("reads %j", (typed, value) => {
  expect(readWeight(typed)).toBe(value);
});

it.each(["", "x", "1/0", "0/0", "1/2/3", "2e3", "1000001"])("gives NaN for %j", (typed) => {
  expect(readWeight(typed)).toBeNaN();
});

it.each([
  [0.25, "0.25"],
  [-1 / 9, "-1/9"],
  [1 / 16, "1/16"],
  [0, "0"],
  [-0, "0"],
  [Math.PI, "3.142"],
])("writes %d as %j", (value, typed) => {
  expect(writeWeight(value)).toBe(typed);
});

it("gives back every small fraction that it wrote", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 99 }), (over, under) => {
      expect(readWeight(writeWeight(over / under))).toBeCloseTo(over / under, 11);
    }),
  );
});
