import { matchTemplate, type PeakLocalMaxOptions, peakLocalMax } from "cnn-workbook/filters";
import { describe, expect, it } from "vitest";
import { golden } from "../golden/golden.js";

const hills = [
  [0, 0, 0, 0, 0, 0, 0],
  [0, 5, 0, 0, 0, 0, 0],
  [0, 0, 0, 7, 0, 0, 0],
  [0, 0, 0, 0, 0, 6, 0],
  [0, 0, 0, 0, 0, 0, 9],
];

describe("peakLocalMax(response) finds [row, column] of each peak", () => {
  it("highest first, away from the border", () => {
    expect(peakLocalMax(hills)).toEqual([[2, 3], [1, 1]]); // biome-ignore format: places
  });

  it("at the border too, when told so", () => {
    expect(peakLocalMax(hills, { excludeBorder: false })).toEqual([[4, 6], [2, 3], [1, 1]]); // biome-ignore format: places
  });

  it("above the thresholds, at most so many", () => {
    expect(peakLocalMax(hills, { threshold: 5 })).toEqual([[2, 3]]);
    expect(peakLocalMax(hills, { thresholdRel: 0.6 })).toEqual([[2, 3]]);
    expect(peakLocalMax(hills, { numPeaks: 1 })).toEqual([[2, 3]]);
  });

  it("of equal ones near each other only the first", () => {
    expect(peakLocalMax([[0, 4, 0, 4, 0, 0]], { minDistance: 3, excludeBorder: 0 })).toEqual([[0, 1]]);
  });

  it("in what matchTemplate returns, as the top left pixel of the match", () => {
    const response = matchTemplate(hills, [[6, 0], [0, 9]]); // biome-ignore format: a matrix
    expect(peakLocalMax(response, { excludeBorder: false, numPeaks: 1 })).toEqual([[3, 5]]);
  });

  it("none in a flat image", () => {
    expect(peakLocalMax([[3, 3], [3, 3]], { threshold: 0, excludeBorder: false })).toEqual([]); // biome-ignore format: a matrix
  });

  it("and says what is wrong", () => {
    expect(() => peakLocalMax(hills, { minDistance: 0 })).toThrow(
      "`minDistance` must be a whole number of at least 1, got 0",
    );
    expect(() => peakLocalMax(hills, { excludeBorder: -1 })).toThrow("`excludeBorder` must be a whole number of at");
    expect(() => peakLocalMax(hills, { numPeaks: 0.5 })).toThrow("`numPeaks` must be a whole number of at least 1");
    expect(() => peakLocalMax(hills, { threshold: Number.NaN })).toThrow("`threshold` must be a finite number");
    expect(() => peakLocalMax([1, 2])).toThrow("`response` must have 2 axes, [height, width], got shape [2]");
  });
});

describe("skimage.feature.peak_local_max agrees", () => {
  it.each(golden<{ image: number[][]; options: PeakLocalMaxOptions; peaks: number[][] }>("peaks"))(
    "$image.length rows, $options",
    ({ image, options, peaks }) => {
      expect(peakLocalMax(image, options)).toEqual(peaks);
    },
  );
});
