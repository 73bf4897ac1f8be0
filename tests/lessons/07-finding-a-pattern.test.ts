import { correlate2d, matchTemplate, peakLocalMax } from "cnn-workbook";
import { syntheticForm } from "cnn-workbook/datasets";
import { describe, expect, it } from "vitest";
import {
  bestThreshold,
  cutOut,
  findLike,
  form,
  judge,
  judgeAtPrice,
  markForm,
  p1,
  p4,
  p5,
  p6,
  p7,
  p8,
  scaledTemplate,
  standsAt,
  stretched,
  TEMPLATE,
  trial,
  truth,
  turnedTemplate,
} from "../../lessons/07-finding-a-pattern/exercises.js";

const fours = truth.filter(({ label }) => label === 4);
const template = cutOut(form, fours[0]);
const found = findLike(form, [template]);
const above = (threshold: number, places = found) => places.filter(({ score }) => score > threshold);
const best = (scores: ReturnType<typeof matchTemplate>) => scores.data.reduce((a, b) => Math.max(a, b));

describe("what lesson 07 lets its reader predict", () => {
  it("the largest plain sum is on empty paper", () => {
    const sums = correlate2d(form, template, { mode: "valid" });
    const [[row, column]] = peakLocalMax(sums, { numPeaks: 1, excludeBorder: false });
    const middle = { row: row + TEMPLATE.height / 2, column: column + TEMPLATE.width / 2 };
    expect(standsAt(middle, truth)).toBe("no digit");
    expect(cutOut(form, middle).data.every((pixel) => pixel > 200)).toBe(true);
    expect(p1.definition.answer).toBe(4);
  });

  it("one template scores above 0.6 at about half of the fours", () => {
    expect(fours).toHaveLength(26);
    expect(fours.filter(({ writer }) => writer === 0)).toHaveLength(2);
    expect(judge(above(0.6), truth, 4).recall).toBeGreaterThan(0.4);
    expect(judge(above(0.6), truth, 4).recall).toBeLessThan(0.65);
    expect(p4.definition.answer).toBe(2);
  });

  it("all fours come with more than fifty false finds", () => {
    const lowest = Math.min(
      ...fours.map((four) => best(matchTemplate(cutOut(form, four, { height: 32, width: 28 }), template))),
    );
    expect(judge(above(lowest - 1e-9), truth, 4)).toMatchObject({ missed: 0 });
    expect(judge(above(lowest - 1e-9), truth, 4).wrong).toBeGreaterThan(50);
    expect(p5.definition.answer).toBe(3);
  });

  it("a 4 turned by about 12 degrees scores 0.6", () => {
    const near = cutOut(form, fours[0], { height: 32, width: 28 });
    const turned = (degrees: number) => best(matchTemplate(near, turnedTemplate(form, fours[0], degrees)));
    expect(turned(0)).toBeCloseTo(1, 9);
    expect(turned(9)).toBeGreaterThan(0.6);
    expect(turned(15)).toBeLessThan(0.6);
    expect(p6.definition.answer).toBe(2);
    expect(best(matchTemplate(near, scaledTemplate(form, fours[0], 1)))).toBeCloseTo(1, 9);
  });

  it("eight templates find known hands, and about two thirds of strangers'", () => {
    const bank = Array.from({ length: 8 }, (_, person) => cutOut(form, fours.find(({ writer }) => writer === person)!));
    const limit = bestThreshold(findLike(form, bank), truth, 4);
    const recall = ({ image, digits }: ReturnType<typeof syntheticForm>) =>
      judge(above(limit, findLike(image, bank)), digits, 4).recall;
    expect(recall(syntheticForm({ seed: 3 }))).toBeGreaterThan(0.9);
    const strangers = recall(syntheticForm({ seed: 2, writers: [16, 17, 18, 19, 20, 21, 22, 23] }));
    expect(strangers).toBeGreaterThan(0.5);
    expect(strangers).toBeLessThan(0.8);
    expect(p7.definition.answer).toBe(2);
  });

  it("the crossing alone is found at about 20 fours", () => {
    const offset = { row: 3, column: 3 };
    const at = { row: fours[0].row + 3, column: fours[0].column + 3 };
    const part = cutOut(form, at, { height: 9, width: 9 });
    const { right } = judge(above(0.8, findLike(form, [part], offset)), truth, 4);
    expect(Math.abs(right - 20)).toBeLessThan(4);
    expect(judge(above(0.8), truth, 4).right).toBe(2);
    expect(p8.definition.answer).toBe(3);
  });
});

describe("judge(found, digits, digit)", () => {
  const digits = [
    { label: 4, row: 20, column: 30, height: 20, width: 15, writer: 0 },
    { label: 4, row: 60, column: 30, height: 20, width: 15, writer: 0 },
    { label: 9, row: 20, column: 90, height: 20, width: 15, writer: 1 },
  ];

  it("counts a digit once, and other digits as wrong", () => {
    const places = [
      [22, 33],
      [18, 28],
      [21, 90],
    ].map(([row, column]) => ({ row, column }));
    expect(judge(places, digits, 4)).toEqual({ right: 1, wrong: 2, missed: 1, precision: 1 / 3, recall: 1 / 2 });
  });

  it("allows seven pixels, not eight", () => {
    expect(judge([{ row: 27, column: 23 }], digits, 4).right).toBe(1);
    expect(judge([{ row: 28, column: 30 }], digits, 4).right).toBe(0);
  });

  it("is drawn in a colour for each kind", () => {
    const picture = markForm(form, [{ row: 22, column: 33 }], digits, 4);
    expect(picture.shape).toEqual([406, 512, 3]);
    const colours = new Set<string>();
    for (let i = 0; i < picture.data.length; i += 3) {
      const [red, green, blue] = picture.data.slice(i, i + 3);
      if (red !== green) colours.add([red, green, blue].join());
    }
    expect(colours.size).toBe(2);
  });
});

describe("judgeAtPrice(found, digits, digit, wrong)", () => {
  const digits = [10, 60].map((row) => ({ label: 4, row, column: 30, height: 20, width: 15, writer: 0 }));
  const places = [
    { row: 10, column: 30, score: 0.9 },
    { row: 99, column: 99, score: 0.7 },
    { row: 60, column: 30, score: 0.5 },
  ];

  it("finds most at the price", () => {
    expect(judgeAtPrice(places, digits, 4, 1)).toMatchObject({ right: 2, wrong: 1, missed: 0 });
    expect(judgeAtPrice(places, digits, 4, 0)).toMatchObject({ right: 1, wrong: 0, missed: 1 });
  });
});

describe("stretched(numbers)", () => {
  it("makes the smallest black and the largest white", () => {
    expect([...stretched([[3, 5, 4]]).data]).toEqual([0, 255, 127.5]);
    expect([...stretched([[7, 7]]).data]).toEqual([0, 0]);
  });
});

describe("trial(templates, forms, digit)", () => {
  it("takes the threshold from the lesson's form", () => {
    const [known] = trial([template], [{ image: form, digits: truth }], 4);
    const limit = bestThreshold(found, truth, 4);
    expect(known).toEqual({ places: above(limit), ...judge(above(limit), truth, 4) });
  });
});
