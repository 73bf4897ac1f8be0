import { correlate2d, kernels, toNested } from "cnn-workbook";
import { dependent, exercise, integers, matrices, nestedArrays, tuple } from "cnn-workbook/exercises";
import { averagePool2d, maxPool2d } from "cnn-workbook/layers";
import { first, third } from "./slidesArrays.js";
import {
  blurred,
  everySecond,
  inWindow,
  type Map3,
  type Plane,
  partialWindows,
  pooled,
  poolOf,
  positions,
  transposed,
  windowsFromAll,
} from "./windows.js";

export { changeWhenMoved, type Step } from "./change.js";
export { type FramedDigits, framedDigits, moveRight } from "./digits.js";
export { edgeNames, fourEdges } from "./fourEdges.js";
export { nearestMean, percentRight } from "./nearestMean.js";
export { poolPlot } from "./poolPlot.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12 } from "./predictions.js";
export { shuffleWithin } from "./shuffleWithin.js";
export { meansAfterTwo, swing } from "./swing.js";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]) => sum(values) / values.length;
const most = (values: number[]) => Math.max(...values);

/** Size of the window, stride, rows and columns that the map has beyond one window. */
const sizes = tuple<[number, number, number, number]>(integers(1, 3), integers(1, 3), integers(0, 5), integers(0, 4));

const planeAndWindow = dependent(sizes, ([size, , down, across]) =>
  tuple<[Plane, number, number, number]>(
    matrices({ rows: size + down, columns: size + across }),
    integers(0, down),
    integers(0, across),
    integers(size, size),
  ),
);
const planeAndStride = dependent(sizes, ([size, stride, down, across]) =>
  tuple<[Plane, number, number]>(
    matrices({ rows: size + down, columns: size + across }),
    integers(size, size),
    integers(stride, stride),
  ),
);
const mapAndStride = dependent(
  tuple<[number[], number]>(sizes as never, integers(1, 3)),
  ([[size, stride, down, across], n]) =>
    tuple<[Map3, number, number]>(
      nestedArrays([size + down, size + across, n]) as never,
      integers(size, size),
      integers(stride, stride),
    ),
);
const planeAndSize = dependent(sizes, ([size, , down, across]) =>
  tuple<[Plane, number]>(
    matrices({ rows: size + down, columns: size + across, values: integers(-4, 4) }),
    integers(size, size),
  ),
);

export const q1 = exercise<(plane: Plane, row: number, column: number, size: number) => number>({
  id: "11.1",
  title: "The largest number in a window",
  hints: [
    "Keep the largest number that you have seen so far, and compare each new one with it.",
    "Before the first number you have seen nothing. Begin with something that every number beats, also −5: not 0.",
    "`let best = -Infinity;` and in each round `best = Math.max(best, plane[row + i][column + j]);`",
  ],
  solution: (plane, row, column, size) => {
    let best = -Infinity;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        best = Math.max(best, plane[row + i][column + j]);
      }
    }
    return best;
  },
  mistakes: [
    {
      name: "begins with 0",
      answer: (plane, row, column, size) => Math.max(0, most(inWindow(plane, row, column, size))),
      says: "You begin with 0. Where all numbers of a window are negative, 0 wins, though it is not in the window. Begin with something that every number beats.",
    },
    {
      name: "begins with the first number of the map",
      answer: (plane, row, column, size) => Math.max(plane[0][0], most(inWindow(plane, row, column, size))),
      says: "You begin with the first number of the map, and it wins though it is not in the window. Begin with the first number of the window, `plane[row][column]`, or with `-Infinity`.",
    },
    {
      name: "a comparison instead of a number",
      answer: (plane, row, column, size) =>
        inWindow(plane, row, column, size).reduce((best, value) => (best > value) as never, -Infinity),
      says: "Your answer is `true` or `false`: `best > value` is a comparison. Keep the number that is larger: `Math.max(best, value)`.",
    },
    {
      name: "the smallest",
      answer: (plane, row, column, size) => Math.min(...inWindow(plane, row, column, size)),
      says: "That is the smallest number of the window. Keep the larger of two, not the smaller.",
    },
    {
      name: "sum",
      answer: (plane, row, column, size) => sum(inWindow(plane, row, column, size)),
      says: "You add the numbers up. Max pooling keeps one of them, the largest.",
    },
    {
      name: "mean",
      answer: (plane, row, column, size) => mean(inWindow(plane, row, column, size)),
      says: "That is the mean of the window. Asked for is its largest number.",
    },
    {
      name: "the last number",
      answer: (plane, row, column, size) => plane[row + size - 1][column + size - 1],
      says: "You return the last number of the window: each round overwrites what was there. Keep the larger of the old and the new.",
    },
    {
      name: "the first number",
      answer: (plane, row, column) => plane[row][column],
      says: "You return the first number of the window. Compare it with the others: add i to `row` and j to `column`.",
    },
    {
      name: "always the upper left window",
      answer: (plane, _row, _column, size) => most(inWindow(plane, 0, 0, size)),
      says: "You always look at the upper left corner of the map. The window begins at `row` and `column`: add them to i and j.",
    },
    {
      name: "the whole map",
      answer: (plane) => most(plane.flat()),
      says: "That is the largest number of the whole map. Look at the window only.",
    },
    {
      name: "row and column swapped",
      answer: (plane, row, column, size) => most(inWindow(transposed(plane), row, column, size)),
      says: "Row and column are swapped: `plane[row + i][column + j]`, rows first.",
    },
    {
      name: "one row and column short",
      answer: (plane, row, column, size) => most(inWindow(plane, row, column, Math.max(1, size - 1))),
      says: "Your window is one row and one column too small. With `i < size` the loop has `size` rounds.",
    },
    {
      name: "one row and column too many",
      answer: (plane, row, column, size) => most(inWindow(plane, row, column, size + 1)),
      says: "Your window is one row and one column too large. With `i <= size` the loop has a round too many.",
    },
    {
      name: "largest without its sign",
      answer: (plane, row, column, size) => most(inWindow(plane, row, column, size).map(Math.abs)),
      says: "You compare without the signs. −7 is smaller than 2, however large its 7.",
    },
  ],
  check(answer, t) {
    t.equal(answer(first, 0, 2, 2), 4, "The upper right window of the example: 4 0 3 2.");
    t.equal(answer(first, 2, 0, 2), 4, "The lower left window: 0 4 1 0.");
    const wide = [
      [9, -5, -3, 8],
      [7, -2, -6, 4],
    ];
    t.equal(answer(wide, 0, 1, 2), -2, "In a window of −5, −3, −2 and −6 the largest number is −2.");
    t.equal(answer([[1, 5, 3]], 0, 2, 1), 3, "A window of one cell.");
    t.agrees(planeAndWindow, "The largest of the numbers in the window, whatever their signs.");
  },
});

export const q2 = exercise<(plane: Plane, size: number, stride: number) => Plane>({
  id: "11.2",
  title: "Max pooling",
  hints: [
    "Two loops over the windows. For each of them you know what to do from exercise 11.1.",
    "How many windows fit? `Math.floor((plane.length - size) / stride) + 1` of them down, and the same with `plane[0].length` across.",
    "Window [r][c] begins at row `r * stride` and column `c * stride`.",
    "A shorter way: `for (let top = 0; top + size <= plane.length; top += stride)`, within it the same for `left`.",
  ],
  solution: (plane, size, stride) => {
    const output: number[][] = [];
    for (let top = 0; top + size <= plane.length; top += stride) {
      const line: number[] = [];
      for (let left = 0; left + size <= plane[0].length; left += stride) {
        let best = -Infinity;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            best = Math.max(best, plane[top + i][left + j]);
          }
        }
        line.push(best);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "stride ignored",
      answer: (plane, size) => pooled(plane, size, size, most),
      says: "You move by `size`, so your windows never overlap. They move by `stride`: size 3 and stride 2 share a row.",
    },
    {
      name: "stride 1",
      answer: (plane, size) => pooled(plane, size, 1, most),
      says: "You move by one cell, as a convolution does. From one window to the next it is `stride` cells.",
    },
    {
      name: "size and stride swapped",
      answer: (plane, size, stride) => pooled(plane, stride, size, most),
      says: "Size and stride have changed places: the window is `size` wide, and moves by `stride`.",
    },
    {
      name: "incomplete windows",
      answer: (plane, size, stride) => partialWindows(plane, size, stride),
      says: "You have too many windows: the last ones hang over the edge. Only windows that lie on the map as a whole count, so round down.",
    },
    {
      name: "a window from every start on the map",
      answer: (plane, size, stride) => windowsFromAll(plane, size, stride),
      says: "Your loops go on as long as a window begins on the map, so the last ones hang over the edge. Go on as long as a window also ends on the map: `top + size <= plane.length`.",
    },
    {
      name: "one window short",
      answer: (plane, size, stride) =>
        pooled(
          plane.slice(0, -1).map((row) => row.slice(0, -1)),
          size,
          stride,
          most,
        ),
      says: "Windows are missing at the end. A window that ends exactly at the edge counts too: `top + size <= plane.length`, with `<=`.",
    },
    {
      name: "no + 1",
      answer: (plane, size, stride) =>
        pooled(plane, size, stride, most)
          .slice(0, -1)
          .map((row) => row.slice(0, -1)),
      says: "The last row and the last column of your output are missing. (W − F) / S counts steps; there is one window more than steps: + 1 (lesson 09).",
    },
    {
      name: "all rows in one list",
      answer: (plane, size, stride) => {
        const rows = pooled(plane, size, stride, most);
        return rows.map(() => rows.flat());
      },
      says: "Every row of your output holds all the numbers. The list for one row must be made anew in each round of the outer loop.",
    },
    {
      name: "windows begin side by side",
      answer: (plane, size, stride) =>
        pooled(plane, size, stride, most).map((row, r) => row.map((_, c) => most(inWindow(plane, r, c, size)))),
      says: "Window [r][c] begins at row r and column c of your map. It should begin at `r * stride` and `c * stride`.",
    },
    {
      name: "begins with 0",
      answer: (plane, size, stride) => pooled(plane, size, stride, (values) => Math.max(0, ...values)),
      says: "You begin each window with 0, so negative maxima are lost. Begin with `-Infinity`.",
    },
    {
      name: "maximum not started anew",
      answer: (plane, size, stride) => {
        let best = -Infinity;
        return pooled(plane, size, stride, (values) => {
          best = Math.max(best, ...values);
          return best;
        });
      },
      says: "The largest number of earlier windows is still there. Start anew for each window: `let best = -Infinity` inside both loops.",
    },
    {
      name: "mean",
      answer: (plane, size, stride) => pooled(plane, size, stride, mean),
      says: "You take means. That is average pooling, which comes next; here each window gives its largest number.",
    },
    {
      name: "minimum",
      answer: (plane, size, stride) => pooled(plane, size, stride, (values) => Math.min(...values)),
      says: "You keep the smallest number of each window.",
    },
    {
      name: "lies on its side",
      answer: (plane, size, stride) => transposed(pooled(plane, size, stride, most)),
      says: "Your output lies on its side. The outer loop goes down, and each of its rounds makes one row.",
    },
    {
      name: "one flat list",
      answer: (plane, size, stride) => pooled(plane, size, stride, most).flat() as never,
      says: "Your numbers stand in one flat list. The output is a map again: a list of rows.",
    },
    {
      name: "as many columns as rows",
      answer: (plane, size, stride) => {
        const side = Math.min(plane.length, plane[0].length);
        return pooled(
          plane.slice(0, side).map((row) => row.slice(0, side)),
          size,
          stride,
          most,
        );
      },
      says: "You use one side for both directions. The number of rows is `plane.length`, that of columns `plane[0].length`.",
    },
  ],
  check(answer, t) {
    const wide = [
      [1, 7, 2, 0, 3, 4],
      [5, 6, 8, 1, 2, 9],
      [3, 0, 4, 6, 5, 1],
    ];
    t.equal(
      answer(first, 2, 2),
      [
        [5, 4],
        [4, 6],
      ],
      "The example by hand.",
    );
    t.equal(answer(wide, 2, 2), [[7, 8, 9]], "Three rows, size 2, stride 2: the last row fills no window.");
    t.equal(
      answer(wide, 3, 2),
      [[8, 8]],
      "Size 3, stride 2: the windows begin at columns 0 and 2; the last column is left over.",
    );
    t.equal(answer([[-4, -9, -2]], 1, 2), [[-4, -2]], "Windows of one cell, every second: −4 and −2.");
    t.agrees(planeAndStride, "Each window's largest number; the windows are `stride` cells apart.");
  },
});

export const q3 = exercise<(map: Map3, size: number, stride: number) => Map3>({
  id: "11.3",
  title: "Average pooling, channel by channel",
  hints: [
    "The channels do not meet: pool each by itself. Channel n of a window gives channel n of the output.",
    "Three loops make the output: rows of windows, columns of windows, channels. Within them, two loops add up one window.",
    "For channel n: `let sum = 0;`, then over i and j `sum += map[top + i][left + j][n];`, and at last `sum / (size * size)`.",
  ],
  solution: (map, size, stride) => {
    const output: number[][][] = [];
    for (let top = 0; top + size <= map.length; top += stride) {
      const line: number[][] = [];
      for (let left = 0; left + size <= map[0].length; left += stride) {
        const means = map[0][0].map((_, n) => {
          let sum = 0;
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              sum += map[top + i][left + j][n];
            }
          }
          return sum / (size * size);
        });
        line.push(means);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "largest value",
      answer: (map, size, stride) => poolOf(map, size, stride, most),
      says: "You keep the largest value. Some slides say so of average pooling, but it is a slip: average means mean.",
    },
    {
      name: "sum",
      answer: (map, size, stride) => poolOf(map, size, stride, sum),
      says: "You have the sums. Divide each by the number of cells in a window, size × size.",
    },
    {
      name: "divided by the side",
      answer: (map, size, stride) => poolOf(map, size, stride, (values) => sum(values) / Math.sqrt(values.length)),
      says: "You divide by `size`. A window has size × size cells.",
    },
    {
      name: "divided by the stride",
      answer: (map, size, stride) => poolOf(map, size, stride, (values) => sum(values) / stride ** 2),
      says: "You divide by stride × stride. That is the step, not the window: divide by size × size.",
    },
    {
      name: "rounded",
      answer: (map, size, stride) => poolOf(map, size, stride, (values) => Math.round(mean(values))),
      says: "You round. Feature maps hold any numbers: 3.75 stays 3.75.",
    },
    {
      name: "channels mixed",
      answer: (map, size, stride) =>
        poolOf(map, size, stride, mean).map((row) => row.map((values) => values.map(() => mean(values)))),
      says: "You take the mean over the channels too. A convolution mixes channels; pooling treats each by itself.",
    },
    {
      name: "one channel comes out",
      answer: (map, size, stride) => poolOf(map, size, stride, mean).map((row) => row.map((values) => [mean(values)])),
      says: "Only one channel comes out. Pooling keeps the number of channels: as many come out as go in.",
    },
    {
      name: "no channels",
      answer: (map, size, stride) =>
        poolOf(map, size, stride, mean).map((row) => row.map((values) => values[0])) as never,
      says: "Your output has no channels: a number stands where a list should be, with one mean for each channel.",
    },
    {
      name: "first channel only",
      answer: (map, size, stride) =>
        poolOf(map, size, stride, mean).map((row) => row.map((values) => values.slice(0, 1))),
      says: "Only channel 0 is there. Do the same for each channel: a loop over n.",
    },
    {
      name: "sum not started anew",
      answer: (map, size, stride) =>
        poolOf(map, size, stride, mean).map((row) =>
          row.map((values) => values.map((_, n) => sum(values.slice(0, n + 1)))),
        ),
      says: "The sum of one channel is still in that of the next. Start anew for each: `let sum = 0` inside the loop over n.",
    },
    {
      name: "one sum for everything",
      answer: (map, size, stride) => {
        let total = 0;
        return poolOf(map, size, stride, sum).map((row) =>
          row.map((values) =>
            values.map((value) => {
              total += value;
              return total / size ** 2;
            }),
          ),
        );
      },
      says: "One sum runs through all windows and channels. Each output has a sum of its own: `let sum = 0` inside the loops over windows and channels.",
    },
    {
      name: "stride ignored",
      answer: (map, size) => poolOf(map, size, size, mean),
      says: "You move by `size`. From one window to the next it is `stride` cells, more or fewer.",
    },
    {
      name: "channels in front",
      answer: (map, size, stride) => {
        const out = poolOf(map, size, stride, mean);
        return map[0][0].map((_, n) => out.map((row) => row.map((values) => values[n])));
      },
      says: "Your output is one table a channel: [channel][row][column]. In our order the channels come last.",
    },
    {
      name: "lies on its side",
      answer: (map, size, stride) => {
        const out = poolOf(map, size, stride, mean);
        return (out[0] ?? []).map((_, c) => out.map((row) => row[c]));
      },
      says: "Your output lies on its side. The outer loop goes down, and each of its rounds makes one row.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(
        third.map((row) => row.map((value) => [value])),
        2,
        2,
      ),
      [
        [[3.75], [1.25]],
        [[4], [2]],
      ],
      "The example with one channel: 15 / 4, 5 / 4, 16 / 4, 8 / 4.",
    );
    const two = [
      [
        [1, 10],
        [3, 20],
        [9, 60],
      ],
      [
        [5, 30],
        [3, 20],
        [1, 80],
      ],
    ];
    t.equal(
      answer(two, 2, 1),
      [
        [
          [3, 20],
          [4, 45],
        ],
      ],
      "Two channels, stride 1: the means 12 / 4 and 80 / 4, then 16 / 4 and 180 / 4.",
    );
    t.agrees(mapAndStride, "The mean of each window, in each channel by itself.");
  },
});

export const q4 = exercise<(plane: Plane, size: number) => number[][][]>({
  id: "11.4",
  title: "Where was the largest?",
  hints: [
    "Keep two things as you go through a window: the largest number so far, and where it stood.",
    "When a number is larger than the best so far, remember `[top + i, left + j]`: its place on the map, not in the window.",
    "If the largest number is there twice, the first one counts. So compare with `>`, not with `>=`.",
    "`let place = [top, left];` and for each cell: `if (plane[top + i][left + j] > plane[place[0]][place[1]]) place = [top + i, left + j];`",
  ],
  solution: (plane, size) => {
    const output: number[][][] = [];
    for (let top = 0; top + size <= plane.length; top += size) {
      const line: number[][] = [];
      for (let left = 0; left + size <= plane[0].length; left += size) {
        let place = [top, left];
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            if (plane[top + i][left + j] > plane[place[0]][place[1]]) place = [top + i, left + j];
          }
        }
        line.push(place);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "the number itself",
      answer: (plane, size) => pooled(plane, size, size, most) as never,
      says: "You return the largest numbers. Asked for is where they stand: a list of row and column for each window.",
    },
    {
      name: "place in the window",
      answer: (plane, size) =>
        positions(plane, size).map((row, r) => row.map(([i, j], c) => [i - r * size, j - c * size])),
      says: "Your places count from the corner of each window. Count from the corner of the map: add `top` and `left`.",
    },
    {
      name: "corner of the window",
      answer: (plane, size) => positions(plane, size, () => false),
      says: "You give the place where each window begins. Asked for is the place of its largest number.",
    },
    {
      name: "number of the window",
      answer: (plane, size) => positions(plane, size).map((row, r) => row.map((_, c) => [r, c])),
      says: "You number the windows. Asked for is where on the map the largest number of each stands.",
    },
    {
      name: "best not kept",
      answer: (plane, size) => positions(plane, size, () => true),
      says: "You always take the last cell of the window. When a number is larger than the best so far, keep both: its place, and the number itself for the next comparison.",
    },
    {
      name: "found elsewhere on the map",
      answer: (plane, size) =>
        positions(plane, size).map((row) =>
          row.map(([i, j]) => {
            const at = plane.flat().indexOf(plane[i][j]);
            return [Math.floor(at / plane[0].length), at % plane[0].length];
          }),
        ),
      says: "You look the number up on the whole map, and find the same number in another window. Remember the place while you go through the window.",
    },
    {
      name: "column first",
      answer: (plane, size) => positions(plane, size).map((row) => row.map(([i, j]) => [j, i])),
      says: "You write the column first. In this course rows come first: [row, column].",
    },
    {
      name: "the last of equals",
      answer: (plane, size) => positions(plane, size, (a, b) => a >= b),
      says: "Where the largest number stands twice, you take the last place. Take the first: a number must be larger, not just as large, to replace the best so far.",
    },
    {
      name: "the smallest",
      answer: (plane, size) => positions(plane, size, (a, b) => a < b),
      says: "You find the smallest number of each window.",
    },
    {
      name: "begins with 0",
      answer: (plane, size) =>
        positions(plane, size).map((row, r) =>
          row.map(([i, j], c) => (plane[i][j] > 0 ? [i, j] : [r * size, c * size])),
        ),
      says: "You begin with 0 as the largest number so far, so in a window without positive numbers you never find a place. Begin with the first number of the window, or with `-Infinity`.",
    },
    {
      name: "number of the cell",
      answer: (plane, size) =>
        positions(plane, size).map((row) => row.map(([i, j]) => i * plane[0].length + j)) as never,
      says: "You number the cells through, row by row. That is how PyTorch stores it. Here each place is a list: [row, column].",
    },
    {
      name: "column by column",
      answer: (plane, size) =>
        transposed(positions(transposed(plane), size) as never).map((row) =>
          (row as never as number[][]).map(([j, i]) => [i, j]),
        ),
      says: "Where the largest number stands twice, you take the one further left. Go row by row: the outer loop over i, the inner one over j.",
    },
    {
      name: "windows begin side by side",
      answer: (plane, size) =>
        positions(plane, size).map((row, r) =>
          row.map((_, c) => positions(inRows(plane, r, c, size), size)[0][0].map((at, n) => at + [r, c][n])),
        ),
      says: "Window [r][c] begins at row r and column c of your map. It should begin at `r * size` and `c * size`.",
    },
    {
      name: "window of the whole map",
      answer: (plane, size) => {
        const at = plane.flat().indexOf(most(plane.flat()));
        return positions(plane, size).map((row) =>
          row.map(() => [Math.floor(at / plane[0].length), at % plane[0].length]),
        );
      },
      says: "All windows give the place of the largest number of the whole map. Start anew for each window.",
    },
    {
      name: "stride 1",
      answer: (plane, size) =>
        pooled(plane, size, 1, most).map((row, r) =>
          row.map((_, c) => positions(inRows(plane, r, c, size), size)[0][0].map((at, n) => at + [r, c][n])),
        ),
      says: "Your windows overlap. Here they stand side by side: from one to the next it is `size` cells.",
    },
    {
      name: "one flat list",
      answer: (plane, size) => positions(plane, size).flat() as never,
      says: "Your places stand in one list. Keep the rows of windows apart: `places[r][c]` is [row, column].",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(first, 2),
      [
        [
          [1, 1],
          [0, 2],
        ],
        [
          [2, 1],
          [3, 2],
        ],
      ],
      "The example by hand: the 5 stands in row 1, column 1; the 4 in row 0, column 2; and so on.",
    );
    t.equal(
      answer([[-3, -1, -2, -2, 7]], 1),
      [
        [
          [0, 0],
          [0, 1],
          [0, 2],
          [0, 3],
          [0, 4],
        ],
      ],
      "Windows of one cell: each holds its own largest.",
    );
    t.equal(
      answer(
        [
          [2, 6, -5, -7],
          [6, 1, -7, -4],
        ],
        2,
      ),
      [
        [
          [0, 1],
          [1, 3],
        ],
      ],
      "In the left window 6 stands twice: the first one counts. In the right window all are negative; −4 is the largest.",
    );
    t.agrees(planeAndSize, "The place of each window's largest number; of equals the first, row by row.");
  },
});

export const q5 = exercise<(plane: Plane) => Plane>({
  id: "11.5",
  title: "A steadier max pooling",
  hints: [
    "Max pooling of size 2 and stride 2 does two things at once: it takes the largest value of every window, and it keeps every second. Take them apart.",
    "The largest values first, with stride 1. Then smooth, then keep every second: in lesson 02 smoothing came before dropping.",
    '`maxPool2d(plane, { size: 2, stride: 1 })` is the first step. `correlate2d(…, kernels.gaussianBlur, { mode: "valid", stride: 2 })` does both others at once.',
    "`correlate2d` gives an ndarray, and that is fine as an answer.",
  ],
  solution: (plane) => {
    const largest = maxPool2d(plane, { size: 2, stride: 1 });
    const smooth = toNested(correlate2d(largest, kernels.gaussianBlur, { mode: "valid" })) as number[][];
    return smooth.filter((_, r) => r % 2 === 0).map((row) => row.filter((_, c) => c % 2 === 0));
  },
  mistakes: [
    {
      name: "drops before it smooths",
      answer: (plane) => blurred(pooled(plane, 2, 2, most)),
      says: "You drop first and smooth then. Too late, as in lesson 02: what was dropped cannot be averaged any more. Max pooling with stride 1, then smooth, then keep every second.",
    },
    {
      name: "smooths before the maximum",
      answer: (plane) => everySecond(pooled(blurred(plane), 2, 1, most)),
      says: "You smooth before the maximum is taken. Then the peaks are lower, and the maxima are not smooth. Maximum first.",
    },
    {
      name: "does not smooth",
      answer: (plane) => everySecond(pooled(plane, 2, 1, most)),
      says: "There is no smoothing between the maximum and the dropping. What you have is max pooling with stride 2, made in two steps.",
    },
    {
      name: "does not drop",
      answer: (plane) => blurred(pooled(plane, 2, 1, most)),
      says: "The last step is missing: keep every second row and every second column.",
    },
    {
      name: "stride 2 twice",
      answer: (plane) => everySecond(blurred(pooled(plane, 2, 2, most))),
      says: "You drop twice: once in the max pooling, once after smoothing. Take the maxima with stride 1.",
    },
    {
      name: "keeps the odd ones",
      answer: (plane) =>
        blurred(pooled(plane, 2, 1, most))
          .filter((_, r) => r % 2 === 1)
          .map((row) => row.filter((_, c) => c % 2 === 1)),
      says: "You keep rows and columns 1, 3, 5 … Keep 0, 2, 4 …, as a stride does.",
    },
    {
      name: "drops rows only",
      answer: (plane) => blurred(pooled(plane, 2, 1, most)).filter((_, r) => r % 2 === 0),
      says: "You drop rows, but keep all columns. Keep every second of both.",
    },
    {
      name: "weights not divided",
      answer: (plane) => everySecond(blurred(pooled(plane, 2, 1, most))).map((row) => row.map((value) => value * 16)),
      says: "Everything is 16 times too large: 1 + 2 + 1 + 2 + 4 + 2 + 1 + 2 + 1 = 16. Divide the weights by 16, or use `kernels.gaussianBlur`.",
    },
    {
      name: "box",
      answer: (plane) =>
        everySecond(toNested(correlate2d(pooled(plane, 2, 1, most), kernels.boxBlur, { mode: "valid" })) as Plane),
      says: "You smooth with nine equal weights. Asked for are 1 2 1 / 2 4 2 / 1 2 1, divided by 16: `kernels.gaussianBlur`.",
    },
    {
      name: "zeros around",
      answer: (plane) =>
        everySecond(toNested(correlate2d(pooled(plane, 2, 1, most), kernels.gaussianBlur, { mode: "same" })) as Plane),
      says: 'You smooth with zeros around the map, so its border sinks and the output is larger. Use mode "valid": only where the kernel lies on the map as a whole.',
    },
    {
      name: "mode full",
      answer: (plane) => everySecond(toNested(correlate2d(pooled(plane, 2, 1, most), kernels.gaussianBlur)) as Plane),
      says: '`correlate2d` without a mode is "full": the kernel also stands where it only touches the map. Use mode "valid": only where the kernel lies on the map as a whole.',
    },
    {
      name: "means for maxima",
      answer: (plane) => everySecond(blurred(toNested(averagePool2d(plane, { size: 2, stride: 1 })) as Plane)),
      says: "Your first step takes the mean of each window. Take its largest value: `maxPool2d` with size 2 and stride 1.",
    },
  ],
  check(answer, t) {
    const flat = Array.from({ length: 6 }, () => [3, 3, 3, 3, 3, 3, 3, 3]);
    t.equal(
      answer(flat),
      [
        [3, 3, 3],
        [3, 3, 3],
      ],
      "On 6 × 8 threes there are 5 × 7 maxima, 3 × 5 smooth values, and 2 × 3 of them stay: threes.",
    );
    const peak = Array.from({ length: 6 }, (_, r) =>
      Array.from({ length: 7 }, (_, c) => (r === 2 && c === 3 ? 16 : 0)),
    );
    t.equal(
      answer(peak),
      [
        [3, 9],
        [1, 3],
      ],
      "One 16 in row 2, column 3. The maxima are 16 in rows 1 and 2 and columns 2 and 3. Output [0][0] is (2 + 1) × 16 / 16 = 3: it sees rows 0 to 2 and columns 0 to 2.",
    );
    t.agrees(
      [matrices({ rows: [6, 9], columns: [6, 10] })],
      "The largest of 2 × 2 at every place, smoothed, and every second row and column of that.",
    );
  },
});

/** Our own answer to exercise 11.5. */
export const steadyPool = q5.definition.solution;

/** A window as a map of its own. */
function inRows(plane: Plane, row: number, column: number, size: number): Plane {
  return plane.slice(row, row + size).map((values) => values.slice(column, column + size));
}
