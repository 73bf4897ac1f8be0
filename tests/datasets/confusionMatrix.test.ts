import { confusionMatrix } from "cnn-workbook/datasets";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toNested } from "../../lib/arrays/index.js";

describe("confusionMatrix(labels, predictions)", () => {
  it("counts rows of true classes and columns of predicted ones", () => {
    expect(toNested(confusionMatrix([0, 0, 1, 2, 2, 2], [0, 1, 1, 0, 2, 2]))).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 2],
    ]);
  });

  it("has a row for a class that does not occur", () => {
    expect(confusionMatrix([0, 1], [1, 0], { classes: 4 }).shape).toEqual([4, 4]);
  });

  it("counts every picture once, the right ones on the diagonal", () => {
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1 });
    fc.assert(
      fc.property(pairs, (list) => {
        const matrix = confusionMatrix(
          list.map(([label]) => label),
          list.map(([, guess]) => guess),
          { classes: 6 },
        );
        expect(matrix.data.reduce((sum, count) => sum + count, 0)).toBe(list.length);
        const diagonal = Array.from({ length: 6 }, (_, i) => matrix.get(i, i)).reduce((sum, count) => sum + count, 0);
        expect(diagonal).toBe(list.filter(([label, guess]) => label === guess).length);
      }),
    );
  });

  it.each([
    [[0, 1], [0], undefined, "`predictions` must be as long as `labels`, 2, got 1"],
    [[0, -1], [0, 0], undefined, "`labels[1]` must be a whole number from 0 to 0, got -1"],
    [[0, 1], [0, 0.5], undefined, "`predictions[1]` must be a whole number from 0 to 1, got 0.5"],
    [[0, 3], [0, 0], 2, "`labels[1]` must be a whole number from 0 to 1, got 3"],
    [[], [], undefined, "`labels` is empty"],
  ])("of %j and %j says what is wrong", (labels, predictions, classes, message) => {
    expect(() => confusionMatrix(labels, predictions, classes ? { classes } : {})).toThrow(message);
  });
});
