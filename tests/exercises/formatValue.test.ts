import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { formatNumber, formatValue } from "../../lib/exercises/formatValue.js";

describe("formatValue(value)", () => {
  it.each([
    [[1, 2.5, 1 / 3], "[1, 2.5, 0.333333]"],
    [
      [
        [1, 2],
        [3, 4],
      ],
      "[[1, 2],\n [3, 4]]",
    ],
    [Uint8Array.of(1, 2), "[1, 2]"],
    [ndarray(new Float64Array([1, 2]), [2, 1]), "[[1],\n [2]]"],
    [{ fits: true, size: 3 }, "{ fits: true, size: 3 }"],
    ["valid", '"valid"'],
    [undefined, "undefined"],
    [null, "null"],
    [[], "[]"],
    [new Map(), "a Map"],
    [Math.max, "the function max"],
    [new Error("no"), "Error: no"],
  ])("writes %j as %s", (value, text) => expect(formatValue(value)).toBe(text));

  it("leaves out the middle of long arrays, and ends", () => {
    expect(formatValue(Array.from({ length: 100 }, (_, i) => i))).toBe(
      "[0, 1, 2, 3, 4, 5, 6, … 86 more …, 93, 94, 95, 96, 97, 98, 99]",
    );
    const picture = Array.from({ length: 500 }, () => new Array(500).fill(1));
    expect(formatValue(picture).length).toBeLessThan(1000);
    expect(formatValue(ndarray(new Float64Array(4e6), [2000, 2000])).length).toBeLessThan(1000);
    const loop: unknown[] = [];
    loop.push(loop, loop, loop);
    expect(formatValue(loop).length).toBeLessThan(2000);
    expect(formatValue("x".repeat(1000)).length).toBeLessThan(100);
  });

  it("keeps whole numbers whole, and shows no -0", () => {
    expect([34944.0, -0, 1e21, Number.NaN, 1234.56789].map((value) => formatNumber(value))).toEqual([
      "34944",
      "0",
      "1e+21",
      "NaN",
      "1234.57",
    ]);
  });
});
