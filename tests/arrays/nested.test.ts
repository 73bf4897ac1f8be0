import { toList, toNdarray, toNested } from "cnn-workbook";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

/** 0 to 23 as [2, 3, 4]. */
const counting = () =>
  ndarray(
    Float64Array.from({ length: 24 }, (_, i) => i),
    [2, 3, 4],
  );

describe("toNested and toList", () => {
  it("read a view in its own order, whatever its strides", () => {
    const plane = counting().pick(1, null, null);
    expect(toNested(plane.transpose(1, 0))).toEqual([
      [12, 16, 20],
      [13, 17, 21],
      [14, 18, 22],
      [15, 19, 23],
    ]);
    expect(toList(plane.step(2, -1))).toEqual([15, 14, 13, 12, 23, 22, 21, 20]);
    expect(toList(plane.lo(1, 2))).toEqual([18, 19, 22, 23]);
  });

  it("give a number and a list of one for an array without axes", () => {
    const one = counting().pick(1, 2, 3);
    expect(toNested(one)).toBe(23);
    expect(toList(one)).toEqual([23]);
  });

  it("keep axes of one and of none", () => {
    expect(toNested(ndarray(new Float64Array([7, 8]), [1, 2, 1]))).toEqual([[[7], [8]]]);
    expect(toNested(ndarray(new Float64Array(0), [2, 0]))).toEqual([[], []]);
    expect(toList(ndarray(new Float64Array(0), [2, 0]))).toEqual([]);
  });

  it("give back what toNdarray was given", () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
      .chain(([height, width, channels]) =>
        fc.array(
          fc.array(fc.array(fc.integer(), { minLength: channels, maxLength: channels }), {
            minLength: width,
            maxLength: width,
          }),
          { minLength: height, maxLength: height },
        ),
      );
    fc.assert(
      fc.property(rows, (nested) => {
        expect(toNested(toNdarray(nested, "nested"))).toEqual(nested);
        expect(toList(toNdarray(nested, "nested"))).toEqual(nested.flat(2));
      }),
    );
  });
});
