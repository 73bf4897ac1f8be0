import { correlate2d, matchTemplate, peakLocalMax, randomGenerator, toNested } from "cnn-workbook";
import { choiceOf, dependent, exercise, integers, mapped, matrices, nestedArrays, tuple } from "cnn-workbook/exercises";
import { cutOut, form, truth } from "./form.js";
import { hiddenForms } from "./hiddenForms.js";
import { judge } from "./judge.js";
import { centred, dot, likeness, meanOf } from "./likeness.js";
import { firstFours, searchFours } from "./searchFours.js";

export {
  averageOf,
  cutOut,
  type Found,
  findLike,
  form,
  type Place,
  type Size,
  scoreAt,
  TEMPLATE,
  truth,
} from "./form.js";
export { bestThreshold, judge, judgeAtPrice, sortOut, standsAt, type Verdict } from "./judge.js";
export { markForm, markPlace, stretched } from "./markForm.js";
export { scaledScore, scaledTemplate, turnedScore, turnedTemplate } from "./pose.js";
export { p1, p2, p3, p4, p5, p6, p7, p8 } from "./predictions.js";
export { type FilledForm, trial } from "./trial.js";

type Patch = number[][];

const twoPatches = dependent(matrices({ rows: [1, 3], columns: [2, 4], values: integers(0, 9) }), (patch) =>
  tuple<[Patch, Patch]>(choiceOf(patch), nestedArrays([patch.length, patch[0].length], integers(0, 9)) as never),
);

type AtPixel = (pixel: number, weight: number, windowMean: number, templateMean: number) => number;

/** An answer to 07.1 that adds this over all pixels. */
const addingUp =
  (term: AtPixel) =>
  (window: Patch, template: Patch): number => {
    const [a, b] = [window.flat(), template.flat()];
    return a.reduce((sum, pixel, i) => sum + term(pixel, b[i], meanOf(a), meanOf(b)), 0);
  };

/** What 07.2 is made of: the sum of products and both lengths, without the means. */
function parts(window: Patch, template: Patch): { products: number; ofWindow: number; ofTemplate: number } {
  const [a, b] = [centred(window.flat()), centred(template.flat())];
  return { products: dot(a, b), ofWindow: Math.sqrt(dot(a, a)), ofTemplate: Math.sqrt(dot(b, b)) };
}

/** A quotient, 0 where the divisor is 0. */
const share = (products: number, divisor: number) => (divisor > 0 ? products / divisor : 0);

export const q1 = exercise<(window: Patch, template: Patch) => number>({
  id: "07.1",
  title: "Compare two patches without their means",
  hints: [
    "At row `r` and column `c`: by how much is the window's pixel above the window's mean? And the template's above its own?",
    "Multiply these two differences.",
    "`(window[r][c] - windowMean) * (template[r][c] - templateMean)`",
  ],
  solution: (window, template) => {
    const mean = (rows: number[][]) => rows.flat().reduce((sum, value) => sum + value, 0) / rows.flat().length;
    const windowMean = mean(window);
    const templateMean = mean(template);
    let sum = 0;
    for (let r = 0; r < window.length; r++) {
      for (let c = 0; c < window[0].length; c++) {
        sum += (window[r][c] - windowMean) * (template[r][c] - templateMean);
      }
    }
    return sum;
  },
  mistakes: [
    {
      name: "means not subtracted",
      answer: addingUp((pixel, weight) => pixel * weight),
      says: "That is the plain sum of products, which a bright flat window wins. Subtract the mean of each patch first.",
    },
    {
      name: "the other one's mean",
      answer: addingUp((pixel, weight, windowMean, templateMean) => (pixel - templateMean) * (weight - windowMean)),
      says: "You subtract the mean of the other patch. A pixel is compared with the mean of its own patch.",
    },
    {
      name: "means added",
      answer: addingUp((pixel, weight, windowMean, templateMean) => (pixel + windowMean) * (weight + templateMean)),
      says: "You add the means, which makes bright patches count even more. Subtract them.",
    },
    {
      name: "brackets missing",
      answer: addingUp((pixel, weight, windowMean, templateMean) => pixel - windowMean * weight - templateMean),
      says: "Without brackets the multiplication comes before the minus. Put each difference in brackets: `(pixel - mean) * (pixel - mean)`.",
    },
    {
      name: "difference of products",
      answer: (window, template) =>
        dot(window.flat(), template.flat()) - meanOf(window.flat()) * meanOf(template.flat()),
      says: "You subtract the product of the means once from the whole sum. It has to go at every pixel: subtract each mean before you multiply.",
    },
    {
      name: "divided by the number of pixels",
      answer: (window, template) => dot(centred(window.flat()), centred(template.flat())) / window.flat().length,
      says: "You divide by the number of pixels. That gives a mean product (a covariance). Here the plain sum is asked for.",
    },
    {
      name: "each row by itself",
      answer: (window, template) => window.reduce((sum, row, r) => sum + dot(centred(row), centred(template[r])), 0),
      says: "You take a mean for each row. A patch has one mean, over all of its pixels.",
    },
    {
      name: "only the last product",
      answer: (window, template) => (centred(window.flat()).at(-1) ?? 0) * (centred(template.flat()).at(-1) ?? 0),
      says: "Only the last product is left: each one replaces the one before. Add them up, with `+=`.",
    },
    {
      name: "differences added",
      answer: addingUp((pixel, weight, windowMean, templateMean) => pixel - windowMean + (weight - templateMean)),
      says: "Differences from a mean cancel: added up they always give zero. Multiply the two differences at each pixel first. The product is positive where both are above, or both below, their means.",
    },
    {
      name: "squared distance",
      answer: addingUp((pixel, weight, windowMean, templateMean) => (pixel - windowMean - weight + templateMean) ** 2),
      says: "You add squared differences between the patches: that measures how far apart they are, small when alike. Here products are asked for, large when alike.",
    },
    {
      name: "without signs",
      answer: addingUp((pixel, weight, windowMean, templateMean) =>
        Math.abs((pixel - windowMean) * (weight - templateMean)),
      ),
      says: "You drop the sign of the products. A pixel that is bright in one and dark in the other speaks against likeness: its product must be negative.",
    },
  ],
  check(answer, t) {
    t.equal(answer([[0, 9, 9]], [[1, 6, 2]]), 18, "Window D, worked out above: −6×−2 + 3×3 + 3×−1.");
    t.equal(
      answer(
        [
          [1, 2, 9],
          [4, 8, 0],
        ],
        [
          [5, 1, 7],
          [3, 9, 5],
        ],
      ),
      34,
      "The means are 4 and 5: −3×0, −2×−4, 5×2, 0×−2, 4×4 and −4×0, added: 0 + 8 + 10 + 0 + 16 + 0.",
    );
    t.equal(
      answer(
        [
          [7, 7],
          [7, 7],
          [7, 7],
        ],
        [
          [1, 5],
          [2, 0],
          [9, 4],
        ],
      ),
      0,
      "A flat window has nothing in common with anything.",
    );
    t.agrees(
      twoPatches,
      "At each pixel: the difference from the window's mean times the difference from the template's mean.",
    );
  },
});

export const q2 = exercise<(window: Patch, template: Patch) => number>({
  id: "07.2",
  title: "Normalised cross-correlation of two patches",
  hints: [
    "Three sums over all pixels: the products of both differences, the squares of the window's, the squares of the template's.",
    "A length is the square root of a sum of squares. Divide the products by both lengths.",
    "If one length is 0, the patch is flat: return 0 before you divide.",
    "`const lengths = Math.sqrt(windowSquares * templateSquares); return lengths > 0 ? products / lengths : 0;`",
  ],
  solution: (window, template) => {
    const centre = (rows: number[][]) => {
      const pixels = rows.flat();
      const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
      return pixels.map((value) => value - mean);
    };
    const w = centre(window);
    const t = centre(template);
    let products = 0;
    let windowSquares = 0;
    let templateSquares = 0;
    for (let i = 0; i < w.length; i++) {
      products += w[i] * t[i];
      windowSquares += w[i] * w[i];
      templateSquares += t[i] * t[i];
    }
    const lengths = Math.sqrt(windowSquares * templateSquares);
    return lengths > 0 ? products / lengths : 0;
  },
  mistakes: [
    {
      name: "not divided",
      answer: (window, template) => parts(window, template).products,
      says: "The sum of products is right, but a window with twice the contrast gets twice the score. Divide by both lengths.",
    },
    {
      name: "flat gives NaN",
      answer: (window, template) => {
        const { products, ofWindow, ofTemplate } = parts(window, template);
        return products / (ofWindow * ofTemplate);
      },
      says: "A flat patch has length 0, and 0 / 0 is NaN. By convention a flat patch scores 0: there is no pattern in it. Ask for that before you divide.",
    },
    {
      name: "only a flat window gives 0",
      answer: (window, template) => {
        const { products, ofWindow, ofTemplate } = parts(window, template);
        return ofWindow > 0 ? products / (ofWindow * ofTemplate) : 0;
      },
      says: "You ask whether the window is flat, but the template may be flat too, and then 0 / 0 is NaN. Return 0 if either length is 0.",
    },
    {
      name: "brackets missing",
      answer: (window, template) => {
        const { products, ofWindow, ofTemplate } = parts(window, template);
        return share(products, ofWindow) * ofTemplate;
      },
      says: "`a / b * c` divides by b and then multiplies by c. Put both lengths in brackets: `products / (windowLength * templateLength)`.",
    },
    {
      name: "no square root",
      answer: (window, template) => {
        const { products, ofWindow, ofTemplate } = parts(window, template);
        return share(products, ofWindow ** 2 * ofTemplate ** 2);
      },
      says: "You divide by the sums of squares. A length is the square root of such a sum (Pythagoras); without the root a patch compared with itself does not give 1.",
    },
    {
      name: "only the template's length",
      answer: (window, template) => {
        const { products, ofTemplate } = parts(window, template);
        return share(products, ofTemplate);
      },
      says: "You divide by the template's length only, so a window with twice the contrast still scores twice as much. Divide by the window's length too.",
    },
    {
      name: "divided by the template's length twice",
      answer: (window, template) => {
        const { products, ofTemplate } = parts(window, template);
        return share(products, ofTemplate ** 2);
      },
      says: "You divide by the template's squares only, so a window with twice the contrast still scores twice as much. Divide by the template's length and by the window's.",
    },
    {
      name: "standard deviations",
      answer: (window, template) => likeness(window.flat(), template.flat()) * window.flat().length,
      says: "You divide by two standard deviations: square roots of mean squares. A length is the square root of the sum of the squares, without dividing by the number of pixels.",
    },
    {
      name: "means left in",
      answer: (window, template) => {
        const [a, b] = [window.flat(), template.flat()];
        return share(dot(a, b), Math.sqrt(dot(a, a) * dot(b, b)));
      },
      says: "You divide by the lengths but have not subtracted the means. Then all bright patches look alike: a flat one scores near 1. (Without the means it is called cosine similarity.)",
    },
    {
      name: "lengths of the raw patches",
      answer: (window, template) => {
        const [a, b] = [window.flat(), template.flat()];
        return share(parts(window, template).products, Math.sqrt(dot(a, a) * dot(b, b)));
      },
      says: "The products are without means, but your lengths are those of the patches with their means. Take the lengths of the same differences, so that brightness has no effect.",
    },
    {
      name: "divided by the number of pixels",
      answer: (window, template) => parts(window, template).products / window.flat().length,
      says: "You divide by the number of pixels. That does not undo contrast. Divide by the two lengths.",
    },
    {
      name: "lengths added",
      answer: (window, template) => {
        const { products, ofWindow, ofTemplate } = parts(window, template);
        return share(products, ofWindow + ofTemplate);
      },
      says: "You divide by the sum of the lengths. Each length undoes one factor, so divide by their product.",
    },
    {
      name: "flat gives 1",
      answer: (window, template) => {
        const { ofWindow, ofTemplate } = parts(window, template);
        return ofWindow * ofTemplate > 0 ? likeness(window.flat(), template.flat()) : 1;
      },
      says: "You give a flat patch the score 1, as if it were the pattern itself. There is no pattern in it: it scores 0.",
    },
    {
      name: "without sign",
      answer: (window, template) => Math.abs(likeness(window.flat(), template.flat())),
      says: "You drop the sign. The negative of the template, dark where it is bright, must score −1, not 1.",
    },
    {
      name: "squared",
      answer: (window, template) => likeness(window.flat(), template.flat()) ** 2,
      says: "That is the square of the score: its sign is lost, and 0.5 becomes 0.25. Divide by the lengths, not by their squares, and leave the sum of products as it is.",
    },
  ],
  check(answer, t) {
    const template = [[1, 6, 2]];
    t.equal(answer([[4, 14, 6]], template), 1, "Twice the contrast and 2 brighter: the same pattern.");
    t.equal(answer([[6, 1, 5]], template), -1, "The negative of the pattern.");
    t.equal(answer([[0, 9, 9]], template), 18 / Math.sqrt(54 * 14), "18 divided by √54 and √14.");
    t.equal(answer([[9, 9, 9]], template), 0, "A flat window has no pattern: 0 by convention.");
    t.equal(
      answer(
        [
          [1, 7],
          [3, 5],
          [0, 2],
        ],
        [
          [4, 4],
          [4, 4],
          [4, 4],
        ],
      ),
      0,
      "A flat template: 0 too.",
    );
    t.agrees(twoPatches, "The sum of products without the means, divided by both lengths.");
  },
});

/** A picture of random greys and a part of it, some of them brighter and stronger than in the picture. */
const imageAndPart = mapped(integers(1, 1_000_000), (seed): [Patch, Patch] => {
  const random = randomGenerator(seed);
  const [rows, columns] = [random.integer(4, 6), random.integer(7, 9)];
  const [height, width] = [random.integer(2, 3), random.integer(3, 4)];
  const image = Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.integer(0, 99)));
  const [top, left] = [random.integer(0, rows - height), random.integer(0, columns - width)];
  const [times, plus] = [random.integer(1, 2), random.integer(0, 20)];
  const part = image
    .slice(top, top + height)
    .map((row) => row.slice(left, left + width).map((pixel) => times * pixel + plus));
  return [image, part];
});

export const q3 = exercise<(image: Patch, template: Patch) => number[]>({
  id: "07.3",
  title: "Where is the template? The best place",
  hints: [
    "`matchTemplate(image, template)` has a score for every window. `toNested` turns it into plain rows.",
    "Go through all rows and columns, and keep the place with the largest score so far, as in exercise 00.3.",
    "`if (scores[row][column] > scores[best[0]][best[1]]) best = [row, column];`",
  ],
  solution: (image, template) => {
    const scores = toNested(matchTemplate(image, template)) as number[][];
    let best = [0, 0];
    for (let row = 0; row < scores.length; row++) {
      for (let column = 0; column < scores[0].length; column++) {
        if (scores[row][column] > scores[best[0]][best[1]]) best = [row, column];
      }
    }
    return best;
  },
  mistakes: [
    {
      name: "column first",
      answer: (image, template) => [...largestAt(scoresOf(image, template))].reverse(),
      says: "You return the column first. Arrays are [row, column]: first how far down, then how far to the right.",
    },
    {
      name: "plain correlation",
      answer: (image, template) => largestAt(sumsOf(image, template)),
      says: "That is the place with the largest plain sum of products: the brightest one, not the most alike. Use the normalised score.",
    },
    {
      name: "the centre",
      answer: (image, template) => {
        const [row, column] = largestAt(scoresOf(image, template));
        return [row + Math.floor(template.length / 2), column + Math.floor((template[0]?.length ?? 0) / 2)];
      },
      says: "You return the middle of the window. Here the place of its top left pixel is asked for, as the formula counts (j1, j2).",
    },
    {
      name: "the least alike",
      answer: (image, template) => largestAt(scoresOf(image, template).map((row) => row.map((score) => -score))),
      says: "You found the smallest score: the window that is most like the negative. Look for the largest.",
    },
    {
      name: "the score itself",
      answer: (image, template) => {
        const [row, column] = largestAt(scoresOf(image, template));
        return [scoresOf(image, template)[row]?.[column] ?? 0];
      },
      says: "You return the score. Return its place, [row, column].",
    },
    {
      name: "one number for the place",
      answer: (image, template) => {
        const scores = scoresOf(image, template);
        const [row, column] = largestAt(scores);
        return [row * (scores[0]?.length ?? 0) + column];
      },
      says: "You count the places in one go, row after row. Return two numbers: the row and the column.",
    },
    {
      name: "counted from 1",
      answer: (image, template) => largestAt(scoresOf(image, template)).map((place) => place + 1),
      says: "You count rows and columns from 1. They start at 0.",
    },
    {
      name: "only the first row",
      answer: (image, template) => largestAt(scoresOf(image, template).slice(0, 1)),
      says: "You search the first row of scores only. Let a second loop go through all rows.",
    },
    {
      name: "the last row and column left out",
      answer: (image, template) =>
        largestAt(
          scoresOf(image, template)
            .slice(0, -1)
            .map((row) => row.slice(0, -1)),
        ),
      says: "You stop one row and one column early. The last window is the one that touches the lower right corner; it counts too.",
    },
    {
      name: "starts from a score of 0",
      answer: (image, template) => {
        const scores = scoresOf(image, template);
        return scores.flat().some((score) => score > 0) ? largestAt(scores) : [];
      },
      says: "You start from a best score of 0. On flat paper no score is larger than 0, so you find no place. Start from the first window, or from `-Infinity`.",
    },
    {
      name: "the last that beats the first",
      answer: (image, template) => {
        const scores = scoresOf(image, template);
        const above = scores.flatMap((line, row) =>
          line.flatMap((score, column) => (score > scores[0][0] ? [[row, column]] : [])),
        );
        return above.at(-1) ?? [0, 0];
      },
      says: "You compare every score with the first one. When you find a better place, remember it, and compare with its score from then on.",
    },
    {
      name: "all peaks",
      answer: (image, template) =>
        fits(image, template)
          ? (peakLocalMax(matchTemplate(image, template), { excludeBorder: false }) as unknown as number[])
          : [],
      says: "You return a list of places. Return the best of them only, [row, column]: `[0]` of what `peakLocalMax` gives, unless there is no peak at all.",
    },
    {
      name: "smallest difference",
      answer: (image, template) =>
        largestAt(
          scoresOf(image, template).map((line, row) =>
            line.map(
              (_, column) =>
                -template
                  .flatMap((weights, y) => weights.map((weight, x) => Math.abs(weight - image[row + y][column + x])))
                  .reduce((sum, difference) => sum + difference, 0),
            ),
          ),
        ),
      says: "That is the place where the grey values differ least. A brighter copy of the pattern differs much, and is the same pattern. Use the normalised score.",
    },
    {
      name: "the last of equals",
      answer: (image, template) => {
        const scores = scoresOf(image, template);
        let best = [0, 0];
        scores.forEach((line, row) => {
          line.forEach((score, column) => {
            if (score >= scores[best[0]][best[1]]) best = [row, column];
          });
        });
        return best;
      },
      says: "Of equal scores you keep the last. Take the first: replace it only by a larger one, `>`, not `>=`.",
    },
  ],
  check(answer, t) {
    const image = [
      [9, 9, 9, 0, 1],
      [9, 9, 9, 1, 3],
      [0, 1, 0, 2, 0],
    ];
    t.equal(
      answer(image, [
        [1, 3],
        [2, 0],
      ]),
      [1, 3],
      "The pattern 1 3 over 2 0 stands in the lower right corner.",
    );
    t.equal(
      answer(image, [
        [15, 19],
        [17, 13],
      ]),
      [1, 3],
      "The same pattern, twice as strong and 13 brighter.",
    );
    t.equal(
      answer(
        [
          [5, 5, 5],
          [5, 5, 5],
        ],
        [[1, 2]],
      ),
      [0, 0],
      "On flat paper all scores are 0; the first place is asked for.",
    );
    t.agrees(imageAndPart, "The top left pixel of the window with the largest normalised score.");
  },
});

const responseAndLimits = tuple<[Patch, number, number]>(
  matrices({ rows: [1, 5], columns: [2, 7], values: integers(-9, 9) }),
  integers(-3, 6),
  integers(1, 3),
);

export const q4 = exercise<(response: Patch, threshold: number, distance: number) => number[][]>({
  id: "07.4",
  title: "Peaks above a threshold",
  hints: [
    "The rows from `row - distance` to `row + distance`, and of each the columns from `column - distance` to `column + distance`.",
    "`response.slice(from, to)` takes rows from `from` up to but not including `to`. A negative `from` counts from the end, so use `Math.max(0, row - distance)`. A `to` beyond the end does no harm.",
    "`response.slice(Math.max(0, row - distance), row + distance + 1).flatMap((line) => line.slice(…))`",
  ],
  solution: (response, threshold, distance) => {
    const peaks: number[][] = [];
    for (let row = 0; row < response.length; row++) {
      for (let column = 0; column < response[0].length; column++) {
        const near = response
          .slice(Math.max(0, row - distance), row + distance + 1)
          .flatMap((line) => line.slice(Math.max(0, column - distance), column + distance + 1));
        const score = response[row][column];
        if (score > threshold && score === Math.max(...near)) peaks.push([row, column]);
      }
    }
    return peaks;
  },
  mistakes: [
    {
      name: "negative start",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) =>
          response
            .slice(row - distance, row + distance + 1)
            .flatMap((line) => line.slice(column - distance, column + distance + 1)),
        ),
      says: "Near the border `row - distance` or `column - distance` is negative, and `slice` then counts from the end. Start at 0 there: `Math.max(0, …)`.",
    },
    {
      name: "one row and column short",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) => around(response, row, column, distance, distance - 1)),
      says: "`slice` stops before its second number, so your neighbourhood ends one early, below and to the right. Add 1: `row + distance + 1`.",
    },
    {
      name: "all above the threshold",
      answer: (response, threshold) => peaksBy(response, threshold, () => []),
      says: "You take every place above the threshold. Around each match there are several. Keep a place only if no score near it is larger.",
    },
    {
      name: "threshold ignored",
      answer: (response, _threshold, distance) =>
        peaksBy(response, -Infinity, (row, column) => around(response, row, column, distance, distance)),
      says: "You return every local maximum, also low ones. The score must be above the threshold too.",
    },
    {
      name: "zeros beyond the border",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) => {
          const near = around(response, row, column, distance, distance);
          return near.length < (2 * distance + 1) ** 2 ? [...near, 0] : near;
        }),
      says: "You count places beyond the border as 0. A score below 0 at the border then seems to have a larger neighbour. Take only what is in the array.",
    },
    {
      name: "without the score itself",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) => {
          const near = around(response, row, column, distance, distance);
          near.splice(near.indexOf(response[row][column]), 1);
          return near.includes(response[row][column]) ? near : [Infinity];
        }),
      says: "The score itself is not in your list, so it can't be the largest of it. Leave it in.",
    },
    {
      name: "only below and to the right",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) => around(response, row, column, 0, distance)),
      says: "You look below and to the right only. Begin `distance` rows above and `distance` columns to the left.",
    },
    {
      name: "a circle",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) =>
          response.flatMap((line, y) => line.filter((_, x) => Math.hypot(y - row, x - column) <= distance)),
        ),
      says: "You leave out the corners of the square. Rows and columns count each by itself: a place one row down and one column to the right is at distance 1.",
    },
    {
      name: "distance always 1",
      answer: (response, threshold) =>
        peaksBy(response, threshold, (row, column) => around(response, row, column, 1, 1)),
      says: "You look at the nearest neighbours only. Look `distance` rows and columns far.",
    },
    {
      name: "only along the row",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) =>
          response[row].slice(Math.max(0, column - distance), column + distance + 1),
        ),
      says: "You look to the left and right only. A larger score may stand above or below: take the rows near it too.",
    },
    {
      name: "only along the column",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) =>
          response.slice(Math.max(0, row - distance), row + distance + 1).map((line) => line[column]),
        ),
      says: "You look up and down only. A larger score may stand to the left or right: take the columns near it too.",
    },
    {
      name: "whole rows",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row) => response.slice(Math.max(0, row - distance), row + distance + 1).flat()),
      says: "You compare with whole rows, so each row keeps at most one peak. Cut the columns near it out of each row, with a second `slice`.",
    },
    {
      name: "the whole response",
      answer: (response, threshold) => peaksBy(response, threshold, () => response.flat()),
      says: "You compare with the whole response, so only the highest peak is left. Compare with the scores near it.",
    },
    {
      name: "column first",
      answer: (response, threshold, distance) =>
        peaksBy(response, threshold, (row, column) => around(response, row, column, distance, distance)).map(
          ([row, column]) => [column, row],
        ),
      says: "You return the column first. Places are [row, column].",
    },
  ],
  check(answer, t) {
    const response = [
      [1, 2, 1, 0, 7],
      [2, 9, 8, 0, 1],
      [5, 1, 0, 3, 4],
    ];
    t.equal(
      answer(response, 3, 1),
      [
        [0, 4],
        [1, 1],
        [2, 4],
      ],
      "7, 9 and 4 are the largest among their neighbours and above 3; 8 and 5 stand next to the 9.",
    );
    t.equal(
      answer(response, 3, 2),
      [[1, 1]],
      "Within two rows and columns the 4 has a 7, and the 7 has an 8. Only the 9 is left.",
    );
    t.equal(answer(response, 7, 1), [[1, 1]], "Above 7: a score of exactly 7 does not count.");
    t.equal(
      answer(
        [
          [2, 0],
          [1, 6],
          [8, 3],
        ],
        9,
        1,
      ),
      [],
      "Nothing is above 9.",
    );
    t.equal(
      answer(
        [
          [-4, -2, -6],
          [-9, -8, -3],
        ],
        -7,
        1,
      ),
      [[0, 1]],
      "−2 is the largest here and above −7. There is nothing beyond the border, not even a 0.",
    );
    t.agrees(
      responseAndLimits,
      "A peak is above the threshold, and nothing within `distance` rows and columns is larger.",
    );
  },
});

const PEOPLE = [0, 1, 2, 3];
const FLAT = Array.from({ length: 34 }, () => new Array<number>(46).fill(200));
const NEARBY = 4;

export const q5 = exercise<(image: Patch) => number[][]>({
  id: "07.5",
  title: "Find every 4 of four people, on forms that you have not seen",
  hints: [
    "Cut out templates: `truth.filter((digit) => digit.label === 4 && digit.writer < 4)` are all fours of A to D. One of each person is enough, for instance the first.",
    "Match every template: `templates.map((template) => matchTemplate(image, template))`. Then take, at each place, the largest of the scores. All have the same shape, so `data[i]` of each belongs to the same place.",
    "`peakLocalMax(best, { minDistance: 8, threshold: 0.75, excludeBorder: false })` gives windows by their top left pixel. The centre is 12 rows down and 10 columns to the right.",
    "If you have too many false finds, raise the threshold. If you miss some, lower it, or add a template.",
  ],
  solution: (image) => {
    const fours = truth.filter((digit) => digit.label === 4 && digit.writer < 4);
    const firsts = fours.filter((four, i) => i === 0 || fours[i - 1].writer !== four.writer);
    const [best, ...others] = firsts.map((four) => matchTemplate(image, cutOut(form, four)));
    for (const response of others) {
      for (let i = 0; i < best.data.length; i++) best.data[i] = Math.max(best.data[i], response.data[i]);
    }
    const peaks = peakLocalMax(best, { minDistance: 8, threshold: 0.74, excludeBorder: false });
    return peaks.map(([row, column]) => [row + 12, column + 10]);
  },
  mistakes: [
    {
      name: "corners",
      answer: (image) => searchFours(image, PEOPLE, 0.74).map(([row, column]) => [row - 12, column - 10]),
      says: "You return the top left pixel of each window. Asked for is the centre of the digit: 12 rows further down and 10 columns further right.",
    },
    {
      name: "column first",
      answer: (image) => searchFours(image, PEOPLE, 0.74).map(([row, column]) => [column, row]),
      says: "You return the column first. Places are [row, column].",
    },
    {
      name: "plain correlation",
      answer: (image) => {
        const sums = correlate2d(image, cutOut(form, firstFours[0]), { mode: "valid" });
        const peaks = peakLocalMax(sums, { minDistance: 8, thresholdRel: 0.9, excludeBorder: false });
        return peaks.map(([row, column]) => [row + 12, column + 10]);
      },
      says: "You search by plain sums of products, and these find bright paper. Use `matchTemplate`.",
    },
    {
      name: "one template",
      answer: (image) => searchFours(image, [0], 0.74),
      says: "One template knows one hand. Cut out a 4 of each of the four people, and keep the best score at each place.",
    },
    {
      name: "one template, threshold lowered",
      answer: (image) => searchFours(image, [0], 0.5),
      says: "One template with a low threshold finds other digits before it finds the other people's fours. Use a 4 of each person, and a higher threshold.",
    },
    {
      name: "threshold too low",
      answer: (image) => searchFours(image, PEOPLE, 0.5),
      says: "Your templates are good, but the threshold lets other digits through. Raise it.",
    },
    {
      name: "threshold too high",
      answer: (image) => searchFours(image, PEOPLE, 0.95),
      says: "Your threshold is so high that only the very templates pass it. Nobody writes the same 4 twice: lower it.",
    },
    {
      name: "each template by itself",
      answer: (image) => PEOPLE.flatMap((person) => searchFours(image, [person], 0.6)),
      says: "You list the finds of each template by itself, so a 4 that two of them find is listed twice. Join the scores first (the largest at each place), then look for peaks.",
    },
    {
      name: "an average template",
      answer: (image) => searchFours(image, ["average"], 0.74),
      says: "An average, of four people's fours or of their scores, is below your threshold even at their own fours. Lower it; or better, keep the templates apart, and take the best score at each place.",
    },
    {
      name: "border left out",
      answer: (image) => searchFours(image, PEOPLE, 0.74, true),
      says: "Fours near the border are missing. `peakLocalMax` leaves out the border of the scores unless you add `excludeBorder: false`.",
    },
  ],
  check(answer, t) {
    t.equal(answer(FLAT), [], "On an empty sheet there is nothing to find.");
    const { row, column } = firstFours[0];
    const around = toNested(cutOut(form, { row, column: column + 3 }, { height: 34, width: 46 })) as Patch;
    const only = placesIn(answer(around));
    t.ok(only !== undefined, "Return an array of places, each of them [row, column].");
    if (!only) return;
    t.ok(
      only.length === 1 && Math.abs(only[0].row - 17) <= NEARBY && Math.abs(only[0].column - 20) <= NEARBY,
      `A piece of the form, 34 high and 46 wide, shows one whole 4; its centre is at row 17, column 20. You found ${
        only.length === 0
          ? "nothing"
          : only
              .map((place) => `[${place.row}, ${place.column}]`)
              .slice(0, 4)
              .join(", ")
      }.`,
    );
    const verdicts = hiddenForms.map(({ image, digits }) => judge(placesIn(answer(image)) ?? [], digits, 4));
    const add = (key: "right" | "wrong" | "missed") => verdicts.reduce((sum, verdict) => sum + verdict[key], 0);
    const [right, wrong, missed] = [add("right"), add("wrong"), add("missed")];
    const counts = `On two hidden forms you found ${right} of ${right + missed} fours, and ${wrong} places that are none.`;
    t.ok(
      right / (right + missed) >= 0.85,
      `${counts} At least 85 % must be found: lower the threshold, or add templates of other hands.`,
    );
    t.ok(
      wrong <= 0.15 * (right + wrong),
      `${counts} At least 85 % of your finds must be right: raise the threshold, or choose better templates.`,
    );
  },
});

/** The places of an answer; nothing where it is no list of [row, column]. */
function placesIn(answer: unknown): { row: number; column: number }[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  const pairs = answer.every((place) => Array.isArray(place) && place.length === 2 && place.every(Number.isFinite));
  return pairs ? answer.map(([row, column]) => ({ row, column })) : undefined;
}

function scoresOf(image: Patch, template: Patch): Patch {
  return fits(image, template) ? (toNested(matchTemplate(image, template)) as Patch) : [];
}

function sumsOf(image: Patch, template: Patch): Patch {
  return fits(image, template) ? (toNested(correlate2d(image, template, { mode: "valid" })) as Patch) : [];
}

function fits(image: Patch, template: Patch): boolean {
  return template.length <= image.length && template[0]?.length <= image[0]?.length;
}

function largestAt(scores: Patch): number[] {
  let best = [0, 0];
  scores.forEach((line, row) => {
    line.forEach((score, column) => {
      if (score > scores[best[0]][best[1]]) best = [row, column];
    });
  });
  return best;
}

function around(response: Patch, row: number, column: number, before: number, after: number): number[] {
  return response
    .slice(Math.max(0, row - before), row + after + 1)
    .flatMap((line) => line.slice(Math.max(0, column - before), column + after + 1));
}

/** Places above a threshold that no number in `near` exceeds. */
function peaksBy(response: Patch, threshold: number, near: (row: number, column: number) => number[]): Patch {
  return response.flatMap((line, row) =>
    line.flatMap((score, column) =>
      score > threshold && near(row, column).every((other) => other <= score) ? [[row, column]] : [],
    ),
  );
}
