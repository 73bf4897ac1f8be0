import { toGray, toNdarray } from "cnn-workbook";
import type { LessonCases } from "./lessonCases.js";

type Image = number[][];
const fit = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);

const swapped = (mutant: string) => ({ mutant, reason: "the order of arguments does not matter to min and max" });

export const cases: LessonCases = {
  q1: {
    variants: [
      (y: number, x: number, c: number, shape: number[]) => y * shape[1] * shape[2] + x * shape[2] + c,
      (y: number, x: number, c: number, [height, width, channels]: number[]) => {
        const list = toNdarray(new Float64Array(height * width * channels), "list");
        let place = 0;
        for (let row = 0; row < height; row++)
          for (let column = 0; column < width; column++)
            for (let channel = 0; channel < channels; channel++) {
              if (row === y && column === x && channel === c) return place;
              place++;
            }
        return list.size;
      },
      (y: number, x: number, c: number, shape: number[]) =>
        [y, x, c].reduce((place, index, axis) => place * shape[axis] + index, 0),
    ],
  },
  q2: {
    variants: [
      (image: number[][][]) => toGray(image),
      (image: number[][][]) => image.map((row) => row.map(([r, g, b]) => 0.0721 * b + 0.7154 * g + 0.2125 * r)),
      (image: number[][][]) => {
        const weights = [0.2125, 0.7154, 0.0721];
        return image.map((row) =>
          Float64Array.from(row, (pixel) => pixel.reduce((sum, value, c) => sum + weights[c] * value, 0)),
        );
      },
    ],
  },
  q3: {
    variants: [
      (image: Image, contrast: number, brightness: number) =>
        image.map((row) => row.map((value) => fit(contrast * value + 128 * (1 - contrast) + brightness))),
      (image: Image, contrast: number, brightness: number) => {
        const out: Image = [];
        for (const row of image) {
          const line: number[] = [];
          for (const value of row) {
            let changed = (value - 128) * contrast + 128 + brightness;
            if (changed > 255) changed = 255;
            if (changed < 0) changed = 0;
            line.push(changed);
          }
          out.push(line);
        }
        return out;
      },
      (image: Image, contrast: number, brightness: number) => {
        const out = toNdarray(image, "image");
        out.data.forEach((value, i) => {
          out.data[i] = Math.max(0, Math.min(255, 128 + brightness + contrast * (value - 128)));
        });
        return out;
      },
    ],
    equivalent: [
      swapped("Math.min(255, Math.max(0, changed)) → Math.min(Math.max(0, changed), 255)"),
      swapped("Math.max(0, changed) → Math.max(changed, 0)"),
    ],
  },
  q4: {
    variants: [
      (image: Image) => image[0].map((_, y) => image.map((row) => row[y]).reverse()),
      (image: Image) => toNdarray(image, "image").step(-1, 1).transpose(1, 0),
      (image: Image) => {
        const turned: Image = image[0].map(() => []);
        for (let row = image.length - 1; row >= 0; row--)
          for (const [column, value] of image[row].entries()) turned[column].push(value);
        return turned;
      },
    ],
  },
  q5: {
    variants: [
      (image: Image) => {
        const low = Math.min(...image.flat());
        const high = Math.max(...image.flat());
        return image.map((row) => row.map((value) => (high > low ? ((value - low) / (high - low)) * 255 : 0)));
      },
      (image: Image) => {
        const sorted = image.flat().sort((a, b) => a - b);
        const [low, range] = [sorted[0], sorted[sorted.length - 1] - sorted[0]];
        return image.map((row) => Float64Array.from(row, (value) => (255 * (value - low)) / (range || 1)));
      },
      (image: Image) => {
        let [low, high] = [Infinity, -Infinity];
        for (const row of image) {
          low = Math.min(low, ...row);
          high = Math.max(high, ...row);
        }
        if (low === high) return image.map((row) => row.map(() => 0));
        return image.map((row) => row.map((value) => (value * 255) / (high - low) - (low * 255) / (high - low)));
      },
    ],
    equivalent: [
      swapped("Math.min(low, value) → Math.min(value, low)"),
      swapped("Math.max(high, value) → Math.max(value, high)"),
    ],
  },
};
