import { syntheticForm } from "cnn-workbook/datasets";
import { matchTemplate } from "cnn-workbook/filters";
import { crop, sampleImage } from "cnn-workbook/images";
import { describe, expect, it } from "vitest";

const cutOut = (image: ReturnType<typeof sampleImage>, at: { row: number; column: number }, side: number) =>
  crop(image, { top: at.row - side / 2, left: at.column - side / 2, height: side, width: side });

describe("syntheticForm({ seed, writers, boxes }) fills a form", () => {
  const form = syntheticForm({ seed: 1 });

  it("with a row for each writer, in boxes of six, five and six digits", () => {
    expect(form.image.shape).toEqual([406, 512]);
    expect(form.digits).toHaveLength(8 * 17);
    expect(form.digits.map(({ writer }) => writer)).toEqual(Array.from({ length: 136 }, (_, i) => Math.floor(i / 17)));
  });

  it("with every digit in each row of three boxes", () => {
    for (let writer = 0; writer < 8; writer++) {
      const labels = form.digits.filter((digit) => digit.writer === writer).map(({ label }) => label);
      expect(new Set(labels).size).toBe(10);
    }
  });

  it("as small as one box by one person", () => {
    const small = syntheticForm({ writers: [5], boxes: 1 });
    expect(small.digits).toHaveLength(6);
    expect(small.image.shape).toEqual([119, 200]);
  });

  it("with ink where the truth says, and paper between", () => {
    for (const { row, column, height, width } of form.digits) {
      const { data } = cutOut(form.image, { row, column }, 24);
      const dark = Math.min(...data);
      expect(Math.max(...data) - dark).toBeGreaterThan(70);
      expect(height).toBeGreaterThan(12);
      expect(height).toBeLessThan(30);
      expect(width).toBeLessThan(30);
    }
  });

  it("darker towards the lower right, as under a lamp", () => {
    expect(form.image.get(3, 3)).toBeGreaterThan(form.image.get(400, 500) + 60);
  });

  it("in hands that differ more between people than within one", () => {
    const every = form.digits.filter(({ label }) => label === 4);
    const fours = every.filter((four) => every.filter(({ writer }) => writer === four.writer).indexOf(four) < 2);
    const alike = (a: (typeof fours)[0], b: (typeof fours)[0]) =>
      Math.max(...matchTemplate(cutOut(form.image, b, 30), cutOut(form.image, a, 22)).data);
    const pairs = fours.flatMap((a) => fours.filter((b) => b !== a).map((b) => ({ a, b, score: alike(a, b) })));
    const mean = (list: typeof pairs) => list.reduce((sum, { score }) => sum + score, 0) / list.length;
    const own = mean(pairs.filter(({ a, b }) => a.writer === b.writer));
    const others = mean(pairs.filter(({ a, b }) => a.writer !== b.writer));
    expect(own).toBeGreaterThan(others + 0.15);
  });

  it("the same for a seed, other numbers for another", () => {
    expect(syntheticForm({ seed: 1, writers: [0, 1, 2, 3, 4, 5, 6, 7], boxes: 3 }).image.data).toEqual(form.image.data);
    const labels = (seed: number) => syntheticForm({ seed, boxes: 1 }).digits.map(({ label }) => label);
    expect(labels(1)).not.toEqual(labels(2));
  });

  it("and is what ships as data/form.png", () => {
    const shipped = sampleImage("form");
    expect(shipped.shape).toEqual(form.image.shape);
    const apart = shipped.data.map((value, i) => Math.abs(value - form.image.data[i]));
    expect(apart.reduce((a, b) => Math.max(a, b))).toBeLessThanOrEqual(1);
  });

  it("or says which option is wrong", () => {
    expect(() => syntheticForm({ boxes: 4 })).toThrow("`boxes` must be a whole number from 1 to 3, got 4");
    expect(() => syntheticForm({ seed: -1 })).toThrow("`seed` must be a whole number from 0 to 4294967295, got -1");
    expect(() => syntheticForm({ writers: [] })).toThrow("`writers.length` must be a whole number from 1 to 26, got 0");
    expect(() => syntheticForm({ writers: [0, 1.5] })).toThrow("`writers[1]` must be a whole number");
  });
});
