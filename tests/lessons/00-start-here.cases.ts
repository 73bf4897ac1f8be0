import { correlate2d } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

const beyondTheEnd = "`undefined > score` is false, so a place past the end is never the best";

export const cases: LessonCases = {
  q1: {
    variants: [
      (height: number, width: number, channels: number) => channels * width * height,
      (...sides: number[]) => sides.reduce((product, side) => product * side, 1),
      (height: number, width: number, channels: number) => {
        let count = 0;
        for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) count += channels;
        return count;
      },
    ],
  },
  q2: {
    variants: [
      (patch: number[][], kernel: number[][]) =>
        patch.flat().reduce((sum, pixel, i) => sum + pixel * kernel.flat()[i], 0),
      (patch: number[][], kernel: number[][]) => correlate2d(patch, kernel, { mode: "valid" }).get(0, 0),
      (patch: number[][], kernel: number[][]) => {
        let sum = 0;
        for (let c = 2; c >= 0; c--) for (let r = 2; r >= 0; r--) sum = kernel[r][c] * patch[r][c] + sum;
        return sum;
      },
    ],
  },
  q3: {
    variants: [
      (scores: number[]) => scores.indexOf(Math.max(...scores)),
      (scores: number[]) => scores.reduce((best, score, i) => (score > scores[best] ? i : best), 0),
      (scores: number[]) => {
        let best = scores.length - 1;
        for (let i = best; i >= 0; i--) if (scores[i] >= scores[best]) best = i;
        return best;
      },
    ],
    equivalent: [
      { mutant: "1 → (0)", reason: "place 0 is compared with itself, which changes nothing" },
      { mutant: "i < scores.length → i <= scores.length", reason: beyondTheEnd },
      { mutant: "scores.length → (scores.length + 1)", reason: beyondTheEnd },
    ],
  },
  q4: {
    variants: [
      (answers: number[], truth: number[]) => truth.filter((digit, i) => digit === answers[i]).length / truth.length,
      (answers: number[], truth: number[]) =>
        answers.map((digit, i) => (digit === truth[i] ? 1 / truth.length : 0)).reduce((a, b) => a + b, 0),
      (answers: number[], truth: number[]) => {
        let wrong = 0;
        answers.forEach((digit, i) => {
          if (digit !== truth[i]) wrong++;
        });
        return 1 - wrong / answers.length;
      },
    ],
  },
};
