import { correlate2d, downsample, upsample } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

export const cases: LessonCases = {
  q1: {
    variants: [
      (signal: number[], factor: number) => signal.filter((_, i) => i % factor === 0),
      (signal: number[], factor: number) => downsample(signal, { factor }),
      (signal: number[], factor: number) =>
        Float64Array.from({ length: Math.ceil(signal.length / factor) }, (_, n) => signal[factor * n]),
    ],
  },
  q2: {
    variants: [
      (signal: number[], factor: number) => signal.flatMap((value) => [value, ...new Array(factor - 1).fill(0)]),
      (signal: number[], factor: number) => upsample(signal, { factor }),
      (signal: number[], factor: number) => {
        const wide: number[] = [];
        for (let i = 0; i < signal.length * factor; i++) wide.push(i % factor === 0 ? signal[i / factor] : 0);
        return wide;
      },
    ],
    equivalent: [
      {
        mutant: "0 → (-1)",
        reason: "beginning at n = −1 writes `undefined` beside the array, which changes none of its places",
      },
    ],
  },
  q3: {
    variants: [
      (signal: number[], factor: number) => upsample(signal, { factor, method: "linear" }),
      (signal: number[], factor: number) =>
        signal.flatMap((here, n) => {
          const next = n + 1 < signal.length ? signal[n + 1] : here;
          return Array.from({ length: factor }, (_, k) => (here * (factor - k) + next * k) / factor);
        }),
      (signal: number[], factor: number) => {
        const filled = new Float64Array(signal.length * factor);
        for (let i = 0; i < filled.length; i++) {
          const n = Math.floor(i / factor);
          const step = ((signal[n + 1] ?? signal[n]) - signal[n]) / factor;
          filled[i] = i % factor === 0 ? signal[n] : filled[i - 1] + step;
        }
        return filled;
      },
    ],
  },
  q4: {
    variants: [
      (frequency: number, rate: number) => Math.abs(frequency - rate * Math.round(frequency / rate)),
      (frequency: number, rate: number) => Math.min(frequency % rate, rate - (frequency % rate)),
      (frequency: number, rate: number) => {
        let rest = frequency;
        while (rest > rate / 2) rest -= rate;
        return rest < 0 ? -rest : rest;
      },
    ],
  },
  q5: {
    variants: [
      (image: number[][], factor: number) => {
        const [rows, columns] = [Math.floor(image.length / factor), Math.floor(image[0].length / factor)];
        const small = Array.from({ length: rows }, () => new Array(columns).fill(0));
        for (let y = 0; y < rows * factor; y++) {
          for (let x = 0; x < columns * factor; x++) {
            small[Math.floor(y / factor)][Math.floor(x / factor)] += image[y][x] / factor ** 2;
          }
        }
        return small;
      },
      (image: number[][], factor: number) => {
        const weights = Array.from({ length: factor }, () => new Array(factor).fill(1 / factor ** 2));
        return correlate2d(image, weights, { mode: "valid", stride: factor });
      },
      (image: number[][], factor: number) => {
        const starts = (length: number) =>
          [...Array(length).keys()].filter((i) => i % factor === 0 && i + factor <= length);
        return starts(image.length).map((top) =>
          starts(image[0].length).map((left) => {
            const block = image.slice(top, top + factor).flatMap((row) => row.slice(left, left + factor));
            return block.reduce((a, b) => a + b) / block.length;
          }),
        );
      },
    ],
  },
};
