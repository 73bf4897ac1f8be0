import { randomGenerator } from "cnn-workbook";
import { dependent, exercise, integers, mapped, matrices, nestedArrays, numbers, tuple } from "cnn-workbook/exercises";
import { type AdamState, adamWith, stateOf } from "./adamMistakes.js";
import { asBatches, coverage, inOrder, shuffledWith, sliced } from "./epochs.js";
import { type Loop, loopWith, toy } from "./loop.js";
import { rowsWith } from "./windowRows.js";

export { type Digits, sortedByLabel, unitDigits } from "./digits.js";
export { lastLoss, lossFigure, smooth } from "./figures.js";
export { smallKernel, smallPicture } from "./hand.js";
export type { Batch, Learn, Loop, Trained } from "./loop.js";
export { type Numbers, reshape, type Weights } from "./network.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13 } from "./predictions.js";
export { type Rule, type Stepper, stepWith } from "./stepWith.js";
export { millisecondsFor, slideFilters } from "./timing.js";
export { contourLines, heightAt, slopesAt, valley } from "./valley.js";

type Rows = number[][];

const pictureAndSize = dependent(integers(1, 3), (size) =>
  tuple<[Rows, number]>(
    matrices({ rows: [size, size + 3], columns: [size, size + 3] }),
    mapped(integers(0, 0), () => size),
  ),
);

export const q1 = exercise<(picture: number[][], size: number) => number[][]>({
  id: "14.1",
  title: "Windows as rows",
  hints: [
    "Inside the two loops you stand at the window whose upper left pixel is `picture[r][c]`. Collect its numbers in a list, row by row.",
    "Two more loops, over the window's rows i and columns j, each from 0 to below `size`. The pixel is `picture[r + i][c + j]`.",
    "`const row: number[] = [];` then, inside the inner loops, `row.push(picture[r + i][c + j]);` and at the end `rows.push(row);`",
  ],
  solution: (picture, size) => {
    const rows: number[][] = [];
    for (let r = 0; r + size <= picture.length; r++) {
      for (let c = 0; c + size <= picture[0].length; c++) {
        const row: number[] = [];
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            row.push(picture[r + i][c + j]);
          }
        }
        rows.push(row);
      }
    }
    return rows;
  },
  mistakes: [
    {
      name: "window column by column",
      answer: (picture, size) => rowsWith(picture, size, { cell: (r, c, i, j) => [r + j, c + i] }),
      says: "Inside each window you go down the columns. Go row by row: the rows loop i outside, the columns loop j inside. Otherwise the numbers meet the wrong weights.",
    },
    {
      name: "windows column by column",
      answer: (picture, size) => {
        const turned = (picture[0] ?? []).map((_, c) => picture.map((row) => row[c]));
        return rowsWith(turned, size, { cell: (r, c, i, j) => [r + j, c + i] });
      },
      says: "Your windows come column after column. The window to the right comes next; only at the end of a row of windows does it go down.",
    },
    {
      name: "last windows lost",
      answer: (picture, size) => rowsWith(picture, size, { less: 1 }),
      says: "The last window of each row and the last row of windows are missing. A window that ends at the last pixel still fits: there are `picture.length - size + 1` places.",
    },
    {
      name: "windows side by side",
      answer: (picture, size) => rowsWith(picture, size, { stride: size }),
      says: "Your windows lie side by side, as in pooling. Here they overlap: the next one begins one pixel further on.",
    },
    {
      name: "always three",
      answer: (picture) => rowsWith(picture, 3, {}),
      says: "Your windows are always 3 × 3. How large they are is given: `size`.",
    },
    {
      name: "always the first window",
      answer: (picture, size) => rowsWith(picture, size, { cell: (_r, _c, i, j) => [i, j] }),
      says: "All your rows hold the first window. Inside the loops it begins at row r and column c: `picture[r + i][c + j]`.",
    },
    {
      name: "the same pixel",
      answer: (picture, size) => rowsWith(picture, size, { cell: (r, c) => [r, c] }),
      says: "Each row repeats one pixel. Move inside the window too: `picture[r + i][c + j]`.",
    },
    {
      name: "turned round",
      answer: (picture, size) => rowsWith(picture, size, {}).map((row) => row.reverse()),
      says: "Your windows are written back to front. Then the product would be a true convolution, with the kernel turned round (lesson 01); networks take it as it is.",
    },
    {
      name: "windows as columns",
      answer: (picture, size) => {
        const rows = rowsWith(picture, size, {});
        return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i]));
      },
      says: "Your windows stand as columns. Some books do that (the name im2col means so). Here each window is a row.",
    },
    {
      name: "nested windows",
      answer: (picture, size) =>
        rowsWith(picture, size, {}).map((row) =>
          Array.from({ length: size }, (_, i) => row.slice(i * size, (i + 1) * size)),
        ) as never,
      says: "Your windows are still squares. Lay each out in one row: all its numbers in a single list.",
    },
    {
      name: "first row of each window",
      answer: (picture, size) => rowsWith(picture, size, {}).map((row) => row.slice(0, size)),
      says: "Each row holds only the first row of its window. A window has `size` rows: go through all of them, `picture[r + i]`.",
    },
    {
      name: "windows too large",
      answer: (picture, size) =>
        rowsWith(picture, size, {}).map((_, n) => {
          const across = (picture[0]?.length ?? 0) - size + 1;
          const [r, c] = [Math.floor(n / across), n % across];
          const places = Array.from({ length: (size + 1) ** 2 }, (_, k) => [
            Math.floor(k / (size + 1)),
            k % (size + 1),
          ]);
          return places.map(([i, j]) => picture[r + i]?.[c + j]);
        }),
      says: "Your windows have a row and a column too many. i and j run from 0 to below `size`: write `<`, not `<=`.",
    },
    {
      name: "ends at size",
      answer: (picture, size) =>
        rowsWith(picture, size, {}).map((_, n) => {
          const across = (picture[0]?.length ?? 0) - size + 1;
          const [r, c] = [Math.floor(n / across), n % across];
          return picture.slice(r, size).flatMap((row) => row.slice(c, size));
        }),
      says: "Your windows begin at (r, c), but they all end at row and column `size`. A window is `size` long from where it begins: it ends before `r + size` and `c + size`.",
    },
    {
      name: "one long list",
      answer: (picture, size) => rowsWith(picture, size, {}).flat() as never,
      says: "All numbers stand in one list. Begin a new row for each window.",
    },
    {
      name: "first row of windows only",
      answer: (picture, size) => rowsWith(picture.slice(0, size), size, {}),
      says: "Only the uppermost windows are there. Return after both loops, not inside them.",
    },
    {
      name: "height for width",
      answer: (picture, size) => rowsWith(picture, size, { width: picture.length }),
      says: "You use the number of rows for the columns too. The picture need not be square: `picture[0].length` columns.",
    },
  ],
  check(answer, t) {
    const picture = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ];
    const two = [
      [1, 2, 5, 6],
      [2, 3, 6, 7],
      [3, 4, 7, 8],
      [5, 6, 9, 10],
      [6, 7, 10, 11],
      [7, 8, 11, 12],
    ];
    t.equal(answer(picture, 2), two, "Two rows of three windows; each window row by row.");
    const three = [
      [1, 2, 3, 5, 6, 7, 9, 10, 11],
      [2, 3, 4, 6, 7, 8, 10, 11, 12],
    ];
    t.equal(answer(picture, 3), three, "Windows of 3 × 3 have two places here.");
    t.equal(answer([[7, 8]], 1), [[7], [8]], "A window of one pixel: each pixel is a row.");
    t.agrees(pictureAndSize, "Each window is a row; the next window begins one pixel further on.");
  },
});

const list = (length: number, values = numbers(-4, 4)) => nestedArrays([length], values) as never;

const weightsSlopesRate = dependent(integers(1, 5), (length) =>
  tuple<[number[], number[], number]>(list(length), list(length), numbers(0.25, 2)),
);

export const q2 = exercise<(weights: number[], slopes: number[], rate: number) => number[]>({
  id: "14.2",
  title: "One step of gradient descent",
  hints: [
    "Each weight goes against its own slope. How far is said by the slope and the learning rate together.",
    "Where the slope is positive, the loss grows with the weight, so the weight must become smaller: minus.",
    "`weight - rate * slopes[i]`",
  ],
  solution: (weights, slopes, rate) => weights.map((weight, i) => weight - rate * slopes[i]),
  mistakes: [
    {
      name: "uphill",
      answer: (weights, slopes, rate) => weights.map((weight, i) => weight + rate * slopes[i]),
      says: "You go up: with plus the loss grows. Against the slope means minus.",
    },
    {
      name: "no rate",
      answer: (weights, slopes) => weights.map((weight, i) => weight - slopes[i]),
      says: "The learning rate is missing: that is a rate of 1. Multiply the slope by `rate`.",
    },
    {
      name: "divided by the rate",
      answer: (weights, slopes, rate) => weights.map((weight, i) => weight - slopes[i] / rate),
      says: "You divide by the rate. A small rate should make small steps: multiply.",
    },
    {
      name: "rate subtracted too",
      answer: (weights, slopes, rate) => weights.map((weight, i) => weight - rate - slopes[i]),
      says: "You subtract rate and slope one after the other. The step is their product: `rate * slopes[i]`.",
    },
    {
      name: "only the change",
      answer: (_, slopes, rate) => slopes.map((slope) => -rate * slope),
      says: "You return the steps alone. Add each to its weight: the new weights are asked for.",
    },
    {
      name: "the slope before the weight",
      answer: (weights, slopes, rate) => weights.map((weight, i) => rate * slopes[i] - weight),
      says: "Your difference is turned round. It is the weight, minus the rate times the slope.",
    },
    {
      name: "first slope for all",
      answer: (weights, slopes, rate) => weights.map((weight) => weight - rate * slopes[0]),
      says: "All weights use the first slope. Weight i has the slope `slopes[i]`.",
    },
    {
      name: "all slopes added",
      answer: (weights, slopes, rate) => weights.map((weight) => weight - rate * slopes.reduce((a, b) => a + b, 0)),
      says: "Each weight goes against the sum of all slopes. Each has its own: `slopes[i]`.",
    },
    {
      name: "only the sign",
      answer: (weights, slopes, rate) => weights.map((weight, i) => weight - rate * Math.sign(slopes[i])),
      says: "You use the sign of the slope only. In plain gradient descent a steep slope makes a long step.",
    },
    {
      name: "size of the slope",
      answer: (weights, slopes, rate) => weights.map((weight, i) => weight - rate * Math.abs(slopes[i])),
      says: "You drop the sign of the slope, so weights always shrink. Where the slope is negative, the weight must grow.",
    },
    {
      name: "weight times slope",
      answer: (weights, slopes, rate) => weights.map((weight, i) => weight * (1 - rate * slopes[i])),
      says: "You multiply the weight by the step. The step is subtracted: otherwise a weight of 0 could never move.",
    },
    {
      name: "first weight only",
      answer: (weights, slopes, rate) => weights.map((weight, i) => (i === 0 ? weight - rate * slopes[0] : weight)),
      says: "Only the first weight moves. All weights take their step at once.",
    },
    {
      name: "changes the input",
      answer: (weights, slopes, rate) => {
        slopes.forEach((slope, i) => {
          weights[i] -= rate * slope;
        });
        return weights;
      },
      says: "Your function changes the weights that it was given. Here the old ones may still be needed: return a new list, as `map` makes it.",
    },
  ],
  check(answer, t) {
    t.equal(answer([10, 1], [10, 20], 0.1), [9, -1], "10 − 0.1 × 10 and 1 − 0.1 × 20.");
    t.equal(
      answer([0, -2, 3], [4, -6, 0], 0.5),
      [-2, 1, 3],
      "A negative slope makes the weight larger; a slope of 0 leaves it.",
    );
    t.agrees(weightsSlopesRate, "Each weight, minus the rate times its own slope.");
  },
});

type Moved = { weights: number[]; velocity: number[] };

type WithMomentum = (weights: number[], slopes: number[], velocity: number[], rate: number, momentum: number) => Moved;

/** One weight: its slope, its velocity before the step and after it, and the two settings. */
interface One {
  w: number;
  g: number;
  old: number;
  v: number;
  rate: number;
  momentum: number;
}

/** The step with momentum, but for one rule: how the new velocity is made, or how the weight then moves. */
const stepWith =
  ({
    velocity: next = ({ old, g, momentum }) => momentum * old + g,
    weight: move = ({ w, v, rate }) => w - rate * v,
  }: {
    velocity?: (one: Omit<One, "v">) => number;
    weight?: (one: One) => number;
  }): WithMomentum =>
  (weights, slopes, velocity, rate, momentum) => {
    const ones = weights.map((w, i) => ({ w, g: slopes[i], old: velocity[i], rate, momentum }));
    const after = ones.map(next);
    return { weights: ones.map((one, i) => move({ ...one, v: after[i] })), velocity: after };
  };

const momentumInput = dependent(integers(1, 4), (length) =>
  tuple<[number[], number[], number[], number, number]>(
    list(length),
    list(length),
    list(length),
    numbers(0.25, 2),
    numbers(0, 0.75),
  ),
);

export const q3 = exercise<WithMomentum>({
  id: "14.3",
  title: "A step with momentum",
  hints: [
    "First the new velocity: a share of the old one, and the whole new slope. Then the weights go against the new velocity.",
    "`const next = velocity.map((v, i) => momentum * v + slopes[i]);`",
    "`return { weights: weights.map((w, i) => w - rate * next[i]), velocity: next };`",
  ],
  solution: (weights, slopes, velocity, rate, momentum) => {
    const next = velocity.map((v, i) => momentum * v + slopes[i]);
    return { weights: weights.map((weight, i) => weight - rate * next[i]), velocity: next };
  },
  mistakes: [
    {
      name: "old velocity used",
      answer: stepWith({ weight: ({ w, old, rate }) => w - rate * old }),
      says: "Your weights follow the old velocity, so each slope counts one step too late. First make the new velocity, then step with it.",
    },
    {
      name: "old velocity returned",
      answer: (weights, slopes, velocity, rate, momentum) => ({
        weights: weights.map((w, i) => w - rate * (momentum * velocity[i] + slopes[i])),
        velocity,
      }),
      says: "You return the velocity that came in. Return the new one: the next step needs it.",
    },
    {
      name: "plain step",
      answer: stepWith({ weight: ({ w, g, rate }) => w - rate * g }),
      says: "Your weights go against the slope alone: plain gradient descent. They go against the new velocity.",
    },
    {
      name: "a weighted mean",
      answer: stepWith({ velocity: ({ g, old, momentum }) => momentum * old + (1 - momentum) * g }),
      says: "You multiply the slope by 1 − momentum: then the velocity is a mean. Some books do that, and Adam too. Here the whole slope is added.",
    },
    {
      name: "slope times momentum",
      answer: stepWith({ velocity: ({ g, old, momentum }) => old + momentum * g }),
      says: "The share belongs to the old velocity, not to the slope: `momentum * v + slope`. Otherwise the velocity never forgets.",
    },
    {
      name: "both times momentum",
      answer: stepWith({ velocity: ({ g, old, momentum }) => momentum * (old + g) }),
      says: "You multiply old velocity and slope by the momentum. The slope is added whole; mind the brackets.",
    },
    {
      name: "momentum ignored",
      answer: stepWith({ velocity: ({ g, old }) => old + g }),
      says: "The old velocity counts in full, so it grows and grows. Only a share of it remains: `momentum * v`.",
    },
    {
      name: "velocity forgotten",
      answer: stepWith({ velocity: ({ g }) => g }),
      says: "Your velocity is the slope alone, so nothing of the past remains. Add `momentum * v`.",
    },
    {
      name: "slope subtracted",
      answer: stepWith({ velocity: ({ g, old, momentum }) => momentum * old - g }),
      says: "You subtract the slope in the velocity and the velocity from the weight: twice minus goes uphill. Here the velocity adds the slope.",
    },
    {
      name: "velocity downhill",
      answer: stepWith({
        velocity: ({ g, old, rate, momentum }) => momentum * old - rate * g,
        weight: ({ w, v }) => w + v,
      }),
      says: "That is how Keras keeps it: the rate is inside the velocity, and it points downhill. Both ways take the same steps when they begin with 0. Here the velocity is `momentum * v + slope`.",
    },
    {
      name: "rate in the velocity",
      answer: stepWith({
        velocity: ({ g, old, rate, momentum }) => momentum * old + rate * g,
        weight: ({ w, v }) => w - v,
      }),
      says: "You put the rate into the velocity. Some libraries do. Here the velocity is made of slopes, and the rate comes in when the weights move.",
    },
    {
      name: "uphill",
      answer: stepWith({ weight: ({ w, v, rate }) => w + rate * v }),
      says: "You add the step. The velocity is made of slopes, which point uphill: subtract `rate * v`.",
    },
    {
      name: "no rate",
      answer: stepWith({ weight: ({ w, v }) => w - v }),
      says: "The velocity is right, but the learning rate is missing: `weight - rate * v`.",
    },
    {
      name: "rate twice",
      answer: stepWith({ velocity: ({ old, g, rate, momentum }) => momentum * old + rate * g }),
      says: "The rate counts twice: in the velocity and again in the step. Here the velocity is `momentum * v + slope`, and only the step has the rate.",
    },
    {
      name: "looks ahead",
      answer: stepWith({ weight: ({ w, g, v, rate, momentum }) => w - rate * (g + momentum * v) }),
      says: "That is Nesterov's momentum: it adds the share once more, to look ahead. Here the weights follow the new velocity as it is.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([9, -2], [8, -16], [10, 20], 0.5, 0.5),
      { weights: [2.5, 1], velocity: [13, -6] },
      "Along the second axis v is 0.5 × 20 − 16 = −6, and the weight −2 − 0.5 × (−6) = 1.",
    );
    t.equal(
      answer([3, 0, 1], [1, 2, -4], [0, 0, 0], 0.25, 0.75),
      { weights: [2.75, -0.5, 2], velocity: [1, 2, -4] },
      "With a velocity of 0 the first step is a plain one.",
    );
    t.equal(
      answer([5], [0], [8], 0.25, 0.75),
      { weights: [3.5], velocity: [6] },
      "Where the slope is 0 it keeps going: v = 0.75 × 8.",
    );
    t.agrees(momentumInput, "v is momentum × old v + slope; the weight goes against the new v, times the rate.");
  },
});

const adamInput = dependent(integers(1, 3), (length) =>
  tuple<[number[], number[], number[], number[], number, number]>(
    list(length),
    list(length),
    list(length),
    list(length, numbers(0.25, 4)),
    integers(1, 6),
    numbers(0.25, 1),
  ),
);

export const q4 = exercise<
  (weights: number[], slopes: number[], means: number[], squares: number[], step: number, rate: number) => AdamState
>({
  id: "14.4",
  title: "A step of Adam",
  hints: [
    "Four lines, as in the text: the new means, the new squares, both corrected, the step. Each is one `map`.",
    "`const m = means.map((old, i) => 0.9 * old + 0.1 * slopes[i]);` and the squares in the same way, with 0.999, 0.001 and `slopes[i] ** 2`.",
    "Corrected: `m[i] / (1 - 0.9 ** step)` and `s[i] / (1 - 0.999 ** step)`. The step is rate × the first, divided by the root of the second + 1e-7. Return `m` and `s` as they were before the correction.",
  ],
  solution: (weights, slopes, means, squares, step, rate) => {
    const m = means.map((old, i) => 0.9 * old + (1 - 0.9) * slopes[i]);
    const s = squares.map((old, i) => 0.999 * old + (1 - 0.999) * slopes[i] ** 2);
    const moved = weights.map((weight, i) => {
      const mean = m[i] / (1 - 0.9 ** step);
      const square = s[i] / (1 - 0.999 ** step);
      return weight - (rate * mean) / (Math.sqrt(square) + 1e-7);
    });
    return { weights: moved, means: m, squares: s };
  },
  mistakes: [
    {
      name: "no correction",
      answer: (...given) => adamWith(given, { mean: (m) => m, square: (s) => s }),
      says: "The correction is missing. Both means begin at 0 and are too small at first: divide m by 1 − 0.9 to the power of `step`, s by 1 − 0.999 to it.",
    },
    {
      name: "correction without the power",
      answer: (...given) => adamWith(given, { mean: (m) => m / (1 - 0.9), square: (s) => s / (1 - 0.999) }),
      says: "You correct as in the first step, always. The correction fades: the power is `step`, as in `0.9 ** step`.",
    },
    {
      name: "only the mean corrected",
      answer: (...given) => adamWith(given, { square: (s) => s }),
      says: "Only the mean is corrected. The squares begin at 0 too, and remember longer: divide s by `1 - 0.999 ** step`.",
    },
    {
      name: "only the squares corrected",
      answer: (...given) => adamWith(given, { mean: (m) => m }),
      says: "Only the squares are corrected. The mean begins at 0 too: divide m by `1 - 0.9 ** step`.",
    },
    {
      name: "multiplied by the correction",
      answer: (...given) =>
        adamWith(given, {
          mean: (m, step) => m * (1 - 0.9 ** step),
          square: (s, step) => s * (1 - 0.999 ** step),
        }),
      says: "You multiply by the correction, which makes both still smaller. Divide.",
    },
    {
      name: "steps counted from 0",
      answer: (...given) =>
        adamWith(given, {
          mean: (m, step) => m / (1 - 0.9 ** (step + 1)),
          square: (s, step) => s / (1 - 0.999 ** (step + 1)),
        }),
      says: "You add 1 to `step`. It is 1 in the first step already.",
    },
    {
      name: "no root",
      answer: (...given) => adamWith(given, { size: (square) => square + 1e-7 }),
      says: "The root is missing. Slope divided by slope squared is no pure number; divided by the root of the squares it is.",
    },
    {
      name: "epsilon inside the root",
      answer: (...given) => adamWith(given, { size: (square) => Math.sqrt(square + 1e-7) }),
      says: "You add 1e-7 before taking the root. Here it is added after it: `Math.sqrt(square) + 1e-7`. (Some libraries do it your way; for tiny slopes it matters.)",
    },
    {
      name: "no epsilon",
      answer: (...given) => adamWith(given, { size: Math.sqrt }),
      says: "The 1e-7 is missing. A weight whose slopes were all 0 would be 0 / 0, which is not a number.",
    },
    {
      name: "another epsilon",
      answer: (...given) => adamWith(given, { size: (square) => Math.sqrt(square) + 1e-8 }),
      says: "You add 1e-8, as PyTorch does. Here, as in Keras, it is 1e-7.",
    },
    {
      name: "squares forgotten too soon",
      answer: (...given) =>
        adamWith(given, { newSquare: (s, g) => 0.99 * s + 0.01 * g ** 2, square: (s, step) => s / (1 - 0.99 ** step) }),
      says: "Your squares are kept with 0.99. It is 0.999, with three nines.",
    },
    {
      name: "slope not squared",
      answer: (...given) => adamWith(given, { newSquare: (s, g) => 0.999 * s + (1 - 0.999) * g }),
      says: "The second memory takes the slope as it is. It takes its square, so that plus and minus do not cancel.",
    },
    {
      name: "square of the mean",
      answer: (weights, slopes, means, squares, step, rate) => {
        const { means: m } = adamWith([weights, slopes, means, squares, step, rate], {});
        const s = squares.map((old, i) => 0.999 * old + 0.001 * m[i] ** 2);
        const moved = weights.map(
          (w, i) => w - (rate * (m[i] / (1 - 0.9 ** step))) / (Math.sqrt(s[i] / (1 - 0.999 ** step)) + 1e-7),
        );
        return stateOf(moved, m, s);
      },
      says: "You square the mean. The second memory is the mean of the squared slopes: slopes of 4 and −4 have the mean 0, but the usual size 4.",
    },
    {
      name: "memories exchanged",
      answer: (...given) =>
        adamWith(given, {
          newMean: (m, g) => 0.999 * m + (1 - 0.999) * g,
          newSquare: (s, g) => 0.9 * s + (1 - 0.9) * g ** 2,
        }),
      says: "0.9 and 0.999 are exchanged. The mean of the slopes forgets quickly, with 0.9; that of the squares slowly, with 0.999.",
    },
    {
      name: "whole slope added",
      answer: (...given) =>
        adamWith(given, { newMean: (m, g) => 0.9 * m + g, newSquare: (s, g) => 0.999 * s + g ** 2 }),
      says: "You add the whole slope, as momentum does. Here both are means: old × 0.9 + slope × 0.1, and old × 0.999 + square × 0.001.",
    },
    {
      name: "old memories used",
      answer: (weights, slopes, means, squares, step, rate) => ({
        ...adamWith([weights, slopes, means, squares, step, rate], {}),
        weights: adamWith([weights, slopes, means, squares, step, rate], {
          newMean: (m) => m,
          newSquare: (s) => s,
        }).weights,
      }),
      says: "The weights move by the old memories. First renew both with the slope, then step.",
    },
    {
      name: "corrected memories returned",
      answer: (...given) => {
        const { weights, means, squares } = adamWith(given, {});
        const step = given[4];
        return {
          weights,
          means: means.map((m) => m / (1 - 0.9 ** step)),
          squares: squares.map((s) => s / (1 - 0.999 ** step)),
        };
      },
      says: "Your weights are right, but you return the corrected memories. Then the next step would correct them again. Return them as they were before the correction.",
    },
    {
      name: "uphill",
      answer: (...given) => adamWith(given, { sign: 1 }),
      says: "You add the step. It goes against the slope: minus.",
    },
  ],
  check(answer, t) {
    const first = answer([10, 1], [10, 20], [0, 0], [0, 0], 1, 0.5);
    t.equal(
      first,
      stateOf([9.5, 0.5], [1, 2], [0.1, 0.4]),
      "The first step: slope divided by its own size is 1, times 0.5.",
      {
        tolerance: 1e-6,
      },
    );
    t.equal(
      answer([2, 3], [0, 0], [0, 0], [0, 0], 1, 0.5),
      stateOf([2, 3], [0, 0], [0, 0]),
      "A slope that was always 0 moves nothing.",
    );
    t.equal(
      answer([1, 1], [0, -4], [2, 0], [4, 9], 2, 0.25),
      adamWith([[1, 1], [0, -4], [2, 0], [4, 9], 2, 0.25], {}),
      "In step 2 the corrections are 1 − 0.9² = 0.19 and 1 − 0.999² = 0.001999.",
    );
    t.equal(
      answer([1], [1e-7], [0], [0], 1, 0.5),
      adamWith([[1], [1e-7], [0], [0], 1, 0.5], {}),
      "A tiny slope: 1e-7 is added after the root, so here the step is half as long.",
    );
    t.agrees(adamInput, "Renew both memories, correct both, divide by the root + 1e-7.");
  },
});

export const q5 = exercise<(count: number, size: number, seed: number) => number[][]>({
  id: "14.5",
  title: "The batches of an epoch",
  hints: [
    "Two parts: a list of the numbers 0 to count − 1 in random order, and then pieces of `size` from it.",
    "For the order: `const random = randomGenerator(seed);` Let i run from `count - 1` down to 1 and exchange the numbers at i and at `random.integer(0, i)`.",
    "For the pieces: `order.slice(start, start + size)` for start 0, size, 2 × size … while start is below `count`. `slice` stops at the end by itself.",
  ],
  solution: (count, size, seed) => {
    const random = randomGenerator(seed);
    const order = Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const other = random.integer(0, i);
      [order[i], order[other]] = [order[other], order[i]];
    }
    const batches: number[][] = [];
    for (let start = 0; start < count; start += size) {
      batches.push(order.slice(start, start + size));
    }
    return batches;
  },
  mistakes: [
    {
      name: "not shuffled",
      answer: (count, size) => sliced(inOrder(count), size),
      says: "Your batches are right, but always in the same order. Shuffle the list before you cut it.",
    },
    {
      name: "the same shuffle each time",
      answer: (count, size) => sliced(shuffledWith(count, 1), size),
      says: "Your order is the same in every epoch. Give `seed` to `randomGenerator`: another seed, another order.",
    },
    {
      name: "drawn with putting back",
      answer: (count, size, seed) => {
        const random = randomGenerator(seed);
        return sliced(
          inOrder(count).map(() => random.integer(0, count - 1)),
          size,
        );
      },
      says: "You draw each number anew, so some examples come twice and others never. Shuffle the list instead: each example once.",
    },
    {
      name: "last batch lost",
      answer: (count, size, seed) =>
        sliced(shuffledWith(count, seed), size).slice(0, Math.max(1, Math.floor(count / size))),
      says: "The last batch is missing when it is not full. Its examples would be lost in this epoch: let it be smaller. (Some libraries do drop it; here each example is wanted.)",
    },
    {
      name: "last batch filled up",
      answer: (count, size, seed) => {
        const order = shuffledWith(count, seed);
        return sliced(order, size).map((batch) =>
          batch.length < size && count > size ? [...batch, ...order.slice(0, size - batch.length)] : batch,
        );
      },
      says: "You fill the last batch with examples from the beginning; they come twice. Let it be smaller.",
    },
    {
      name: "exchange without holding",
      answer: (count, size, seed) => {
        const random = randomGenerator(seed);
        const order = inOrder(count);
        for (let i = count - 1; i > 0; i--) order[i] = order[random.integer(0, i)];
        return sliced(order, size);
      },
      says: "Some examples come twice and others never: when you write the first of two over, it is gone before you can put it in the other place. Exchange both at once: `[order[i], order[j]] = [order[j], order[i]]`.",
    },
    {
      name: "a new generator for each number",
      answer: (count, size, seed) => {
        const order = inOrder(count);
        for (let i = count - 1; i > 0; i--) {
          const other = randomGenerator(seed).integer(0, i);
          [order[i], order[other]] = [order[other], order[i]];
        }
        return sliced(order, size);
      },
      says: "You make a new generator for each exchange. With the same seed each begins again with the same number, so the order is hardly random. Make one before the loop and ask it again and again.",
    },
    {
      name: "batches shuffled",
      answer: (count, size, seed) => {
        const whole = sliced(inOrder(count), size);
        return shuffledWith(whole.length, seed).map((i) => whole[i]);
      },
      says: "You cut first and shuffle the batches. Then neighbours stay together in every epoch, and sorted digits stay sorted within a batch. Shuffle the examples, then cut.",
    },
    {
      name: "shuffled inside each batch",
      answer: (count, size, seed) =>
        sliced(inOrder(count), size).map((batch) => shuffledWith(batch.length, seed).map((i) => batch[i])),
      says: "You shuffle inside each batch. The batches hold the same examples in every epoch. Shuffle the whole list, then cut.",
    },
    {
      name: "random comparison",
      answer: (count, size, seed) => {
        const random = randomGenerator(seed);
        return sliced(
          inOrder(count).sort(() => random.uniform() - 0.5),
          size,
        );
      },
      says: "Sorting with a random comparison does not shuffle fairly: some orders come twice as often as others, and which ones depends on how `sort` works inside. Exchange i with a random place from 0 to i.",
    },
    {
      name: "never stays",
      answer: (count, size, seed) => sliced(shuffledWith(count, seed, 1), size),
      says: "Your exchange never leaves a number in its place: you draw from 0 to i − 1. A fair shuffle may also leave it: draw from 0 to i.",
    },
    {
      name: "counted from 1",
      answer: (count, size, seed) =>
        sliced(
          shuffledWith(count, seed).map((i) => i + 1),
          size,
        ),
      says: "Your numbers go from 1 to count. Examples are counted from 0, as places in an array.",
    },
    {
      name: "one list",
      answer: (count, _, seed) => shuffledWith(count, seed) as never,
      says: "The order is right. Now cut it into batches of `size`: a list of lists.",
    },
    {
      name: "size as the number of batches",
      answer: (count, size, seed) => sliced(shuffledWith(count, seed), Math.ceil(count / size)),
      says: "You make `size` batches. `size` is how many examples a batch holds.",
    },
    {
      name: "first batch only",
      answer: (count, size, seed) => [shuffledWith(count, seed).slice(0, size)],
      says: "Only the first batch comes out. An epoch is all of them: return after the loop.",
    },
    {
      name: "first example left out",
      answer: (count, size, seed) =>
        sliced(
          shuffledWith(count, seed).filter((i) => i > 0),
          size,
        ),
      says: "Example 0 is missing. Begin with `i = 0`.",
    },
  ],
  check(answer, t) {
    t.equal(answer(1, 3, 5), [[0]], "One example makes one batch.");
    const ten = asBatches(answer(10, 4, 2));
    t.ok(
      ten.map((batch) => batch.length).join() === "4,4,2",
      "Ten examples in batches of 4: three batches, of 4, 4 and 2.",
    );
    t.ok(coverage(ten, 10), "Each of the examples 0 to 9 must be in exactly one batch.");
    for (const [count, size] of [
      [6, 2],
      [7, 3],
      [3, 5],
      [5, 1],
    ]) {
      const batches = asBatches(answer(count, size, 11));
      t.ok(coverage(batches, count), "Each example must be in exactly one batch.");
      t.ok(
        batches.every((batch, i) => batch.length > 0 && batch.length === Math.min(size, count - i * size)),
        "Each batch holds `size` examples; only the last may be smaller.",
      );
    }
    t.equal(
      answer(9, 4, 3),
      answer(9, 4, 3),
      "The same seed must give the same order, so that a training can be repeated.",
    );
    const pairs = Array.from({ length: 60 }, (_, seed) => asBatches(answer(8, 2, seed))[0] ?? []);
    t.ok(
      new Set(pairs.map((pair) => [...pair].sort().join())).size > 8,
      "Any two examples may meet in a batch. In yours the same ones meet again and again.",
    );
    const orders = Array.from({ length: 900 }, (_, seed) =>
      asBatches(answer(3, 3, seed))
        .flat()
        .join(),
    );
    t.ok(new Set(orders).size > 1, "Another seed must give another order.");
    t.ok(new Set(orders).size === 6, "Three examples have six orders. All six must be possible.");
    t.ok(
      [...new Set(orders)].every((order) => orders.filter((other) => other === order).length < 190),
      "Of the six orders of three examples some come much more often than others. In a fair shuffle each comes in about a sixth of the epochs.",
    );
  },
});

const twoBatches = (epoch: number) =>
  toy.batches([
    [1, 4 + 3 * epoch],
    [2, 6 + epoch],
  ]);
const threeBatches = (epoch: number) =>
  toy.batches([
    [0.5, 1],
    [1, epoch],
    [-1, 3],
  ]);
const fixed = <T>(value: T) => mapped(integers(0, 0), () => value);

const loopInput = tuple<Parameters<Loop>>(
  mapped(numbers(-4, 4), toy.start),
  integers(0, 3),
  fixed(threeBatches),
  fixed(toy.learn),
  fixed(toy.optimizer),
);

export const q6 = exercise<Loop>({
  id: "14.6",
  title: "The loop",
  hints: [
    "Two loops: over the epochs, counted from 0, and over the batches that `batchesOf(epoch)` gives. Inside them each of the points 3 to 6 is one call or one assignment.",
    "Before the loops: `let weights = start;` and an empty list of losses. Inside: `const { loss, slopes } = learn(inputs, labels, weights);` with the weights as they are now.",
    "Then `weights = optimizer.step(weights, slopes);` and `losses.push(loss);`. After both loops, return `{ weights, losses }`.",
  ],
  solution: (start, epochs, batchesOf, learn, optimizer) => {
    let weights = start;
    const losses: number[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const { inputs, labels } of batchesOf(epoch)) {
        const { loss, slopes } = learn(inputs, labels, weights);
        weights = optimizer.step(weights, slopes);
        losses.push(loss);
      }
    }
    return { weights, losses };
  },
  mistakes: [
    {
      name: "always the first weights",
      answer: loopWith({ at: (_, start) => start }),
      says: "You ask for the slopes at the first weights again and again. They are wanted where the weights are now: `learn(inputs, labels, weights)`.",
    },
    {
      name: "step forgotten",
      answer: loopWith({ after: (_, now) => now }),
      says: "The weights stay as they were. `optimizer.step` does not change them: it returns new ones, which you must keep: `weights = …`.",
    },
    {
      name: "begins anew in each epoch",
      answer: loopWith({ begin: (_, start) => start }),
      says: "Each epoch begins with the first weights again, so what was learned is lost. Set the weights once, before both loops.",
    },
    {
      name: "one step in an epoch",
      answer: loopWith({ steps: (place, count) => place === count - 1 }),
      says: "You step only after the last batch of an epoch. Each batch is followed by a step: put it into the inner loop.",
    },
    {
      name: "always the same epoch",
      answer: loopWith({ epoch: () => 0 }),
      says: "All your epochs use the batches of the first. Give the number of the epoch to `batchesOf`, so that each is shuffled anew.",
    },
    {
      name: "epochs counted from 1",
      answer: loopWith({ epoch: (epoch) => epoch + 1 }),
      says: "Your epochs begin with number 1. The first is epoch 0.",
    },
    {
      name: "one epoch too many",
      answer: loopWith({ epochs: (epochs) => epochs + 1 }),
      says: "You go through the examples once too often. From epoch 0, `epoch < epochs`, not `<=`.",
    },
    {
      name: "one epoch only",
      answer: loopWith({ epochs: (epochs) => Math.min(1, epochs) }),
      says: "You stop after one epoch. There are `epochs` of them: a loop around the loop, and the return after both.",
    },
    {
      name: "returns after the first batch",
      answer: (start, epochs, batchesOf, learn, optimizer) =>
        epochs === 0
          ? { weights: start, losses: [] }
          : loopWith({})(start, 1, (epoch) => batchesOf(epoch).slice(0, 1), learn, optimizer),
      says: "You stop after the first batch. Return after both loops, not inside them.",
    },
    {
      name: "loss after the step",
      answer: (start, epochs, batchesOf, learn, optimizer) => {
        const right = loopWith({})(start, epochs, batchesOf, learn, optimizer);
        let weights = start;
        const all = Array.from({ length: epochs }, (_, epoch) => batchesOf(epoch)).flat();
        const losses = all.map(({ inputs, labels }) => {
          weights = optimizer.step(weights, learn(inputs, labels, weights).slopes);
          return learn(inputs, labels, weights).loss;
        });
        return { weights: right.weights, losses };
      },
      says: "Your weights are right, but the losses are those after each step: that asks for each batch twice. `learn` gave the loss together with the slopes; keep that one.",
    },
    {
      name: "one loss for each epoch",
      answer: loopWith({ kept: (losses) => losses.slice(-1) }),
      says: "Your weights are right. But you keep one loss for each epoch; keep one for each batch: `push` belongs into the inner loop.",
    },
    {
      name: "mean loss of each epoch",
      answer: loopWith({ kept: (losses) => [losses.reduce((a, b) => a + b, 0) / losses.length] }),
      says: "Your weights are right, but you keep the mean loss of each epoch. Here the loss of each batch is asked for: `push` belongs into the inner loop.",
    },
    {
      name: "losses of the last epoch",
      answer: (start, epochs, batchesOf, learn, optimizer) => {
        const { weights, losses } = loopWith({})(start, epochs, batchesOf, learn, optimizer);
        return { weights, losses: epochs === 0 ? [] : losses.slice(-batchesOf(epochs - 1).length) };
      },
      says: "Your weights are right, but only the losses of the last epoch are there. Make the empty list once, before both loops.",
    },
    {
      name: "returns the first weights",
      answer: (start, epochs, batchesOf, learn, optimizer) => ({
        weights: start,
        losses: loopWith({})(start, epochs, batchesOf, learn, optimizer).losses,
      }),
      says: "Your losses are right, but you return the weights that came in. Return those after the last step.",
    },
    {
      name: "weights and slopes exchanged",
      answer: (start, epochs, batchesOf, learn, optimizer) =>
        loopWith({})(start, epochs, batchesOf, learn, {
          step: (weights, slopes) => optimizer.step(slopes, weights),
        }),
      says: "Weights and slopes are exchanged: `step(weights, slopes)`, weights first.",
    },
  ],
  check(answer, t) {
    const { start, learn, optimizer } = toy;
    t.equal(
      answer(start(0), 1, twoBatches, learn, optimizer),
      { weights: { w: [4] }, losses: [8, 2] },
      "A network of one weight w: it answers w × input. At w = 0 the first batch (input 1, label 4) has the loss 8 and the slope −4; with the rate 0.5, w becomes 2. The second (input 2, label 6) has the loss 2 and the slope −4: w becomes 4.",
    );
    t.equal(
      answer(start(0), 2, twoBatches, learn, optimizer),
      { weights: { w: [1.5] }, losses: [8, 2, 4.5, 8] },
      "The second epoch goes on where the first ended, at w = 4, with other batches.",
    );
    t.equal(
      answer(start(3), 0, twoBatches, learn, optimizer),
      { weights: { w: [3] }, losses: [] },
      "No epoch: the first weights, and no losses.",
    );
    t.agrees(loopInput, "Batch by batch, epoch by epoch: learn, step, keep the loss.");
  },
});
