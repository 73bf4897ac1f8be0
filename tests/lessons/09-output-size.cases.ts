import { toNdarray } from "cnn-workbook";
import { convOutputSize } from "cnn-workbook/architectures";
import type { LessonCases } from "./lessonCases.js";

interface Layer {
  kernel: number;
  stride: number;
  padding: number;
}

const floored = (input: number, { kernel, stride, padding }: Layer) =>
  Math.floor((input + padding + padding - kernel + stride) / stride);

export const cases: LessonCases = {
  q1: {
    variants: [
      (input: number, kernel: number, stride: number) =>
        [...Array(input).keys()].filter((cell) => cell % stride === 0 && cell + kernel <= input),
      (input: number, kernel: number, stride: number) => {
        const starts = [];
        let start = 0;
        while (start + kernel - 1 < input) {
          starts.push(start);
          start = start + stride;
        }
        return starts;
      },
      (input: number, kernel: number, stride: number) => {
        const count = input < kernel ? 0 : Math.floor((input - kernel) / stride) + 1;
        return Float64Array.from({ length: count }, (_, i) => i * stride);
      },
    ],
  },
  q2: {
    variants: [
      (input: number, kernel: number, stride: number, padding: number) => {
        const result = convOutputSize({ input, kernel, stride, padding });
        return result.fits ? result.size : null;
      },
      (input: number, kernel: number, stride: number, padding: number) => {
        const room = input + padding + padding - kernel;
        if (room < 0 || room % stride !== 0) return null;
        return room / stride + 1;
      },
      (input: number, kernel: number, stride: number, padding: number) => {
        let count = 0;
        let start = -padding;
        for (; start + kernel <= input + padding; start += stride) count++;
        const end = start - stride + kernel;
        return count > 0 && end === input + padding ? count : null;
      },
    ],
  },
  q3: {
    variants: [
      (kernel: number, dilation: number) => Math.floor(kernel / 2) * dilation,
      (kernel: number, dilation: number) => {
        const reach = (kernel - 1) * dilation + 1;
        return (reach - 1) / 2;
      },
      (kernel: number, dilation: number) => {
        let padding = 0;
        while (10 + 2 * padding - (dilation * (kernel - 1) + 1) + 1 < 10) padding++;
        return padding;
      },
    ],
  },
  q4: {
    variants: [
      (input: number, layers: Layer[]) => {
        let size = input;
        return layers.map((layer) => {
          size = floored(size, layer);
          return size;
        });
      },
      (input: number, layers: Layer[]): number[] =>
        layers.reduce((all, layer) => all.concat(floored(all[all.length - 1], layer)), [input]).slice(1),
      (input: number, layers: Layer[]) => {
        const sizes = [input];
        for (const layer of layers) {
          const result = convOutputSize({ input: sizes[sizes.length - 1], ...layer });
          sizes.push(result.fits ? result.size : result.floor);
        }
        return sizes.length === 1 ? [] : toNdarray(sizes.slice(1), "sizes");
      },
    ],
  },
  q5: {
    variants: [
      (layers: Layer[]) => [...layers].reverse().reduce((sees, { kernel, stride }) => (sees - 1) * stride + kernel, 1),
      (layers: Layer[]) => {
        const [sees] = layers.reduce(
          ([cells, jump], { kernel, stride }) => [cells + kernel * jump - jump, jump * stride],
          [1, 1],
        );
        return sees;
      },
      (layers: Layer[]) => {
        let total = 1;
        for (let i = 0; i < layers.length; i++) {
          const jump = layers.slice(0, i).reduce((product, { stride }) => product * stride, 1);
          total += jump * (layers[i].kernel - 1);
        }
        return total;
      },
    ],
  },
};
