import { correlate2d, toList, toNested } from "cnn-workbook";
import { conv2dBackward, denseBackward, maxPool2dBackward, reluBackward, sigmoid } from "cnn-workbook/layers";
import type { LessonCases } from "./lessonCases.js";

type Rows = number[][];

export const cases: LessonCases = {
  q1: {
    variants: [
      (inputs: number[], weights: number[], bias: number, target: number) => {
        const z = inputs.reduce((sum, x, i) => sum + x * weights[i], bias);
        const [a] = toList(sigmoid([z]));
        const rate = -2 * (target - a) * (a - a * a);
        return { weights: Float64Array.from(inputs, (x) => x * rate), bias: rate };
      },
      (inputs: number[], weights: number[], bias: number, target: number) => {
        let z = 0;
        inputs.forEach((x, i) => {
          z += x * weights[i];
        });
        const e = Math.exp(-(z + bias));
        const a = 1 / (1 + e);
        const rate = (2 * (a - target) * e) / (1 + e) ** 2;
        const out: number[] = [];
        for (const x of inputs) out.push(rate * x);
        return { bias: rate, weights: out };
      },
      (inputs: number[], weights: number[], bias: number, target: number) => {
        const a = 1 / (1 + Math.exp(-weights.map((w, i) => w * inputs[i]).reduce((p, q) => p + q, bias)));
        const all = [...inputs, 1].map((x) => 2 * (a - target) * a * (1 - a) * x);
        return { weights: all.slice(0, -1), bias: all[all.length - 1] };
      },
    ],
  },
  q2: {
    variants: [
      (above: number[], input: number[]) => reluBackward(above, input),
      (above: number[], input: number[]) => Float64Array.from(above, (rate, i) => rate * Number(input[i] > 0)),
      (above: number[], input: number[]) => {
        const out = new Array<number>(above.length).fill(0);
        for (let i = 0; i < input.length; i++) if (input[i] > 0) out[i] = above[i];
        return out;
      },
    ],
  },
  q3: {
    variants: [
      (above: number[], inputs: number[], weights: Rows) => {
        const { input, ...rest } = denseBackward(above, inputs, weights);
        return { inputs: input, ...rest };
      },
      (above: number[], inputs: number[], weights: Rows) => ({
        inputs: weights.map((row) => row.reduce((sum, w, u) => sum + w * above[u], 0)),
        weights: inputs.map((x) => above.map((rate) => x * rate)),
        bias: above,
      }),
      (above: number[], inputs: number[], weights: Rows) => {
        const byInputs = new Float64Array(inputs.length);
        above.forEach((rate, u) => {
          weights.forEach((row, i) => {
            byInputs[i] += row[u] * rate;
          });
        });
        return {
          bias: Float64Array.from(above),
          weights: inputs.map((x) => Float64Array.from(above, (r) => r * x)),
          inputs: byInputs,
        };
      },
    ],
  },
  q4: {
    variants: [
      (above: Rows, map: Rows, size: number) => maxPool2dBackward(above, map, { size }),
      (above: Rows, map: Rows, size: number) => {
        const out = map.map((row) => new Float64Array(row.length));
        above.forEach((rates, r) => {
          rates.forEach((rate, c) => {
            const cells = Array.from({ length: size * size }, (_, i) => [
              size * r + Math.floor(i / size),
              size * c + (i % size),
            ]);
            const best = Math.max(...cells.map(([y, x]) => map[y][x]));
            const [y, x] = cells.find(([i, j]) => map[i][j] === best)!;
            out[y][x] = rate;
          });
        });
        return out;
      },
      (above: Rows, map: Rows, size: number) =>
        map.map((row, y) =>
          row.map((value, x) => {
            const [r, c] = [Math.floor(y / size), Math.floor(x / size)];
            if (above[r]?.[c] === undefined) return 0;
            for (let i = size * r; i < size * (r + 1); i++) {
              for (let j = size * c; j < size * (c + 1); j++) {
                if (map[i][j] > value || (map[i][j] === value && (i < y || (i === y && j < x)))) return 0;
              }
            }
            return above[r][c];
          }),
        ),
    ],
    equivalent: [
      {
        mutant: "0 → (-1)",
        reason: "a column before the first: nothing is read there, and what is put there is no entry of the row",
      },
    ],
  },
  q5: {
    variants: [
      (above: Rows, image: Rows) => correlate2d(image, above, { mode: "valid" }),
      (above: Rows, image: Rows) => {
        const [height, width] = [image.length - above.length + 1, image[0].length - above[0].length + 1];
        const kernel = Array.from({ length: height }, () => Array.from({ length: width }, () => [[0]]));
        const { weights } = conv2dBackward(above, image, kernel);
        return (toNested(weights) as number[][][][]).map((row) => row.map(([[w]]) => w));
      },
      (above: Rows, image: Rows) => {
        const out = Array.from(
          { length: image.length - above.length + 1 },
          () => new Float64Array(image[0].length - above[0].length + 1),
        );
        above.forEach((rates, y) => {
          rates.forEach((rate, x) => {
            out.forEach((row, i) => {
              for (let j = 0; j < row.length; j++) row[j] += rate * image[y + i][x + j];
            });
          });
        });
        return out;
      },
    ],
  },
  q6: {
    variants: [
      (picture: Rows, wanted: Rows, kernel: Rows) => {
        const output = toNested(correlate2d(picture, kernel, { mode: "valid" })) as Rows;
        const places = output.length * output[0].length;
        const above = output.map((row, y) => row.map((value, x) => (2 * (value - wanted[y][x])) / places));
        return correlate2d(picture, above, { mode: "valid" });
      },
      (picture: Rows, wanted: Rows, kernel: Rows) => {
        // A square's slope is exactly the difference to both sides, so nudging gives it too.
        const error = (k: Rows) => {
          const out = toList(correlate2d(picture, k, { mode: "valid" }));
          const goals = wanted.flat();
          return out.reduce((sum, value, i) => sum + (value - goals[i]) ** 2, 0) / out.length;
        };
        const nudged = (i: number, j: number, by: number) =>
          kernel.map((row, r) => row.map((w, c) => (r === i && c === j ? w + by : w)));
        return kernel.map((row, i) => row.map((_, j) => (error(nudged(i, j, 0.5)) - error(nudged(i, j, -0.5))) / 1));
      },
      (picture: Rows, wanted: Rows, kernel: Rows) => {
        const out = kernel.map((row) => row.map(() => 0));
        const places = wanted.length * wanted[0].length;
        wanted.forEach((goals, y) => {
          goals.forEach((goal, x) => {
            let gap = -goal;
            kernel.forEach((row, i) => {
              row.forEach((w, j) => {
                gap += w * picture[y + i][x + j];
              });
            });
            out.forEach((row, i) => {
              for (let j = 0; j < row.length; j++) row[j] += ((2 * gap) / places) * picture[y + i][x + j];
            });
          });
        });
        return out;
      },
    ],
  },
};
