import { correlate2d, kernels, toNdarray, toNested } from "cnn-workbook";
import { averagePool2d, maxPool2d } from "cnn-workbook/layers";
import type { LessonCases } from "./lessonCases.js";

type Plane = number[][];
type Map3 = number[][][];

const range = (count: number) => [...Array(count).keys()];
const fit = (side: number, size: number, stride: number) => range(Math.floor((side - size) / stride) + 1);
const cut = (plane: Plane, row: number, column: number, size: number) =>
  plane.slice(row, row + size).flatMap((values) => values.slice(column, column + size));

export const cases: LessonCases = {
  q1: {
    variants: [
      (plane: Plane, row: number, column: number, size: number) => Math.max(...cut(plane, row, column, size)),
      (plane: Plane, row: number, column: number, size: number) => {
        let best = plane[row][column];
        for (let j = size - 1; j >= 0; j--) {
          for (let i = 0; i < size; i++) if (plane[row + i][column + j] > best) best = plane[row + i][column + j];
        }
        return best;
      },
      (plane: Plane, row: number, column: number, size: number) =>
        cut(plane, row, column, size).sort((a, b) => b - a)[0],
    ],
    equivalent: [
      {
        mutant: "Math.max(best, plane[row + i][column + j]) → Math.max(plane[row + i][column + j], best)",
        reason: "the larger of two numbers is the same in either order",
      },
    ],
  },
  q2: {
    variants: [
      (plane: Plane, size: number, stride: number) => maxPool2d(plane, { size, stride }),
      (plane: Plane, size: number, stride: number) =>
        fit(plane.length, size, stride).map((r) =>
          fit(plane[0].length, size, stride).map((c) => Math.max(...cut(plane, r * stride, c * stride, size))),
        ),
      (plane: Plane, size: number, stride: number) => {
        const rows = fit(plane.length, size, stride);
        const output = rows.map(() => new Float64Array(fit(plane[0].length, size, stride).length).fill(-Infinity));
        for (const i of range(size)) {
          for (const j of range(size)) {
            output.forEach((line, r) => {
              line.forEach((best, c) => {
                line[c] = Math.max(best, plane[r * stride + i][c * stride + j]);
              });
            });
          }
        }
        return output;
      },
    ],
    equivalent: [
      {
        mutant: "Math.max(best, plane[top + i][left + j]) → Math.max(plane[top + i][left + j], best)",
        reason: "the larger of two numbers is the same in either order",
      },
    ],
  },
  q3: {
    variants: [
      (map: Map3, size: number, stride: number) => averagePool2d(map, { size, stride }),
      (map: Map3, size: number, stride: number) =>
        fit(map.length, size, stride).map((r) =>
          fit(map[0].length, size, stride).map((c) =>
            range(map[0][0].length).map((n) => {
              const plane = map.map((row) => row.map((values) => values[n]));
              const window = cut(plane, r * stride, c * stride, size);
              return window.reduce((sum, value) => sum + value / window.length, 0);
            }),
          ),
        ),
      (map: Map3, size: number, stride: number) => {
        const output: number[][][] = [];
        for (let top = 0; top <= map.length - size; top += stride) {
          const line: number[][] = [];
          for (let left = 0; left <= map[0].length - size; left += stride) {
            const sums: number[] = new Array(map[0][0].length).fill(0);
            for (let j = size - 1; j >= 0; j--) {
              for (let i = size - 1; i >= 0; i--) {
                map[top + i][left + j].forEach((value, n) => {
                  sums[n] += value;
                });
              }
            }
            line.push(sums.map((sum) => sum / size ** 2));
          }
          output.push(line);
        }
        return output;
      },
    ],
  },
  q4: {
    variants: [
      (plane: Plane, size: number) =>
        fit(plane.length, size, size).map((r) =>
          fit(plane[0].length, size, size).map((c) => {
            const window = cut(plane, r * size, c * size, size);
            const at = window.indexOf(Math.max(...window));
            return [r * size + Math.floor(at / size), c * size + (at % size)];
          }),
        ),
      (plane: Plane, size: number) => {
        const places: number[][][] = [];
        for (let r = 0; r < Math.floor(plane.length / size); r++) {
          places.push([]);
          for (let c = 0; c < Math.floor(plane[0].length / size); c++) {
            let best = Number.NEGATIVE_INFINITY;
            let place: number[] = [];
            for (let row = r * size; row < (r + 1) * size; row++) {
              for (let column = c * size; column < (c + 1) * size; column++) {
                if (plane[row][column] > best) [best, place] = [plane[row][column], [row, column]];
              }
            }
            places[r].push(place);
          }
        }
        return places;
      },
      (plane: Plane, size: number) => {
        const largest = maxPool2d(plane, { size });
        const places = fit(plane.length, size, size).map((r) =>
          fit(plane[0].length, size, size).map((c) => {
            for (let i = 0; i < size; i++) {
              for (let j = 0; j < size; j++) {
                if (plane[r * size + i][c * size + j] === largest.get(r, c)) return [r * size + i, c * size + j];
              }
            }
            return [];
          }),
        );
        return toNdarray(places, "places");
      },
    ],
  },
  q5: {
    variants: [
      (plane: Plane) =>
        correlate2d(maxPool2d(plane, { size: 2, stride: 1 }), kernels.gaussianBlur, { mode: "valid", stride: 2 }),
      (plane: Plane) => {
        const largest = toNested(maxPool2d(plane, { size: 2, stride: 1 })) as Plane;
        const weights = [1, 2, 1];
        const output: Plane = [];
        for (let r = 0; r + 3 <= largest.length; r += 2) {
          const line: number[] = [];
          for (let c = 0; c + 3 <= largest[0].length; c += 2) {
            let sum = 0;
            for (let i = 0; i < 3; i++) {
              for (let j = 0; j < 3; j++) sum += weights[i] * weights[j] * largest[r + i][c + j];
            }
            line.push(sum / 16);
          }
          output.push(line);
        }
        return output;
      },
      (plane: Plane) => {
        const largest = maxPool2d(plane, { size: 2, stride: 1 });
        const across = correlate2d(largest, [[0.25, 0.5, 0.25]], { mode: "valid" });
        return correlate2d(across, [[0.25], [0.5], [0.25]], { mode: "valid" }).step(2, 2);
      },
    ],
  },
};
