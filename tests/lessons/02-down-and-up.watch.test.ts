import { downsample } from "cnn-workbook";
import { describe, expect, it } from "vitest";
import {
  countWaves,
  errorAfter,
  judge,
  meanError,
  q4,
  recording,
  seenFrequency,
  tone,
} from "../../lessons/02-down-and-up/exercises.js";

describe("countWaves", () => {
  it("counts two waves a second where eight samples a second make 0 1 0 −1", () => {
    expect(countWaves([0, 1, 0, -1, 0, 1, 0, -1, 0, 1], 8)).toBe(2);
  });
  it("counts none in what does not pass zero upwards twice", () => {
    expect(countWaves([1, 1, 1], 8)).toBe(0);
    expect(countWaves([-1, 1, 1], 8)).toBe(0);
  });
  it.each([0.5, 3, 17.2, 49])("measures a tone of %d Hz", (frequency) => {
    expect(countWaves(tone({ frequency, sampleRate: 256, seconds: 20 }), 256)).toBeCloseTo(frequency, 2);
  });
});

describe("seenFrequency", () => {
  it.each([3, 25, 26, 40, 50, 60, 76, 77, 101, 110])("measures for %d Hz what the rule of 02.4 says", (frequency) => {
    expect(seenFrequency(frequency)).toBeCloseTo(q4.definition.solution(frequency, 256 / 5), 1);
  });
});

describe("meanError", () => {
  it("averages distances, whichever is above", () => expect(meanError([1, 2], [2, -2])).toBe(2.5));
  it("refuses signals of different lengths", () => {
    expect(() => meanError([1], [1, 2])).toThrow("`signal` has 1 samples and `truth` 2; they must be as many");
  });
});

describe("what the text says of the recording", () => {
  const keep = (signal: number[]) => downsample(signal, { factor: 5 });
  const faded = (signal: number[]) => downsample(signal, { factor: 5, antialias: true });

  it("nothing done leaves hum and peaks", () => {
    const tops = recording.peaks.map((at) => recording.clean[at]);
    expect(judge((signal) => signal)).toEqual({
      hum: 0.2,
      peaks: Number((tops.reduce((a, b) => a + b) / tops.length).toFixed(2)),
    });
  });
  it("dropping keeps the hum, smoothing first takes nearly all of it", () => {
    expect(judge(keep).hum).toBeCloseTo(0.2, 2);
    expect(judge(faded).hum).toBeLessThan(0.02);
  });
  it.each(["hold", "linear"] as const)("smoothing first is better with hum, and no better without, by %s", (method) => {
    expect(errorAfter(faded, method).withHum).toBeLessThan(errorAfter(keep, method).withHum / 3);
    expect(errorAfter(faded, method).withoutHum).toBeGreaterThanOrEqual(errorAfter(keep, method).withoutHum);
  });
});
