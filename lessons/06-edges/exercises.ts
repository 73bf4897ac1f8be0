import { type ArrayInput, correlate2d, kernels, randomGenerator, toList, toNdarray, toNested } from "cnn-workbook";
import { choiceOf, dependent, exercise, integers, matrices, tuple } from "cnn-workbook/exercises";
import { kernelError } from "./learnKernel.js";

export { type ArrowOptions, arrowPlot, type Gradient } from "./arrows.js";
export { type DirectionOptions, type Directions, directionHistogram, tallPeaks, tiltOf } from "./directions.js";
export { compareKernels } from "./kernelFigure.js";
export { type DescentOptions, type Example, kernelError, type Learned, learnKernel } from "./learnKernel.js";
export { type EdgeMarks, marksAbove, zeroCrossings } from "./marks.js";
export { page, trueTilt, turn } from "./page.js";
export { centred, type PieceOptions, piece } from "./piece.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9 } from "./predictions.js";
export { softEdge } from "./softEdge.js";

const patches = matrices({ rows: 3, columns: 3, values: integers(0, 9) });

export const q1 = exercise<(patch: number[][]) => number>({
  id: "06.1",
  title: "Sobel's y on one patch",
  hints: [
    "The kernel's upper row is 1 2 1, the lower one −1 −2 −1, and the middle row does not count.",
    "`patch[0]` is the upper row. Weighted, it is `patch[0][0] + 2 * patch[0][1] + patch[0][2]`.",
    "Subtract the same of `patch[2]`.",
  ],
  solution: (patch) => patch[0][0] + 2 * patch[0][1] + patch[0][2] - (patch[2][0] + 2 * patch[2][1] + patch[2][2]),
  mistakes: [
    {
      name: "x instead of y",
      answer: (patch) => one(patch, kernels.sobelX),
      says: "That is Sobel's x: left column minus right column. For y take the upper row minus the lower one.",
    },
    {
      name: "the other sign",
      answer: (patch) => -one(patch, kernels.sobelY),
      says: "The size is right, the sign is not. In this course y is positive where it gets darker downwards: upper row minus lower row. (Many libraries have it your way round.)",
    },
    {
      name: "Prewitt",
      answer: (patch) => one(patch, kernels.horizontalEdges),
      says: "You weigh all three columns alike; that is Prewitt's kernel. Sobel's counts the middle pixel of each row twice: 1 2 1.",
    },
    {
      name: "lower row added",
      answer: (patch) => weigh(patch[0]) + weigh(patch[2]),
      says: "You add the lower row. Its weights are −1 −2 −1, so subtract it: an edge is a difference. (Check the brackets: a minus before the first pixel alone leaves the others positive.)",
    },
    {
      name: "brackets forgotten",
      answer: (patch) => weigh(patch[0]) - patch[2][0] + 2 * patch[2][1] + patch[2][2],
      says: "The minus stands before the first pixel of the lower row only. It belongs to all three: put brackets around the row.",
    },
    {
      name: "middle row counted",
      answer: (patch) => weigh(patch[0]) - weigh(patch[1]),
      says: "You subtract the middle row. Its weights are 0; the ones with −1 −2 −1 belong to the lower row, `patch[2]`.",
    },
    {
      name: "lower middle counted once",
      answer: (patch) => weigh(patch[0]) - (patch[2][0] + patch[2][1] + patch[2][2]),
      says: "Your upper row is weighted 1 2 1, your lower row 1 1 1. Then the weights do not add up to 0, and flat ground gives an answer. Count the middle pixel of the lower row twice too.",
    },
    {
      name: "only the middle column",
      answer: (patch) => patch[0][1] - patch[2][1],
      says: "You use the middle column alone: a plain difference. Sobel adds the columns beside it, which makes it less noisy: 1 2 1.",
    },
    {
      name: "size only",
      answer: (patch) => Math.abs(one(patch, kernels.sobelY)),
      says: "You dropped the sign. It says which side is bright, and the direction of the edge needs it.",
    },
    {
      name: "divided by eight",
      answer: (patch) => one(patch, kernels.sobelY) / 8,
      says: "You divide by the sum of the weights' sizes. Some libraries do; here the kernel is used as it stands.",
    },
    {
      name: "divided by four",
      answer: (patch) => one(patch, kernels.sobelY) / 4,
      says: "You divide by 4, so that a step gives its own height. That is often useful; here the kernel is used as it stands.",
    },
  ],
  check(answer, t) {
    const falling = [
      [9, 4, 7],
      [3, 3, 3],
      [1, 2, 0],
    ];
    t.equal(answer(falling), 19, "Upper row 9 + 2×4 + 7, minus lower row 1 + 2×2 + 0.");
    t.equal(
      answer([
        [1, 2, 3],
        [6, 6, 6],
        [5, 0, 4],
      ]),
      -1,
      "1 + 2×2 + 3 minus 5 + 2×0 + 4: brighter below, so negative.",
    );
    t.agrees([patches], "Upper row minus lower row, the middle pixels twice.");
  },
});

const degrees = (radians: number) => (radians * 180) / Math.PI;

export const q2 = exercise<(x: number, y: number) => number[]>({
  id: "06.2",
  title: "The arrow: how strong, and which way",
  hints: [
    "x and y are the sides of a right angle. How long is the third side?",
    "`Math.sqrt(x * x + y * y)`. For the angle JavaScript has `Math.atan2`, which takes y first.",
    "`Math.atan2(y, x)` is in radians: π of them are 180°. Multiply by 180 and divide by `Math.PI`.",
  ],
  solution: (x, y) => [Math.sqrt(x * x + y * y), (Math.atan2(y, x) * 180) / Math.PI],
  mistakes: [
    {
      name: "radians",
      answer: (x, y) => [Math.hypot(x, y), Math.atan2(y, x)],
      says: "Your angle is in radians, in which half a turn is π. Degrees are asked for: times 180, divided by `Math.PI`.",
    },
    {
      name: "x and y swapped",
      answer: (x, y) => [Math.hypot(x, y), degrees(Math.atan2(x, y))],
      says: "`Math.atan2` takes y first, then x. Yours measures the angle from the downward direction.",
    },
    {
      name: "atan of the quotient",
      answer: (x, y) => [Math.hypot(x, y), degrees(Math.atan(y / x))],
      says: "y / x is the same for (3, 4) and (−3, −4), so `Math.atan` cannot tell an arrow from the opposite one. `Math.atan2(y, x)` looks at both signs.",
    },
    {
      name: "root forgotten",
      answer: (x, y) => [x * x + y * y, degrees(Math.atan2(y, x))],
      says: "That is the square of the length. Take the root: √(x² + y²).",
    },
    {
      name: "hat as a power",
      answer: (x, y) => [Math.sqrt(x ^ (2 + y) ^ 2), degrees(Math.atan2(y, x))],
      says: "`^` is no power in JavaScript: it works on single bits, and `x ^ 2 + y ^ 2` even means `x ^ (2 + y) ^ 2`. Write `x ** 2` or `x * x`.",
    },
    {
      name: "towards the bright side",
      answer: (x, y) => [Math.hypot(x, y), degrees(Math.atan2(-y, -x))],
      says: "Your arrow points the opposite way, to the bright side. Here it has the sides x and y as they come from the kernels, so it points to the dark side.",
    },
    {
      name: "times 180 only",
      answer: (x, y) => [Math.hypot(x, y), Math.atan2(y, x) * 180],
      says: "You multiply the angle by 180 and forget to divide by π. π radians are 180°, so one radian is 180 / `Math.PI` degrees.",
    },
    {
      name: "rounded",
      answer: (x, y) => [Math.round(Math.hypot(x, y)), Math.round(degrees(Math.atan2(y, x)))],
      says: "You round. Return both numbers as they are; half a degree matters when a sheet is to be turned straight.",
    },
    {
      name: "added sizes",
      answer: (x, y) => [Math.abs(x) + Math.abs(y), degrees(Math.atan2(y, x))],
      says: "|x| + |y| is longer than the arrow when it is slanted: 7 for (3, 4), where the arrow has 5. Use Pythagoras: √(x² + y²).",
    },
    {
      name: "square of the sum",
      answer: (x, y) => [Math.abs(x + y), degrees(Math.atan2(y, x))],
      says: "√((x + y)²) is x + y without its sign. Square each of the two first, then add: √(x² + y²).",
    },
    {
      name: "y upwards",
      answer: (x, y) => [Math.hypot(x, y), degrees(Math.atan2(-y, x))],
      says: "You turned y round, as in a mathematics book where y points up. Rows of a picture count downwards, and we keep that: down is +90°.",
    },
    {
      name: "without a sign",
      answer: (x, y) => [Math.hypot(x, y), Math.abs(degrees(Math.atan2(y, x)))],
      says: "You dropped the angle's sign, so up and down look the same. −90° is up, 90° is down.",
    },
    {
      name: "from 0 to 360",
      answer: (x, y) => [Math.hypot(x, y), (degrees(Math.atan2(y, x)) + 360) % 360],
      says: "Your angles run from 0° to 360°. That is a convention too, but here `Math.atan2`'s is asked for: from −180° to 180°.",
    },
    {
      name: "order swapped",
      answer: (x, y) => [degrees(Math.atan2(y, x)), Math.hypot(x, y)],
      says: "Magnitude first, then the angle: yours stand the other way round.",
    },
    {
      name: "wrong factor",
      answer: (x, y) => [Math.hypot(x, y), (Math.atan2(y, x) * Math.PI) / 180],
      says: "The factor is upside down. π radians are 180 degrees, so multiply by 180 and divide by `Math.PI`.",
    },
    {
      name: "along the edge",
      answer: (x, y) => [Math.hypot(x, y), degrees(Math.atan2(x, -y))],
      says: "That is the direction along the edge. The arrow stands across it, a quarter turn away: `Math.atan2(y, x)`.",
    },
  ],
  check(answer, t) {
    t.equal(answer(12, 16), [20, degrees(Math.atan2(16, 12))], "The patch in the text: √(144 + 256) = 20.");
    t.equal(answer(0, 7), [7, 90], "Straight down: 90°.");
    t.equal(answer(-3, -4), [5, degrees(Math.atan2(-4, -3))], "Left and up: an angle between −180° and −90°.");
    t.equal(answer(0, 0), [0, 0], "No change at all: no length; `Math.atan2(0, 0)` is 0.");
    t.agrees([integers(-9, 9), integers(-9, 9)], "√(x² + y²), and `Math.atan2(y, x)` in degrees.");
  },
});

const xyAndThreshold = dependent(tuple(integers(1, 4), integers(1, 5)), ([rows, columns]) =>
  tuple<[number[][], number[][], number]>(
    matrices({ rows, columns }),
    matrices({ rows, columns }),
    choiceOf(1, 3, 5, 7, 10),
  ),
);

export const q3 = exercise<(x: number[][], y: number[][], threshold: number) => number[][]>({
  id: "06.3",
  title: "An edge map: white where the change is strong",
  hints: [
    "What do you know at row r and column c? `x[r][c]` and `y[r][c]`. How strong is the change there?",
    "`const magnitude = Math.sqrt(x[r][c] ** 2 + y[r][c] ** 2)`. Then choose: 255 or 0.",
    "`row.push(magnitude >= threshold ? 255 : 0)`",
  ],
  solution: (x, y, threshold) => {
    const map: number[][] = [];
    for (let r = 0; r < x.length; r++) {
      const row: number[] = [];
      for (let c = 0; c < x[r].length; c++) {
        const magnitude = Math.sqrt(x[r][c] ** 2 + y[r][c] ** 2);
        row.push(magnitude >= threshold ? 255 : 0);
      }
      map.push(row);
    }
    return map;
  },
  mistakes: [
    {
      name: "greater only",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.hypot(a, b) > threshold),
      says: "A magnitude equal to the threshold counts as an edge here: `>=`, not `>`.",
    },
    {
      name: "black on white",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.hypot(a, b) < threshold),
      says: "Your map is the negative: edges should be 255 (white), everything else 0.",
    },
    {
      name: "ones instead of 255",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.hypot(a, b) >= threshold, 1),
      says: "You mark edges with 1. As a picture from 0 to 255 that is black: use 255.",
    },
    {
      name: "true and false",
      answer: (x, y, threshold) => x.map((row, r) => row.map((a, c) => Math.hypot(a, y[r][c]) >= threshold)) as never,
      says: "Your map says true and false. A picture needs numbers: `condition ? 255 : 0`.",
    },
    {
      name: "keeps the magnitude",
      answer: (x, y, threshold) =>
        x.map((row, r) => row.map((a, c) => (Math.hypot(a, y[r][c]) >= threshold ? Math.hypot(a, y[r][c]) : 0))),
      says: "You keep the magnitude where it is strong. An edge map says yes or no: 255 there.",
    },
    {
      name: "x alone",
      answer: (x, y, threshold) => mapOf(x, y, (a) => Math.abs(a) >= threshold),
      says: "You look at x alone, so horizontal edges are missing. The magnitude joins both: √(x² + y²).",
    },
    {
      name: "either one is strong",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.abs(a) >= threshold || Math.abs(b) >= threshold),
      says: "You ask whether x or y alone is strong enough. On a slanted edge each of them may be weak and the arrow still long: √(x² + y²).",
    },
    {
      name: "sum with signs",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => a + b >= threshold),
      says: "x + y cancels when the signs differ, and is negative on half of all edges. Square first: √(x² + y²).",
    },
    {
      name: "sizes added",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.abs(a) + Math.abs(b) >= threshold),
      says: "|x| + |y| is too large on slanted edges, up to 1.4 times. Some programs use it because it is fast; the magnitude is √(x² + y²).",
    },
    {
      name: "root forgotten",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => a * a + b * b >= threshold),
      says: "You compare x² + y² with the threshold. Take the root, or square the threshold too.",
    },
    {
      name: "hat as a power",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.sqrt(a ^ (2 + b) ^ 2) >= threshold),
      says: "`^` is no power in JavaScript: it works on single bits. Write `x[r][c] ** 2`.",
    },
    {
      name: "doubled, not squared",
      answer: (x, y, threshold) => mapOf(x, y, (a, b) => Math.sqrt(a * 2 + b * 2) >= threshold),
      says: "You double x and y where they should be squared: `** 2`, not `* 2`. (A negative sum has no root, and is never white.)",
    },
    {
      name: "whole pictures compared",
      answer: (x, y, threshold) => mapOf(x, y, () => Math.hypot(Number(x), Number(y)) >= threshold),
      says: "Your whole map is black. Perhaps you computed with `x` and `y` themselves, which are whole pictures: the pixel is `x[r][c]`.",
    },
    {
      name: "no threshold",
      answer: (x, y) => x.map((row, r) => row.map((a, c) => Math.hypot(a, y[r][c]))),
      says: "You push the magnitude itself. An edge map says yes or no: compare it with the threshold, and push 255 or 0.",
    },
    {
      name: "rows and columns swapped",
      answer: (x, y, threshold) => {
        const map = mapOf(x, y, (a, b) => Math.hypot(a, b) >= threshold);
        return map[0].map((_, c) => map.map((row) => row[c]));
      },
      says: "Your map lies on its side: rows and columns are swapped. Row r of the map belongs to row r of x.",
    },
    {
      name: "one long row",
      answer: (x, y, threshold) => [mapOf(x, y, (a, b) => Math.hypot(a, b) >= threshold).flat()],
      says: "All pixels are in one row. Start a new `row` for each r, and push it into the map when it is full.",
    },
  ],
  check(answer, t) {
    const x = [
      [3, 0, -3],
      [1, -8, 4],
    ];
    const y = [
      [4, -6, -4],
      [2, 0, 1],
    ];
    const because = "Magnitudes 5, 6, 5 in the first row; √5, 8, √17 in the second. 5 and more is an edge.";
    t.equal(
      answer(x, y, 5),
      [
        [255, 255, 255],
        [0, 255, 0],
      ],
      because,
    );
    t.equal(
      answer(x, y, 7),
      [
        [0, 0, 0],
        [0, 255, 0],
      ],
      "With 7 only the 8 is left.",
    );
    t.agrees(xyAndThreshold, "255 where √(x² + y²) is at least the threshold, else 0.");
  },
});

type Kernel = number[][];
type ErrorOf = (kernel: Kernel) => number;

/** A bowl whose lowest point is at `bottom`, steeper for some weights than for others, and slanted. */
function bowl(bottom: Kernel): ErrorOf {
  return function error(kernel) {
    const off = bottom.flatMap((row, r) => row.map((weight, c) => kernel[r][c] - weight));
    return off.reduce((sum, value, i) => sum + (1 + i / 8) * value * value, off[0] * off[1]);
  };
}

/** A nudge that adds and takes away without rounding. */
const NUDGE = 2 ** -10;

export const q4 = exercise<(error: (kernel: number[][]) => number, kernel: number[][], nudge: number) => number[][]>({
  id: "06.4",
  title: "Nudge each weight: the slopes of the error",
  hints: [
    "For each weight: the error with that weight nudged, minus the error as it is now, divided by the nudge.",
    "Set `kernel[r][c]` to the weight plus the nudge, ask `error(kernel)`, and put the weight back before the next one.",
    "`const before = kernel[r][c]; kernel[r][c] = before + nudge; row.push((error(kernel) - now) / nudge); kernel[r][c] = before;`",
  ],
  solution: (error, kernel, nudge) => {
    const now = error(kernel);
    const slopes: number[][] = [];
    for (let r = 0; r < kernel.length; r++) {
      const row: number[] = [];
      for (let c = 0; c < kernel[r].length; c++) {
        const before = kernel[r][c];
        kernel[r][c] = before + nudge;
        row.push((error(kernel) - now) / nudge);
        kernel[r][c] = before;
      }
      slopes.push(row);
    }
    return slopes;
  },
  mistakes: [
    {
      name: "nudge left in",
      answer: (error, kernel, nudge) => {
        const now = error(kernel);
        return kernel.map((row) =>
          row.map((_, c) => {
            row[c] += nudge;
            return (error(kernel) - now) / nudge;
          }),
        );
      },
      says: "Each nudge stays in, so the second slope contains the first nudge as well, and so on. Put the weight back before you go on to the next. (`[...kernel]` copies the list of rows, not the rows themselves.)",
    },
    {
      name: "nudge left in a copy",
      answer: (error, kernel, nudge) => {
        const now = error(kernel);
        const moved = kernel.map((row) => [...row]);
        return moved.map((row) =>
          row.map((_, c) => {
            row[c] += nudge;
            return (error(moved) - now) / nudge;
          }),
        );
      },
      says: "In your copy each nudge stays in, so the second slope contains the first nudge as well. Put the weight back, or make a new copy for each weight.",
    },
    {
      name: "the other sign",
      answer: (error, kernel, nudge) => slopesBy(error, kernel, nudge, (nudged, now) => (now - nudged) / nudge),
      says: "The sign is turned: a slope is positive where the error rises. Error after the nudge minus error before.",
    },
    {
      name: "not divided",
      answer: (error, kernel, nudge) => slopesBy(error, kernel, nudge, (nudged, now) => nudged - now),
      says: "That is the change of the error, not the slope. Divide by the nudge: change of the error for each 1 of weight.",
    },
    {
      name: "times the nudge",
      answer: (error, kernel, nudge) => slopesBy(error, kernel, nudge, (nudged, now) => (nudged - now) * nudge),
      says: "You multiply by the nudge. Divide by it: slope = change of the error / change of the weight.",
    },
    {
      name: "errors instead of slopes",
      answer: (error, kernel, nudge) => slopesBy(error, kernel, nudge, (nudged) => nudged),
      says: "You return the errors after each nudge. Subtract the error as it was before, and divide by the nudge.",
    },
    {
      name: "error before not subtracted",
      answer: (error, kernel, nudge) => slopesBy(error, kernel, nudge, (nudged) => nudged / nudge),
      says: "You divide the error itself by the nudge. Subtract the error before the nudge first: only the change counts.",
    },
    {
      name: "all weights at once",
      answer: (error, kernel, nudge) => {
        const all = kernel.map((row) => row.map((weight) => weight + nudge));
        const slope = (error(all) - error(kernel)) / nudge;
        return kernel.map((row) => row.map(() => slope));
      },
      says: "You nudge all weights together and get one number for all of them. Nudge one, ask, put it back; then the next.",
    },
    {
      name: "nudged by a factor",
      answer: (error, kernel, nudge) => {
        const now = error(kernel);
        const factor = 1 + nudge;
        return kernel.map((row, r) =>
          row.map((weight, c) => (error(changed(kernel, r, c, weight * factor)) - now) / nudge),
        );
      },
      says: "You multiply the weight by 1 plus the nudge. A weight of 0 then does not move at all, and the others move by different amounts. Add the nudge.",
    },
    {
      name: "replaced by the nudge",
      answer: (error, kernel, nudge) => {
        const now = error(kernel);
        return kernel.map((row, r) => row.map((_, c) => (error(changed(kernel, r, c, nudge)) - now) / nudge));
      },
      says: "You replace the weight by the nudge. Add the nudge to the weight that is there.",
    },
    {
      name: "a nudge of its own",
      answer: (error, kernel) => slopesBy(error, kernel, 0.01, (nudged, now) => (nudged - now) / 0.01),
      says: "You nudge by a number of your own. How far to nudge is given: `nudge`.",
    },
    {
      name: "compared with itself",
      answer: (_, kernel) => kernel.map((row) => row.map(() => 0)),
      says: "All your slopes are 0. Ask for the error before the nudge and keep it; otherwise you compare the nudged kernel with itself.",
    },
    {
      name: "nudged both ways",
      answer: (error, kernel, nudge) => {
        const at = (r: number, c: number, weight: number) => error(changed(kernel, r, c, weight));
        return kernel.map((row, r) =>
          row.map((weight, c) => (at(r, c, weight + nudge) - at(r, c, weight - nudge)) / (2 * nudge)),
        );
      },
      says: "You nudge both ways and divide by twice the nudge. That is more exact, and lesson 13 does it so. Here one nudge upwards is asked for, compared with the error as it is.",
    },
    {
      name: "rows and columns swapped",
      answer: (error, kernel, nudge) => {
        const slopes = slopesBy(error, kernel, nudge, (nudged, now) => (nudged - now) / nudge);
        return slopes[0].map((_, c) => slopes.map((row) => row[c]));
      },
      says: "Your slopes lie on their side. The slope of `kernel[r][c]` belongs in row r and column c.",
    },
    {
      name: "a single list",
      answer: (error, kernel, nudge) =>
        slopesBy(error, kernel, nudge, (nudged, now) => (nudged - now) / nudge).flat() as never,
      says: "All slopes are in one list. Give them the kernel's own rows: `slopes[r][c]` belongs to `kernel[r][c]`.",
    },
  ],
  check(answer, t) {
    const twoRows = [
      [1, 0, 3],
      [-2, 0.5, 1],
    ];
    const bottom = [
      [0, 2, -1],
      [1, 1, 4],
    ];
    const square = function error([[left, right]]: Kernel) {
      return (left - 3) ** 2 + 10 * right;
    };
    const byHand = "Left weight 0.5: the error falls from 9 to 6.25, so −2.75 / 0.5. Right weight: it rises by 5.";
    t.equal(answer(square, [[0, 0]], 0.5), [[-5.5, 10]], byHand);
    t.equal(answer(square, [[4, 1]], 0.25), [[2.25, 10]], "(1.25² − 1²) / 0.25 = 2.25: beyond 3 the error rises.");
    const expected = slopesBy(bowl(bottom), twoRows, NUDGE, (nudged, now) => (nudged - now) / NUDGE);
    t.equal(answer(bowl(bottom), twoRows, NUDGE), expected, "Six weights: nudge one, ask, put it back.");
  },
});

/** A small picture whose pixels are drawn by lot, and what a hidden kernel makes of it. */
function hiddenExample(kernel: Kernel, seed: number) {
  const random = randomGenerator(seed);
  const picture = Array.from({ length: 9 }, () => Array.from({ length: 11 }, () => random.uniform(-1, 1)));
  return { picture, wanted: toNested(correlate2d(picture, kernel, { mode: "valid" })) as number[][] };
}

const HIDDEN: Kernel[] = [
  toNested(kernels.sobelY) as Kernel,
  toNested(kernels.sharpen) as Kernel,
  [
    [0.5, -1, 0],
    [2, 0.25, -0.75],
    [-1.5, 1, 3],
  ],
];

type Learn = (error: (kernel: number[][]) => number, learningRate: number, steps: number, nudge: number) => number[][];

export const q5 = exercise<Learn>({
  id: "06.5",
  title: "Learn a hidden kernel",
  hints: [
    "Begin with three rows of three zeros. In a loop of `steps` rounds: measure nine slopes, then move nine weights.",
    "The slopes come from exercise 06.4. Measure all nine before you move the first: they belong to one place.",
    "A weight moves against its slope: `kernel[r][c] -= learningRate * slopes[r][c]`.",
    "`for (let step = 0; step < steps; step++) { const slopes = slopesOf(error, kernel, nudge); for (…) for (…) kernel[r][c] -= learningRate * slopes[r][c]; } return kernel;` (Your function `slopesOf` must be run first.)",
  ],
  solution: (error, learningRate, steps, nudge) => {
    const kernel = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    for (let step = 0; step < steps; step++) {
      const now = error(kernel);
      const slopes = kernel.map((row) =>
        row.map((before, c) => {
          row[c] = before + nudge;
          const slope = (error(kernel) - now) / nudge;
          row[c] = before;
          return slope;
        }),
      );
      for (let r = 0; r < 3; r++) {
        for (let c = 0; c < 3; c++) {
          kernel[r][c] -= learningRate * slopes[r][c];
        }
      }
    }
    return kernel;
  },
  mistakes: [
    {
      name: "uphill",
      answer: (error, rate, steps, nudge) => descend(error, steps, nudge, (weight, slope) => weight + rate * slope),
      says: "You move along the slopes: uphill, where the error grows. Move against them: weight minus learning rate times slope.",
    },
    {
      name: "one step only",
      answer: (error, rate, _, nudge) => descend(error, 1, nudge, (weight, slope) => weight - rate * slope),
      says: "You take one step and return. Measure and move again, `steps` times; return behind the loop.",
    },
    {
      name: "one step too many",
      answer: (error, rate, steps, nudge) => descend(error, steps + 1, nudge, (weight, slope) => weight - rate * slope),
      says: "You take one step more than `steps`. With 0 steps the kernel must still be nine zeros: `step < steps`.",
    },
    {
      name: "learning rate ignored",
      answer: (error, _, steps, nudge) => descend(error, steps, nudge, (weight, slope) => weight - slope),
      says: "You move by the whole slope, whatever the learning rate. Multiply the slope by `learningRate`.",
    },
    {
      name: "divided by the rate",
      answer: (error, rate, steps, nudge) => descend(error, steps, nudge, (weight, slope) => weight - slope / rate),
      says: "You divide by the learning rate, so that small rates make large steps. Multiply.",
    },
    {
      name: "only the sign",
      answer: (error, rate, steps, nudge) =>
        descend(error, steps, nudge, (weight, slope) => weight - rate * Math.sign(slope)),
      says: "You use the slope's sign only, so every weight takes steps of one size and never settles. Multiply by the slope itself: steps shrink near the bottom.",
    },
    {
      name: "slopes not added up",
      answer: (error, rate, steps, nudge) => descend(error, steps, nudge, (_, slope) => -rate * slope),
      says: "You replace the weight by its step. A step changes the weight that is there: `-=`.",
    },
    {
      name: "slopes measured once",
      answer: (error, rate, steps, nudge) => {
        const zeros = descend(error, 0, nudge, (weight) => weight);
        const slopes = slopesBy(error, zeros, nudge, (nudged, now) => (nudged - now) / nudge);
        return zeros.map((row, r) => row.map((_, c) => -rate * steps * slopes[r][c]));
      },
      says: "You measure the slopes once and go on in the same direction. Each step changes them: measure again in every round.",
    },
    {
      name: "moves before all are measured",
      answer: (error, rate, steps, nudge) =>
        oneByOne(error, steps, nudge, (kernel, r, c, slope) => {
          kernel[r][c] -= rate * slope;
          return error(kernel);
        }),
      says: "You move each weight as soon as its slope is known, so the next slope is measured at another place. It often works, but it is another method. Measure all nine, then move all nine.",
    },
    {
      name: "moves while it measures, against an old error",
      answer: (error, rate, steps, nudge) =>
        oneByOne(error, steps, nudge, (kernel, r, c, slope, now) => {
          kernel[r][c] -= rate * slope;
          return now;
        }),
      says: "You move a weight as soon as its slope is known. From then on `now` is the error of another kernel, and the next slopes are far off. Measure all nine, then move all nine.",
    },
    {
      name: "moves, and leaves the nudge in",
      answer: (error, rate, steps, nudge) =>
        oneByOne(error, steps, nudge, (kernel, r, c, slope, now) => {
          kernel[r][c] += nudge - rate * slope;
          return now;
        }),
      says: "You move a weight while its nudge is still in it, and before the others are measured. Put each weight back; when all nine slopes are known, move all nine.",
    },
    {
      name: "slopes returned",
      answer: (error, rate, steps, nudge) => {
        const last = descend(error, Math.max(0, steps - 1), nudge, (weight, slope) => weight - rate * slope);
        return steps === 0 ? last : slopesBy(error, last, nudge, (nudged, now) => (nudged - now) / nudge);
      },
      says: "You return slopes. They only say how to move; return the kernel that has been moved.",
    },
    {
      name: "one row in three places",
      answer: (error, rate, steps, nudge) => {
        const row = [0, 0, 0];
        const kernel = [row, row, row];
        for (let step = 0; step < steps; step++) {
          const now = error(kernel);
          const slopes = kernel.map((weights) =>
            weights.map((before, c) => {
              weights[c] = before + nudge;
              const slope = (error(kernel) - now) / nudge;
              weights[c] = before;
              return slope;
            }),
          );
          for (let i = 0; i < 9; i++) kernel[Math.floor(i / 3)][i % 3] -= rate * slopes[Math.floor(i / 3)][i % 3];
        }
        return kernel;
      },
      says: "Your three rows are one and the same array: `new Array(3).fill([0, 0, 0])` puts one row in three places, and whatever changes in one changes in all. Write three rows, or make each with `map`.",
    },
    {
      name: "another kernel moves",
      answer: (error, rate, steps, nudge) => {
        const zeros = descend(error, 0, nudge, (weight) => weight);
        for (let step = 0; step < steps; step++) descend(error, 1, nudge, (weight, slope) => weight - rate * slope);
        return zeros;
      },
      says: "You return nine zeros: the kernel that moves is another one than the one you return. Perhaps each round makes a new kernel that is lost.",
    },
    {
      name: "starts anew in each round",
      answer: (error, rate, steps, nudge) =>
        descend(error, Math.min(1, steps), nudge, (weight, slope) => weight - rate * slope),
      says: "Your result is that of a single step. Make the nine zeros before the loop, not in each round, and return behind the loop.",
    },
  ],
  check(answer, t) {
    const bottom = [
      [2, -4, 6],
      [1, 3, -2],
      [-1, 5, 0],
    ];
    const round: ErrorOf = function error(kernel) {
      return bottom.flat().reduce((sum, weight, i) => sum + (kernel.flat()[i] - weight) ** 2, 0);
    };
    t.equal(
      answer(round, 0.1, 0, NUDGE),
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      "No step: still nine zeros.",
    );
    const first = bottom.map((row) => row.map((weight) => 0.2 * weight));
    const because = "At zero each slope is −2 times the hidden weight; one step of 0.1 goes a fifth of the way.";
    t.equal(answer(round, 0.1, 1, NUDGE), first, because, { tolerance: 0.002 });
    const third = bottom.map((row) => row.map((weight) => (1 - 0.8 ** 3) * weight));
    t.equal(answer(round, 0.1, 3, NUDGE), third, "Each step goes a fifth of what is left.", { tolerance: 0.002 });
    const slanted = kernelError(hiddenExample(HIDDEN[2], 4));
    const two = descend(slanted, 2, NUDGE, (weight, slope) => weight - 0.5 * slope);
    t.equal(answer(slanted, 0.5, 2, NUDGE), two, "All nine slopes are measured before any weight moves.", {
      tolerance: 0.003,
    });
    for (const [i, hidden] of HIDDEN.entries()) {
      const learned = answer(kernelError(hiddenExample(hidden, 10 + i)), 0.5, 60, NUDGE);
      t.equal(learned, hidden, "After 60 steps of 0.5 the hidden kernel must have emerged.", { tolerance: 0.01 });
    }
  },
});

/** The one output of a 3×3 kernel on a patch; NaN where the patch is none. */
function one(patch: number[][], kernel: ArrayInput): number {
  try {
    return toList(correlate2d(toNdarray(patch, "patch", { rank: 2 }), kernel, { mode: "valid" }))[0];
  } catch {
    return Number.NaN;
  }
}

function weigh(row: number[]): number {
  return row[0] + 2 * row[1] + row[2];
}

function mapOf(x: number[][], y: number[][], isEdge: (x: number, y: number) => boolean, white = 255): number[][] {
  return x.map((row, r) => row.map((value, c) => (isEdge(value, y[r][c]) ? white : 0)));
}

/** A copy of the kernel with one weight changed. */
function changed(kernel: Kernel, row: number, column: number, weight: number): Kernel {
  return kernel.map((weights, r) => weights.map((value, c) => (r === row && c === column ? weight : value)));
}

function slopesBy(
  error: ErrorOf,
  kernel: Kernel,
  nudge: number,
  slope: (nudged: number, now: number) => number,
): Kernel {
  const now = error(kernel);
  return kernel.map((row, r) => row.map((weight, c) => slope(error(changed(kernel, r, c, weight + nudge)), now)));
}

/** Steps from nine zeros, all weights together. */
function descend(
  error: ErrorOf,
  steps: number,
  nudge: number,
  move: (weight: number, slope: number) => number,
): Kernel {
  let kernel: Kernel = [0, 1, 2].map(() => [0, 0, 0]);
  for (let step = 0; step < steps; step++) {
    const slopes = slopesBy(error, kernel, nudge, (nudged, now) => (nudged - now) / nudge);
    kernel = kernel.map((row, r) => row.map((weight, c) => move(weight, slopes[r][c])));
  }
  return kernel;
}

/** Steps from nine zeros, one weight after the other; `move` changes the weight and says which error is `now`. */
function oneByOne(
  error: ErrorOf,
  steps: number,
  nudge: number,
  move: (kernel: Kernel, row: number, column: number, slope: number, now: number) => number,
): Kernel {
  const kernel: Kernel = [0, 1, 2].map(() => [0, 0, 0]);
  for (let step = 0; step < steps; step++) {
    let now = error(kernel);
    for (let i = 0; i < 9; i++) {
      const [r, c] = [Math.floor(i / 3), i % 3];
      const slope = (error(changed(kernel, r, c, kernel[r][c] + nudge)) - now) / nudge;
      now = move(kernel, r, c, slope, now);
    }
  }
  return kernel;
}
