import type { Layer } from "cnn-workbook/architectures";
import type { Part } from "cnn-workbook/lessons/10-counting";
import type { LessonCases } from "./lessonCases.js";

const product = (shape: readonly number[]) => shape.reduce((all, side) => all * side, 1);

/** Any change that keeps to the budget is a right answer. */
const within = (mutant: string) => ({ mutant, reason: "another design that keeps to the budget and sees enough" });

export const cases: LessonCases = {
  q1: {
    variants: [
      ([height, width, channels]: number[], [high, wide]: number[], s: number, p: number, filters: number) => {
        const across = 1 + (width + 2 * p - wide) / s;
        const down = 1 + (height + 2 * p - high) / s;
        const weights = high * wide * channels;
        return [weights + 1, down * across * filters, down * across * filters * (weights + 1), (weights + 1) * filters];
      },
      (input: number[], kernel: number[], stride: number, padding: number, filters: number) => {
        const sides = kernel.map((cells, axis) => Math.floor((input[axis] + 2 * padding - cells) / stride) + 1);
        const numbers = product([...kernel, input[2]]) + 1;
        return Float64Array.of(
          numbers,
          product([...sides, filters]),
          product([...sides, filters]) * numbers,
          filters * numbers,
        );
      },
      (input: number[], kernel: number[], stride: number, padding: number, filters: number) => {
        let places = 0;
        for (let r = -padding; r + kernel[0] <= input[0] + padding; r += stride) {
          for (let c = -padding; c + kernel[1] <= input[1] + padding; c += stride) places++;
        }
        const each = 1 + kernel[0] * kernel[1] * input[2];
        return [each, places * filters, places * filters * each, filters * each];
      },
    ],
  },
  q2: {
    variants: [
      (input: number[], units: number) => units * (1 + product(input)),
      ([height, width, channels]: number[], units: number) => height * width * channels * units + units,
      (input: number[], units: number) => {
        let sum = 0;
        for (let k = 0; k < units; k++) sum += 1 + product(input);
        return sum;
      },
    ],
  },
  q3: {
    variants: [
      (output: number[], kernel: number[], channels: number) => product([...output, ...kernel, channels]),
      ([height, width, filters]: number[], [rows, columns]: number[], channels: number) => {
        const weights = rows * columns * channels * filters;
        return weights * height * width;
      },
      (output: number[], kernel: number[], channels: number) => {
        let sum = 0;
        for (let m = 0; m < output[2]; m++) sum += output[0] * output[1] * product(kernel) * channels;
        return sum;
      },
    ],
  },
  q4: {
    variants: [
      (input: number[], layers: Part[]) => {
        let [height, width, channels] = input;
        const sums = [0, 0];
        for (const layer of layers) {
          if (layer.type === "conv") {
            height -= layer.kernel - 1;
            width -= layer.kernel - 1;
            const each = layer.kernel ** 2 * channels;
            sums[0] += (each + 1) * layer.filters;
            sums[1] += height * width * layer.filters * each;
            channels = layer.filters;
          } else if (layer.type === "pool") {
            height = Math.floor(height / layer.size);
            width = Math.floor(width / layer.size);
          } else {
            const all = height * width * channels;
            sums[0] += all * layer.units + layer.units;
            sums[1] += all * layer.units;
            [height, width, channels] = [1, 1, layer.units];
          }
        }
        return sums;
      },
      (input: number[], layers: Part[]) =>
        layers.reduce(
          ({ shape, counts }, layer) => {
            if (layer.type === "pool") {
              const [h, w, c] = shape;
              return { shape: [(h - (h % layer.size)) / layer.size, (w - (w % layer.size)) / layer.size, c], counts };
            }
            if (layer.type === "dense") {
              const weights = product(shape) * layer.units;
              return { shape: [layer.units], counts: [counts[0] + weights + layer.units, counts[1] + weights] };
            }
            const after = [shape[0] - layer.kernel + 1, shape[1] - layer.kernel + 1, layer.filters];
            const weights = layer.kernel * layer.kernel * shape[2] * layer.filters;
            const work = weights * after[0] * after[1];
            return { shape: after, counts: [counts[0] + weights + layer.filters, counts[1] + work] };
          },
          { shape: input, counts: [0, 0] },
        ).counts,
      (input: number[], layers: Part[]) => {
        const shape = [...input];
        const result = new Float64Array(2);
        layers.forEach((layer) => {
          switch (layer.type) {
            case "conv": {
              const weights = layer.kernel * layer.kernel * shape[2] * layer.filters;
              for (const axis of [0, 1]) shape[axis] = shape[axis] - layer.kernel + 1;
              shape[2] = layer.filters;
              result[0] += weights + layer.filters;
              result[1] += weights * shape[0] * shape[1];
              break;
            }
            case "pool":
              for (const axis of [0, 1]) shape[axis] = Math.floor(shape[axis] / layer.size);
              break;
            default: {
              const weights = product(shape.splice(0)) * layer.units;
              shape.push(layer.units);
              result[0] += weights + layer.units;
              result[1] += weights;
            }
          }
        });
        return result;
      },
    ],
  },
  q5: {
    variants: [
      (): Layer[] => [
        { type: "conv2d", kernel: 3, filters: 8, padding: "same", activation: "relu" },
        { type: "maxPool2d", size: 2 },
        { type: "conv2d", kernel: 3, filters: 16, padding: "same", activation: "relu" },
        { type: "maxPool2d", size: 2 },
        { type: "conv2d", kernel: 3, filters: 16, padding: "same", activation: "relu" },
        { type: "maxPool2d", size: 2 },
        { type: "flatten" },
        { type: "dropout", rate: 0.3 },
        { type: "dense", units: 10, activation: "softmax" },
      ],
      (): Layer[] => [
        { type: "conv2d", kernel: 5, filters: 8, stride: 2 },
        { type: "conv2d", kernel: 5, filters: 16, stride: 2 },
        { type: "conv2d", kernel: 3, filters: 24 },
        { type: "globalAveragePool2d" },
        { type: "dense", units: 10 },
      ],
      (): Layer[] => {
        const stages = [6, 12, 24].flatMap((filters): Layer[] => [
          { type: "conv2d", kernel: 3, filters, padding: 1 },
          { type: "averagePool2d", size: 2 },
        ]);
        return [...stages, { type: "flatten" }, { type: "dense", units: 10 }];
      },
    ],
    equivalent: ["5 → 6", "8 → 9", "8 → (7)", "3 → 4", "16 → 17", "16 → (15)", "32 → 33", "32 → (31)"].map(within),
  },
};
