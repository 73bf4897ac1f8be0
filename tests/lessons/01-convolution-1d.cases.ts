import { convolve1d, correlate1d, toList, toNdarray } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const starts = (signal: number[], kernel: number[]) => [...Array(signal.length - kernel.length + 1).keys()];

export const cases: LessonCases = {
  q1: {
    variants: [
      (signal: number[], kernel: number[], start: number) => dot(kernel, signal.slice(start)),
      (signal: number[], kernel: number[], start: number) => {
        let sum = 0;
        for (let n = start + kernel.length - 1; n >= start; n--) sum = sum + signal[n] * kernel[n - start];
        return sum;
      },
      (signal: number[], kernel: number[], start: number) =>
        toList(correlate1d(signal, kernel, { mode: "valid" }))[start],
    ],
  },
  q2: {
    variants: [
      (signal: number[], kernel: number[]) => starts(signal, kernel).map((n) => dot(kernel, signal.slice(n))),
      (signal: number[], kernel: number[]) => correlate1d(signal, kernel, { mode: "valid" }),
      (signal: number[], kernel: number[]) => {
        const output = new Float64Array(signal.length - kernel.length + 1);
        for (let k = kernel.length - 1; k >= 0; k--) {
          for (let n = 0; n < output.length; n++) output[n] += signal[n + k] * kernel[k];
        }
        return output;
      },
    ],
  },
  q3: {
    variants: [
      (signal: number[], kernel: number[]) =>
        starts(signal, kernel).map((n) => dot([...kernel].reverse(), signal.slice(n))),
      (signal: number[], kernel: number[]) => convolve1d(signal, kernel, { mode: "valid" }),
      (signal: number[], kernel: number[]) => {
        const output: number[] = [];
        for (let last = kernel.length - 1; last < signal.length; last++) {
          output.push(kernel.reduceRight((sum, weight, k) => sum + weight * signal[last - k], 0));
        }
        return output;
      },
    ],
  },
  q4: {
    variants: [
      (signal: number[], kernel: number[]) => {
        const zeros = new Array((kernel.length - 1) / 2).fill(0);
        const padded = [...zeros, ...signal, ...zeros];
        return signal.map((_, n) => dot(kernel, padded.slice(n)));
      },
      (signal: number[], kernel: number[]) => {
        const half = (kernel.length - 1) / 2;
        const full = toNdarray(new Array(signal.length).fill(0), "full");
        signal.forEach((value, at) => {
          kernel.forEach((weight, k) => {
            const n = at - k + half;
            if (n >= 0 && n < signal.length) full.set(n, full.get(n) + weight * value);
          });
        });
        return full;
      },
      (signal: number[], kernel: number[]) => {
        const half = Math.floor(kernel.length / 2);
        const full = toList(correlate1d(signal, kernel, { mode: "full" }));
        return full.slice(half, half + signal.length);
      },
    ],
  },
  q5: {
    variants: [
      () => [-2 / 21, 3 / 21, 6 / 21, 7 / 21, 6 / 21, 3 / 21, -2 / 21],
      () => {
        const weights = [-0.09, 0.14, 0.29];
        return [...weights, 1 - 2 * (weights[0] + weights[1] + weights[2]), ...weights.reverse()];
      },
      () => {
        const weights = [-3, 4, 9, 11, 9, 4, -3];
        const sum = weights.reduce((a, b) => a + b);
        return weights.map((weight) => weight / sum);
      },
    ],
  },
};
