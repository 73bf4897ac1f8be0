import type { LessonCases } from "./lessonCases.js";

type Rows = number[][];

export const cases: LessonCases = {
  q1: {
    variants: [
      (image: Rows, top: number, left: number, size: number, fill: number) =>
        image.map((row, r) =>
          row.map((value, c) => (r >= top && r < top + size && c >= left && c < left + size ? fill : value)),
        ),
      (image: Rows, top: number, left: number, size: number, fill: number) => {
        const hidden = image.map((row) => row.slice());
        for (let r = Math.max(0, top); r < Math.min(image.length, top + size); r++) {
          for (let c = Math.max(0, left); c < Math.min(image[0].length, left + size); c++) hidden[r][c] = fill;
        }
        return hidden;
      },
      (image: Rows, top: number, left: number, size: number, fill: number) =>
        image.map((row, r) => {
          const line = Float64Array.from(row);
          const end = Math.max(0, left + size);
          return r - top >= 0 && r - top < size ? line.fill(fill, Math.max(0, left), end) : line;
        }),
    ],
    equivalent: [{ mutant: "0 → (-1)", reason: "column −1 would be written beside the array, where nobody reads" }],
  },
  q2: {
    variants: [
      (maps: Rows[], slopes: Rows[]) => {
        const places = maps[0].length * maps[0][0].length;
        const sum = maps[0].map((row) => row.map(() => 0));
        maps.forEach((map, k) => {
          let weight = 0;
          for (const row of slopes[k]) for (const slope of row) weight += slope / places;
          map.forEach((row, r) => {
            row.forEach((value, c) => {
              sum[r][c] += weight * value;
            });
          });
        });
        return sum.map((row) => row.map((value) => (value > 0 ? value : 0)));
      },
      (maps: Rows[], slopes: Rows[]) => {
        const weights = slopes.map((map) => {
          const all = map.flat();
          return all.reduce((a, b) => a + b) / all.length;
        });
        return maps[0].map((row, r) =>
          row.map((_, c) =>
            Math.max(
              0,
              weights.map((weight, k) => weight * maps[k][r][c]).reduce((a, b) => a + b),
            ),
          ),
        );
      },
      (maps: Rows[], slopes: Rows[]) =>
        maps[0].map((row, r) =>
          Float64Array.from(row, (_, c) => {
            let total = 0;
            for (let k = maps.length - 1; k >= 0; k--) {
              for (const slope of slopes[k].flat()) total += slope * maps[k][r][c];
            }
            return Math.max(0, total / slopes[0].flat().length);
          }),
        ),
    ],
    equivalent: [
      {
        mutant: "Math.max(0, sum) → Math.max(sum, 0)",
        reason: "the order of the arguments of Math.max and Math.min does not matter",
      },
    ],
  },
  q3: {
    variants: [
      (map: Rows, count: number, size: number, step: number, first: number) => {
        const flat = map.flat();
        const order = flat.map((_, i) => i).sort((a, b) => flat[b] - flat[a]);
        return order.slice(0, count).map((i) => {
          const top = first + Math.floor(i / map[0].length) * step;
          const left = first + (i % map[0].length) * step;
          return [top, left, top + size - 1, left + size - 1];
        });
      },
      (map: Rows, count: number, size: number, step: number, first: number) => {
        const left = map.map((row) => [...row]);
        const found: Rows = [];
        while (found.length < count) {
          const best = Math.max(...left.flat());
          const r = left.findIndex((row) => row.includes(best));
          const c = left[r].indexOf(best);
          left[r][c] = Number.NEGATIVE_INFINITY;
          found.push([0, 0, size - 1, size - 1].map((more, i) => first + more + step * (i % 2 ? c : r)));
        }
        return found;
      },
      (map: Rows, count: number, size: number, step: number, first: number) => {
        const list: number[][] = [];
        for (let r = 0; r < map.length; r++) {
          for (let c = 0; c < map[r].length; c++) list.push([map[r][c], r * step + first, c * step + first]);
        }
        list.sort(([a], [b]) => (a < b ? 1 : -1));
        return list.slice(0, count).map(([, y, x]) => Int32Array.of(y, x, y + size - 1, x + size - 1));
      },
    ],
  },
  q4: {
    variants: [
      (image: Rows, classify: (image: Rows) => number, size: number) => {
        const rows = image.length - size + 1;
        const columns = image[0].length - size + 1;
        return Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) => {
            const hidden = image.map((row) => [...row]);
            for (let i = 0; i < size; i++) hidden[r + i].fill(0, c, c + size);
            return classify(image) - classify(hidden);
          }),
        );
      },
      (image: Rows, classify: (image: Rows) => number, size: number) => {
        const work = image.map((row) => row.slice());
        const whole = classify(work);
        const map = Array.from({ length: image.length - size + 1 }, () => new Float64Array(image[0].length - size + 1));
        for (let r = 0; r < map.length; r++) {
          for (let c = 0; c < map[r].length; c++) {
            for (let i = r; i < r + size; i++) for (let j = c; j < c + size; j++) work[i][j] = 0;
            map[r][c] = whole - classify(work);
            for (let i = r; i < r + size; i++) for (let j = c; j < c + size; j++) work[i][j] = image[i][j];
          }
        }
        return map;
      },
      (image: Rows, classify: (image: Rows) => number, size: number) => {
        const before = classify(image);
        return image.slice(size - 1).map((_, r) =>
          image[0].slice(size - 1).map((_, c) => {
            const inside = (i: number, j: number) => i - r < size && i >= r && j - c < size && j >= c;
            return before - classify(image.map((row, i) => row.map((v, j) => (inside(i, j) ? 0 : v))));
          }),
        );
      },
    ],
  },
  q5: {
    variants: [
      (image: Rows, slopes: Rows, size: number) =>
        image.map((row, r) =>
          row.map((value, c) => {
            const slope = slopes[r][c];
            if (slope > 0) return Math.min(255, value + size);
            return slope < 0 ? Math.max(0, value - size) : value;
          }),
        ),
      (image: Rows, slopes: Rows, size: number) => {
        const moved = image.map((row) => Float64Array.from(row));
        for (let r = 0; r < moved.length; r++) {
          for (let c = 0; c < moved[r].length; c++) {
            moved[r][c] += Math.sign(slopes[r][c]) * size;
            if (moved[r][c] > 255) moved[r][c] = 255;
            if (moved[r][c] < 0) moved[r][c] = 0;
          }
        }
        return moved;
      },
      (image: Rows, slopes: Rows, size: number) =>
        image.map((row, r) => {
          const signs = slopes[r].map((slope) => (slope === 0 ? 0 : slope / Math.abs(slope)));
          return Uint8ClampedArray.from(row.map((value, c) => value + size * signs[c]));
        }),
    ],
    equivalent: [
      {
        mutant: "Math.min(255, Math.max(0, moved)) → Math.min(Math.max(0, moved), 255)",
        reason: "the order of the arguments of Math.max and Math.min does not matter",
      },
      {
        mutant: "Math.max(0, moved) → Math.max(moved, 0)",
        reason: "the order of the arguments of Math.max and Math.min does not matter",
      },
    ],
  },
};
