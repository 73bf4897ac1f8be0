import { makeSheet, p1, ringMean, scoreMarks, scoreScratch } from "cnn-workbook/lessons/04-convolution-2d";
import { describe, expect, it } from "vitest";
import { foundByBrightness } from "../../lessons/04-convolution-2d/predictions.js";

const sheet = makeSheet(1);

const flat = (value: number) => Array.from({ length: 100 }, () => new Array(150).fill(value));

describe("the sheet of lesson 04", () => {
  it("has a scratch that rises to the right, one pixel in each row", () => {
    expect(sheet.image.shape).toEqual([100, 150]);
    for (const [i, [row, column]] of sheet.scratch.entries()) {
      expect([row, column]).toEqual([sheet.scratch[0][0] + i, sheet.scratch[0][1] - i]);
    }
  });

  it("has a scratch brighter than what lies beside it", () => {
    const beside = (by: number) => sheet.scratch.map(([row, column]) => sheet.image.get(row, column + by));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(beside(0)) - (mean(beside(-3)) + mean(beside(3))) / 2).toBeCloseTo(20, -1);
  });
});

describe("scoreMarks and scoreScratch", () => {
  it("find all with everything marked, and nothing with nothing marked", () => {
    expect(scoreMarks(sheet, flat(9), 5)).toEqual({ found: 100, falseAlarms: 1000 });
    expect(scoreMarks(sheet, flat(5), 5)).toEqual({ found: 0, falseAlarms: 0 });
  });

  it("count marks on the scratch, and none near it as a false alarm", () => {
    const marked = flat(0);
    const [row, column] = sheet.scratch[10];
    marked[row][column] = 9;
    marked[row][column + 5] = 9;
    expect(scoreMarks(sheet, marked, 5)).toEqual({ found: 100 / sheet.scratch.length, falseAlarms: 0 });
    marked[99][149] = 9;
    expect(scoreMarks(sheet, marked, 5).falseAlarms).toBeGreaterThan(0);
  });

  it("prefer a line to a kernel without a direction", () => {
    const round = [
      [-1, -1, -1],
      [-1, 8, -1],
      [-1, -1, -1],
    ].map((row) => row.map((weight) => weight / 6));
    const line = [
      [-1, -1, 2],
      [-1, 2, -1],
      [2, -1, -1],
    ].map((row) => row.map((weight) => weight / 6));
    expect(scoreScratch(line).falseAlarms).toBeLessThan(scoreScratch(round).falseAlarms / 3);
  });
});

it("p1's answer is what the brightest pixels find", () => {
  expect(foundByBrightness()).toBeLessThan(15);
  expect(p1.definition).toMatchObject({ answer: 1, explain: expect.stringMatching(/^9 %/) });
});

it("ringMean takes the pixels at one distance from the border", () => {
  const image = [
    [1, 1, 1, 1],
    [1, 5, 7, 1],
    [1, 1, 1, 3],
  ];
  expect(ringMean(image, 0)).toBe(1.2);
  expect(ringMean(image, 1)).toBe(6);
});
