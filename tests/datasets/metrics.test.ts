import { inspect } from "node:util";
import { accuracyScore, classificationReport, classWeights } from "cnn-workbook/datasets";
import { describe, expect, it } from "vitest";
import { golden } from "../golden/golden.js";

interface TheirScores {
  precision: number;
  recall: number;
  "f1-score": number;
  support: number;
}
interface Case {
  labels: number[];
  predictions: number[];
  report: { [name: string]: TheirScores } & { accuracy: number | TheirScores };
  balanced: number[];
}

const cases = golden<Case>("metrics");

describe("classWeights(labels)", () => {
  it("gives the median frequency divided by each class's own", () => {
    expect(classWeights([0, 0, 0, 0, 1, 1, 2])).toEqual([0.5, 1, 2]);
    // Frequencies 4, 2, 1 and 3 of 10: their median is 2.5.
    expect(classWeights([0, 0, 0, 0, 1, 1, 2, 3, 3, 3])).toEqual([2.5 / 4, 2.5 / 2, 2.5, 2.5 / 3]);
    expect(classWeights([1, 0, 1, 0])).toEqual([1, 1]);
  });

  it("counts the pixels of label maps", () => {
    expect(classWeights([[0, 0], [0, 1]])).toEqual([2 / 3, 2]); // biome-ignore format: a map of 2 × 2
  });

  it("by method inverse agrees with scikit-learn's balanced weights", () => {
    for (const { labels, balanced } of cases) {
      classWeights(labels, { method: "inverse" }).forEach((weight, i) => {
        expect(weight).toBeCloseTo(balanced[i], 12);
      });
    }
  });

  it.each([
    [[0, 2], {}, "`labels` has none of class 1: no weight makes up for that"],
    [[0, 1], { classes: 3 }, "`labels` has none of class 2"],
    [[0, 5], { classes: 2 }, "`labels[1]` must be a whole number from 0 to 1, got 5"],
    [[0, 0.5], {}, "`labels[1]` must be a whole number from 0 to 0, got 0.5"],
    [[0, 1], { method: "mean" as never }, '`method` must be one of "median", "inverse", got "mean"'],
    [[], {}, "`labels` is empty"],
  ])("of %j with %j says what is wrong", (labels, options, message) => {
    expect(() => classWeights(labels, options)).toThrow(message);
  });
});

describe("accuracyScore(labels, predictions)", () => {
  it("is the share of right ones", () => {
    expect(accuracyScore([0, 1, 2, 2], [0, 1, 1, 2])).toBe(0.75);
    expect(accuracyScore([3], [0])).toBe(0);
  });

  it("says what is wrong", () => {
    expect(() => accuracyScore([0, 1], [0])).toThrow("`predictions` must be as long as `labels`, 2, got 1");
  });
});

describe("classificationReport(labels, predictions)", () => {
  // Of class 0 there are 3, of which 2 are found; 3 were taken for it.
  const report = classificationReport([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 0, 1], { classNames: ["cat", "dog", "owl"] });

  it("counts as by hand", () => {
    expect(report.classes[0]).toEqual({ name: "cat", precision: 2 / 3, recall: 2 / 3, f1Score: 2 / 3, support: 3 });
    expect(report.classes[1]).toEqual({ name: "dog", precision: 1 / 3, recall: 1 / 2, f1Score: 2 / 5, support: 2 });
    expect(report.classes[2]).toEqual({ name: "owl", precision: 0, recall: 0, f1Score: 0, support: 1 });
    expect(report.accuracy).toBe(0.5);
    expect(report.macroAverage.recall).toBeCloseTo((2 / 3 + 1 / 2) / 3, 12);
    expect(report.weightedAverage.recall).toBeCloseTo(0.5, 12);
  });

  it("prints as a table", () => {
    expect(inspect(report).split("\n")).toEqual([
      "                  precision  recall  F₁ score  support",
      "──────────────────────────────────────────────────────",
      "cat                   0.667   0.667     0.667        3",
      "dog                   0.333   0.500     0.400        2",
      "owl                   0.000   0.000     0.000        1",
      "──────────────────────────────────────────────────────",
      "accuracy                                0.500        6",
      "mean of classes       0.333   0.389     0.356        6",
      "mean of pictures      0.444   0.500     0.467        6",
    ]);
    expect(JSON.stringify(report)).toContain('"accuracy":0.5');
  });

  it("agrees with scikit-learn", () => {
    const compare = (ours: Omit<TheirScores, "f1-score"> & { f1Score: number }, theirs: TheirScores) => {
      expect(ours.precision).toBeCloseTo(theirs.precision, 12);
      expect(ours.recall).toBeCloseTo(theirs.recall, 12);
      expect(ours.f1Score).toBeCloseTo(theirs["f1-score"], 12);
      expect(ours.support).toBe(theirs.support);
    };
    for (const { labels, predictions, report: theirs } of cases) {
      const ours = classificationReport(labels, predictions);
      for (const scores of ours.classes) compare(scores, theirs[scores.name]);
      compare(ours.macroAverage, theirs["macro avg"]);
      compare(ours.weightedAverage, theirs["weighted avg"]);
      expect(ours.accuracy).toBeCloseTo(theirs.accuracy as number, 12);
    }
  });

  it("says what is wrong", () => {
    const names = { classNames: ["cat"] };
    expect(() => classificationReport([0, 1], [0, 0], names)).toThrow(
      "`labels[1]` must be a whole number from 0 to 0, got 1",
    );
    expect(() => classificationReport([0], [0], { classNames: "cat" as never })).toThrow(
      '`classNames` must be a list of names, got "cat"',
    );
  });
});
