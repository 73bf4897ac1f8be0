import {
  type ArrayInput,
  boxFilter,
  correlate1d,
  correlate2d,
  crop,
  gaussianFilter,
  kernels,
  medianFilter,
  toList,
  toNdarray,
  toNested,
} from "cnn-workbook";
import { dependent, exercise, integers, matrices, numbers, prediction, signals, tuple } from "cnn-workbook/exercises";
import { addGrain, addSpecks, errorOf, scene } from "./damage.js";
import { errorParts, goal, rowsOf, ruins } from "./restoring.js";

export { addGrain, addSpecks, errorOf, scene } from "./damage.js";
export { spokeContrast, starPicture, stripesLeft } from "./patterns.js";
export { goal, ruins, scoreRestore } from "./restoring.js";

const grainy = addGrain(scene, { deviation: 20 });
const specked = addSpecks(scene, { share: 0.022 });
const error = (image: ArrayInput) => errorOf(image, scene).toFixed(1);

export const p1 = prediction({
  id: "05.p1",
  question: "Both pictures go through the mean of nine. Which is closer to the clean picture afterwards?",
  choices: [
    "The one with grain: small pushes up and down cancel in an average",
    "The one with specks: nearly all neighbours of a speck are right",
    "Neither: both are about equally close",
  ],
  answer: 3,
  explain: `The errors are ${error(boxFilter(grainy))} and ${error(boxFilter(specked))} grey values. An average of nine leaves a speck a ninth of its size, in nine places. A weighted sum treats every push alike: many small ones or a few large ones.`,
});

export const p2 = prediction({
  id: "05.p2",
  question: `A box of 3 × 3 brought the grainy picture to an error of ${error(boxFilter(grainy))}. A box of 9 × 9 leaves far less noise. What does it do to the error?`,
  choices: ["It becomes smaller", "It stays about the same", "It becomes larger"],
  answer: 3,
  explain: `It rises to ${error(boxFilter(grainy, { size: 9 }))}. The noise is almost gone, but so is the detail: the clean picture itself, averaged over 9 × 9, has an error of ${error(boxFilter(scene, { size: 9 }))}.`,
});

export const p3 = prediction({
  id: "05.p3",
  question:
    "Where one white and one black spoke together are about 6 pixels wide, what does the box of 9 × 9 make of them?",
  choices: [
    "Even grey: the spokes are finer than the box",
    "The same spokes, only fainter",
    "Fainter spokes with black and white exchanged",
  ],
  answer: 3,
  explain:
    "Stripes of 3 white and 3 black pixels, a box of 9 in the middle of a white one: it covers 3 white pixels and 6 black ones, 1/3 white. In the middle of a black stripe it covers 6 white ones: 2/3. The white stripe has become the darker one.",
});

export const p4 = prediction({
  id: "05.p4",
  question: "A Gaussian of sigma 3, and then one of sigma 4. Which sigma does the same in one go?",
  answer: 5,
  explain:
    "The squares add, as they do for noise: √(3² + 4²) = 5. So blurring twice with the same sigma gives √2 times that sigma, not twice.",
});

export const p5 = prediction({
  id: "05.p5",
  question: "Three of these kernels are a column times a row. Which one is not?",
  choices: ["1 0 −1 / 1 0 −1 / 1 0 −1", "1 0 −1 / 0 0 0 / −1 0 1", "0 1 0 / 1 −4 1 / 0 1 0", "1 1 1 / 1 1 1 / 1 1 1"],
  answer: 3,
  explain:
    "In a column times a row, every row is a multiple of the same row. 0 1 0 and 1 −4 1 are not multiples of each other. The second kernel looks diagonal, but its rows are 1, 0 and −1 times 1 0 −1.",
});

export const p6 = prediction({
  id: "05.p6",
  question: "A bright line, one pixel wide, on a dark ground. What does a median of 3 × 3 leave of it?",
  choices: ["The line as it is", "A wider, fainter line", "Nothing"],
  answer: 3,
  explain:
    "In every window at most 3 of the 9 pixels belong to the line. The middle one of the sorted nine is then dark. A median cannot know that a thin line is no damage.",
});

export const p7 = prediction({
  id: "05.p7",
  question:
    "The step 20 20 20 80 80 80, plus the difference between it and its mean of three. What becomes of the first 80?",
  answer: 100,
  range: [0, 255],
  explain:
    "The mean of 20, 80 and 80 is 60. The difference is 80 − 60 = 20, and 80 + 20 = 100: brighter than anything in the picture. In the same way the last 20 becomes 0.",
});

const sharpenShare = Math.hypot(...kernels.sharpen.data);

export const p8 = prediction({
  id: "05.p8",
  question:
    "A flat wall has grain of 5 grey values. How large is the grain after the kernel 0 −1 0 / −1 5 −1 / 0 −1 0?",
  answer: 5 * sharpenShare,
  range: [0, 255],
  tolerance: 2,
  explain: `Weights w leave √(Σ w²) of the grain: here √(25 + 4 × 1) = ${sharpenShare.toFixed(2)}. So ${(5 * sharpenShare).toFixed(1)} grey values. The weights add up to 1, the wall stays as bright as it was; their squares add up to far more than 1.`,
});

const worse = addSpecks(addGrain(scene, { deviation: 20 }), { share: 0.05 });

export const p9 = prediction({
  id: "05.p9",
  question: "A picture has grain and specks. In which order do you filter it?",
  choices: ["The Gaussian first, then the median", "The median first, then the Gaussian", "It makes no difference"],
  answer: 2,
  explain: `Errors: ${error(gaussianFilter(medianFilter(worse), { sigma: 0.8 }))} with the median first, ${error(medianFilter(gaussianFilter(worse, { sigma: 0.8 })))} with the Gaussian first. The Gaussian makes a soft spot out of each speck, too wide for a median to remove. Two kernels may change places; a median and a kernel may not.`,
});

export const q1 = exercise<(column: number[], row: number[]) => number[][]>({
  id: "05.1",
  title: "A kernel from a column and a row",
  hints: [
    "Look at the table: which number of the column and which of the row meet in the last entry of the first line?",
    "Line i belongs to `column[i]`, place j in it to `row[j]`. Multiply the two.",
  ],
  solution: (column, row) => {
    const kernel: number[][] = [];
    for (let i = 0; i < column.length; i++) {
      const line: number[] = [];
      for (let j = 0; j < row.length; j++) {
        line.push(column[i] * row[j]);
      }
      kernel.push(line);
    }
    return kernel;
  },
  mistakes: [
    {
      name: "column and row exchanged",
      answer: (column, row) => column.map((_, i) => row.map((_, j) => row[i] * column[j])),
      says: "You read the row with i and the column with j. i counts lines from top to bottom, as the column does: `column[i]` and `row[j]`.",
    },
    {
      name: "adds",
      answer: (column, row) => column.map((a) => row.map((b) => a + b)),
      says: "You add the two numbers. The two passes weigh one after the other, so their weights multiply.",
    },
    {
      name: "only the column",
      answer: (column, row) => column.map((a) => row.map(() => a)),
      says: "Each line holds one number of the column, again and again. Multiply it by the row's number at place j.",
    },
    {
      name: "only the row",
      answer: (column, row) => column.map(() => [...row]),
      says: "All your lines are the row itself. Line i is the row times `column[i]`.",
    },
    {
      name: "the same place in both",
      answer: (column, row) => column.map((a, i) => row.map(() => a * row[i])),
      says: "You use i for both. Then a line holds one and the same product. The row is read with j: `row[j]`.",
    },
    {
      name: "the column by itself",
      answer: (column, row) => column.map((a) => row.map((_, j) => a * column[j])),
      says: "You multiply the column by itself, so the row has no say. Place j is weighed with `row[j]`.",
    },
    {
      name: "the row's own squares",
      answer: (column, row) => column.map((_, i) => row.map((b) => row[i] * b)),
      says: "You multiply the row by itself, so the column has no say. Line i is weighed with `column[i]`.",
    },
    {
      name: "transposed",
      answer: (column, row) => row.map((b) => column.map((a) => a * b)),
      says: "Your kernel lies on its side: it has as many lines as the row has numbers. One line for each number of the column.",
    },
    {
      name: "divided by the sum",
      answer: (column, row) => {
        const sum = total(column) * total(row);
        return column.map((a) => row.map((b) => (a * b) / sum));
      },
      says: "You divide by the sum of all weights. That suits a blur, but for −1 0 1 the sum is 0. Here the plain products are asked for.",
    },
    {
      name: "one line for all",
      answer: (column, row) => {
        const products = column.flatMap((a) => row.map((b) => a * b));
        return column.map(() => products);
      },
      says: "All products end up in the same line, which grows and grows. Start a new one for each i: `const line = []` inside the outer loop.",
    },
    {
      name: "one flat list",
      answer: (column, row) => column.flatMap((a) => row.map((b) => a * b)) as unknown as number[][],
      says: "All products are there, but in one long list. A kernel is a list of lines: start a new `line` for each i, and push it when it is full.",
    },
    {
      name: "turned round",
      answer: (column, row) => column.map((a) => [...row].reverse().map((b) => a * b)),
      says: "Your lines run from right to left. Place j holds `row[j]`, counted from the left.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([1, 3], [2, 5, 7]),
      [
        [2, 5, 7],
        [6, 15, 21],
      ],
      "One times 2 5 7, then three times 2 5 7.",
    );
    t.equal(
      answer([1, 2, 1], [-1, 0]),
      [
        [-1, 0],
        [-2, 0],
        [-1, 0],
      ],
      "Each line is −1 0 times a number of the column.",
    );
    t.agrees(
      [signals({ maxLength: 5 }), signals({ maxLength: 4 })],
      "Line i, place j: the i-th of the column times the j-th of the row.",
    );
  },
});

const imageColumnRow = dependent(tuple<[number, number]>(integers(1, 3), integers(1, 4)), ([high, wide]) =>
  tuple<[number[][], number[], number[]]>(
    matrices({ rows: [high, high + 3], columns: [wide, wide + 3] }),
    signals({ minLength: high, maxLength: high }),
    signals({ minLength: wide, maxLength: wide }),
  ),
);

export const q2 = exercise<(image: number[][], column: number[], row: number[]) => number[][]>({
  id: "05.2",
  title: "Two passes: across, then down",
  hints: [
    "`across` is finished: its lines are shorter than the picture's. Now the same downwards: output line y is made of the lines y, y + 1, … of `across`.",
    "There are N − K + 1 output lines, as always: `across.length - column.length + 1`.",
    "Output at line y and place x: the sum over k of `column[k] * across[y + k][x]`.",
  ],
  solution: (image, column, row) => {
    const across = image.map((line) => toList(correlate1d(line, row, { mode: "valid" })));
    const output: number[][] = [];
    for (let y = 0; y <= across.length - column.length; y++) {
      const line: number[] = [];
      for (let x = 0; x < across[0].length; x++) {
        let sum = 0;
        for (let k = 0; k < column.length; k++) {
          sum += column[k] * across[y + k][x];
        }
        line.push(sum);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "only across",
      answer: (image, _column, row) => slideAcross(image, row),
      says: "That is the first pass only. Now slide `column` down over `across`.",
    },
    {
      name: "only down",
      answer: (image, column) => slideDown(image, column),
      says: "You slide the column down over the picture itself, so the first pass is lost. Take its result, `across`.",
    },
    {
      name: "the row twice",
      answer: (image, _column, row) => slideDown(slideAcross(image, row), row),
      says: "You use the row's weights downwards too. Down go the weights of `column`.",
    },
    {
      name: "column and row exchanged",
      answer: (image, column, row) => slideDown(slideAcross(image, column), row),
      says: "Column and row are exchanged. The row slides along the lines, the column down through them.",
    },
    {
      name: "the column across as well",
      answer: (image, column, row) =>
        slideAcross(image, row).map((line) => toList(correlate1d(line, column, { mode: "valid" }))),
      says: "Your second pass runs across again. Downwards, the line changes from weight to weight and the place stays: `across[y + k][x]`.",
    },
    {
      name: "column upside down",
      answer: (image, column, row) => slideDown(slideAcross(image, row), [...column].reverse()),
      says: "Your column is upside down: its last weight meets the upper line. Slide it as it stands, `column[k]` over line y + k.",
    },
    {
      name: "last line missing",
      answer: (image, column, row) => slideDown(slideAcross(image, row), column).slice(0, -1),
      says: "The last line is missing: the column also fits where its last weight lies on the last line. N − K + 1 places.",
    },
    {
      name: "transposed",
      answer: (image, column, row) => transposed(slideDown(slideAcross(image, row), column)),
      says: "The values are right, but lines and columns are exchanged. If you turned the picture to slide downwards, turn it back.",
    },
    {
      name: "the same line each time",
      answer: (image, column, row) =>
        slideDown(slideAcross(image, row), column).map((line, y) =>
          line.map((_, x) => total(column) * slideAcross(image, row)[y][x]),
        ),
      says: "All weights of the column lie on the same line. Weight k lies k lines further down: `across[y + k][x]`.",
    },
    {
      name: "sums the two passes",
      answer: (image, column, row) => {
        const [one, other] = [slideAcross(image, row), slideDown(image, column)];
        return slideDown(one, column).map((line, y) => line.map((_, x) => one[y][x] + other[y][x]));
      },
      says: "You do both passes on the picture and add the results. The second pass works on what the first one made.",
    },
    {
      name: "the sum keeps growing",
      answer: (image, column, row) => {
        let sum = 0;
        return slideDown(slideAcross(image, row), column).map((line) =>
          line.map((value) => {
            sum += value;
            return sum;
          }),
        );
      },
      says: "Your sum keeps growing from place to place. Put `let sum = 0` inside the loop over x.",
    },
    {
      name: "as wide as the picture",
      answer: (image, column, row) =>
        slideDown(slideAcross(image, row), column).map((line) => image[0].map((_, x) => line[x] ?? Number.NaN)),
      says: "Your lines are as long as the picture's. The first pass made them shorter, and past their end there is nothing: let x run to `across[0].length`.",
    },
    {
      name: "zeros above and below",
      answer: (image, column, row) => {
        const lines = slideAcross(image, row);
        const down = lines[0].map((_, x) =>
          toList(
            correlate1d(
              lines.map((line) => line[x]),
              column,
              { mode: "same" },
            ),
          ),
        );
        return lines.map((_, y) => down.map((values) => values[y]));
      },
      says: "Your column also hangs over the top and the bottom, with zeros there (mode same). Only whole positions are asked for: mode valid, N − K + 1 lines.",
    },
    {
      name: "runs off the bottom",
      answer: (image, column, row) => {
        const lines = slideAcross(image, row);
        return lines.map((line, y) => line.map((_, x) => column.reduce((sum, w, k) => sum + w * lines[y + k]?.[x], 0)));
      },
      says: "You start at every line, also where the column hangs over the bottom. There is no line there, and the sum becomes NaN. Stop at N − K.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(
        [
          [1, 2, 4],
          [3, 0, 5],
        ],
        [1, 10],
        [1, 1],
      ),
      [[33, 56]],
      "Across: 3 6 and 3 5. Down: 3 + 10×3 and 6 + 10×5.",
    );
    t.equal(answer([[2], [3], [7]], [1, -1], [4]), [[-4], [-16]], "Across: 8, 12 and 28. Down: 8 − 12 and 12 − 28.");
    t.agrees(imageColumnRow, "Slide the row along each line, then the column down through the result.");
  },
});

const oddCount = dependent(integers(0, 5), (half) =>
  tuple<[number[]]>(signals({ minLength: 2 * half + 1, maxLength: 2 * half + 1, values: integers(0, 255) })),
);

export const q3 = exercise<(values: number[]) => number>({
  id: "05.3",
  title: "The median of an odd number of values",
  hints: [
    "Sort, then take the one in the middle. Of nine it is number 5, which has index 4.",
    "Without being told otherwise, `sort()` sorts numbers as texts: 100 before 52, because “1” comes before “5”. Tell it how to compare: `sort((a, b) => a - b)`.",
    "`sort` changes the array that it is called on. `[...values].sort(…)` sorts a copy. The middle has index `(values.length - 1) / 2`.",
  ],
  solution: (values) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[(values.length - 1) / 2];
  },
  mistakes: [
    {
      name: "sorts as text",
      answer: (values) => [...values].sort()[(values.length - 1) / 2],
      says: "`sort()` compares numbers as texts: “100” comes before “52”. Tell it to compare numbers: `sort((a, b) => a - b)`.",
    },
    {
      name: "sorts the caller's values",
      answer: (values) => values.sort((a, b) => a - b)[(values.length - 1) / 2],
      says: "The value is right, but `sort` has put the caller's own values in order: a picture whose pixels change places. Sort a copy: `[...values].sort(…)`.",
    },
    {
      name: "sorts the caller's values as text",
      answer: (values) => values.sort()[(values.length - 1) / 2],
      says: "Two things. `sort()` compares numbers as texts, “100” before “52”: use `sort((a, b) => a - b)`. And it changes the caller's own values: sort a copy, `[...values]`.",
    },
    {
      name: "not sorted",
      answer: (values) => values[(values.length - 1) / 2],
      says: "You take the value that stands in the middle of the window. Sort first: the median is in the middle by size, not by place.",
    },
    {
      name: "the mean",
      answer: (values) => total(values) / values.length,
      says: "That is the mean. One value of 255 among eight small ones pulls it up. The median takes the middle one of the sorted values.",
    },
    {
      name: "half-way between the extremes",
      answer: (values) => (Math.min(...values) + Math.max(...values)) / 2,
      says: "That is half-way between the smallest and the largest value, so a single speck decides it. The median has as many values below it as above.",
    },
    {
      name: "one place too far",
      answer: (values) => sorted(values)[(values.length + 1) / 2],
      says: "One place too far: indices count from 0, so of nine sorted values the middle one, number 5, has index 4.",
    },
    {
      name: "one place too early",
      answer: (values) => sorted(values)[(values.length - 3) / 2],
      says: "One place too early: of nine sorted values the middle one, number 5, has index 4 = (9 − 1) / 2.",
    },
    {
      name: "half an index",
      answer: (values) => sorted(values)[values.length / 2],
      says: "`values.length / 2` is 4.5 for nine values, and there is nothing at index 4.5. The middle is (9 − 1) / 2 = 4.",
    },
    {
      name: "always index 4",
      answer: (values) => sorted(values)[4],
      says: "Index 4 is the middle of nine values only. A window of 5 × 5 has 25, a line of three has 3: take (length − 1) / 2.",
    },
    {
      name: "the largest",
      answer: (values) => Math.max(...values),
      says: "That is the largest value, so every white speck would grow. (It is what max pooling takes, lesson 11.) The median is the middle one.",
    },
    {
      name: "equal values counted once",
      answer: (values) => {
        const unique = sorted([...new Set(values)]);
        return unique[Math.floor((unique.length - 1) / 2)];
      },
      says: "You count equal values only once. Each pixel has a vote: of 7 7 7 1 9 the median is 7, because there are three of them.",
    },
  ],
  check(answer, t) {
    t.equal(answer([52, 55, 50, 48, 255, 53, 51, 49, 54]), 52, "Four values are below 52, and four above.");
    t.equal(answer([9, 100, 20]), 20, "In order of size: 9, 20, 100.");
    t.equal(answer([7, 1, 7, 9, 7, 3, 2]), 7, "Equal values each count: 1 2 3 7 7 7 9.");
    t.equal(answer([40]), 40, "A single value is its own median.");
    t.agrees(oddCount, "Sort a copy by size and take the one in the middle.");
  },
});

const oddKernelAndAmount = dependent(tuple<[number, number]>(integers(0, 1), integers(0, 2)), ([high, wide]) =>
  tuple<[number[][], number]>(
    matrices({ rows: 2 * high + 1, columns: 2 * wide + 1, values: numbers(0, 2) }),
    numbers(0.5, 3),
  ),
);

export const q4 = exercise<(blur: number[][], amount: number) => number[][]>({
  id: "05.4",
  title: "Sharpening as one kernel",
  hints: [
    "Write each of the three parts as a kernel. “The picture as it is” is a kernel too: 1 in the middle, else 0.",
    "picture + amount × (picture − blurred): in every entry, identity + amount × (identity − weight).",
    "Only in the middle is the identity 1: at line `(blur.length - 1) / 2` and place `(blur[0].length - 1) / 2`. There the entry is 1 + amount − amount × weight; elsewhere −amount × weight.",
  ],
  solution: (blur, amount) => {
    const middleLine = (blur.length - 1) / 2;
    const middlePlace = (blur[0].length - 1) / 2;
    return blur.map((line, i) =>
      line.map((weight, j) => {
        const identity = i === middleLine && j === middlePlace ? 1 : 0;
        return identity + amount * (identity - weight);
      }),
    );
  },
  mistakes: [
    {
      name: "only the detail",
      answer: (blur, amount) => blur.map((line, i) => line.map((w, j) => amount * (identityAt(blur, i, j) - w))),
      says: "That is the detail alone, amount × (picture − blurred). Add it to the picture: one more 1 in the middle.",
    },
    {
      name: "only the blur",
      answer: (blur, amount) => blur.map((line) => line.map((w) => -amount * w)),
      says: "That is only the last part, −amount × blurred. The picture is in the formula twice: once as it is, and `amount` times in the detail. Both are a 1 in the middle. (If you did write the 1: is your middle ever met? Of three lines `length / 2` is 1.5. The middle is `(length - 1) / 2`.)",
    },
    {
      name: "forgets the weight in the middle",
      answer: (blur, amount) =>
        blur.map((line, i) => line.map((w, j) => (identityAt(blur, i, j) === 1 ? 1 + amount : -amount * w))),
      says: "In the middle you put 1 + amount, but the blur has a weight there too: 1 + amount − amount × weight.",
    },
    {
      name: "subtracts the blur from the picture",
      answer: (blur, amount) => blur.map((line, i) => line.map((w, j) => identityAt(blur, i, j) - amount * w)),
      says: "You take amount × blurred away from the picture, so a flat wall gets darker. Take away blurred and put the same amount of picture back: 1 + amount in the middle.",
    },
    {
      name: "blurs",
      answer: (blur, amount) =>
        blur.map((line, i) => line.map((w, j) => identityAt(blur, i, j) + amount * (w - identityAt(blur, i, j)))),
      says: "The sign is the other way round: you add blurred − picture, which smooths. Detail is picture − blurred.",
    },
    {
      name: "ignores the amount",
      answer: (blur) => blur.map((line, i) => line.map((w, j) => 2 * identityAt(blur, i, j) - w)),
      says: "That is right for amount 1 only. The detail is multiplied by `amount` before it is added.",
    },
    {
      name: "1 everywhere",
      answer: (blur, amount) => blur.map((line) => line.map((w) => 1 + amount * (1 - w))),
      says: "You put the identity's 1 into every entry. The picture as it is has a single 1, in the middle, and 0 elsewhere.",
    },
    {
      name: "1 in the corner",
      answer: (blur, amount) =>
        blur.map((line, i) =>
          line.map((w, j) => {
            const identity = i === 0 && j === 0 ? 1 : 0;
            return identity + amount * (identity - w);
          }),
        ),
      says: "Your 1 stands in the corner, at line 0 and place 0. That would move the picture. It belongs into the middle.",
    },
    {
      name: "1 on the diagonal",
      answer: (blur, amount) =>
        blur.map((line, i) => line.map((w, j) => (i === j ? 1 : 0) + amount * ((i === j ? 1 : 0) - w))),
      says: "You put a 1 wherever line and place are equal: that is the identity matrix. The kernel that changes nothing has one single 1, in the middle.",
    },
    {
      name: "1 at line 1, place 1",
      answer: (blur, amount) =>
        blur.map((line, i) =>
          line.map((w, j) => (i === 1 && j === 1 ? 1 : 0) + amount * ((i === 1 && j === 1 ? 1 : 0) - w)),
        ),
      says: "Line 1, place 1 is the middle of a 3 × 3 kernel only. In general the middle is at (number of lines − 1) / 2 and (number of places − 1) / 2.",
    },
    {
      name: "height taken for width",
      answer: (blur, amount) =>
        blur.map((line, i) =>
          line.map((w, j) => {
            const middle = (blur.length - 1) / 2;
            const identity = i === middle && j === middle ? 1 : 0;
            return identity + amount * (identity - w);
          }),
        ),
      says: "You find the middle of a line from the number of lines. A kernel may be wider than high: its middle place is `(blur[0].length - 1) / 2`.",
    },
    {
      name: "multiplies everything",
      answer: (blur, amount) =>
        blur.map((line, i) => line.map((w, j) => amount * (identityAt(blur, i, j) + identityAt(blur, i, j) - w))),
      says: "You multiply the picture by the amount as well, so everything gets brighter. Only the detail is multiplied.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(
        [
          [0, 0.25, 0],
          [0.25, 0, 0.25],
          [0, 0.25, 0],
        ],
        2,
      ),
      [
        [0, -0.5, 0],
        [-0.5, 3, -0.5],
        [0, -0.5, 0],
      ],
      "Middle: 1 + 2×(1 − 0). Beside it: 0 + 2×(0 − 0.25).",
    );
    t.equal(
      answer([[0.125, 0.25, 0.25, 0.25, 0.125]], 1),
      [[-0.125, -0.25, 1.75, -0.25, -0.125]],
      "One line of five: its middle is at place 2.",
    );
    t.agrees(oddKernelAndAmount, "identity + amount × (identity − blur), entry by entry.");
  },
});

export const q5 = exercise<(damaged: number[][]) => number[][]>({
  id: "05.5",
  title: `Restore three damaged pictures to a mean error of at most ${goal}`,
  hints: [
    "Neither filter is enough, nor both one after the other. What does a median do to the four pixels of five that are no specks?",
    "A speck gives itself away: it is exactly 0 or exactly 255. Replace only those, and keep the others.",
    "`const median = medianFilter(damaged);` Then, for every pixel: is it 0 or 255? Take `median.get(y, x)`. Otherwise the pixel itself. A little Gaussian takes away some of the grain.",
    "`damaged.map((line, y) => line.map((value, x) => (value === 0 || value === 255 ? … : value)))`, and then `gaussianFilter` with a sigma between 0.4 and 0.7. Return nested arrays or what the filter gives.",
  ],
  solution: (damaged) => {
    const median = medianFilter(damaged);
    const repaired = damaged.map((line, y) =>
      line.map((value, x) => (value === 0 || value === 255 ? median.get(y, x) : value)),
    );
    return toNested(gaussianFilter(repaired, { sigma: 0.6 })) as number[][];
  },
  mistakes: [
    {
      name: "as it is",
      answer: (damaged) => damaged,
      says: "You return the picture as it is. Start with what the lesson showed: a median against the specks.",
    },
    {
      name: "a box of 3",
      answer: (damaged) => rowsOf(boxFilter(damaged, { size: 3 })),
      says: "An average smears each speck over nine pixels. Against specks take a median.",
    },
    {
      name: "a Gaussian",
      answer: (damaged) => rowsOf(gaussianFilter(damaged, { sigma: 1 })),
      says: "A Gaussian makes a soft spot out of each speck. Against specks take a median.",
    },
    {
      name: "a median of 3",
      answer: (damaged) => rowsOf(medianFilter(damaged)),
      says: "The median removes most specks. But it also changes the four pixels of five that were no specks, and takes fine detail from them. Do these need it?",
    },
    {
      name: "a median of 5",
      answer: (damaged) => rowsOf(medianFilter(damaged, { size: 5 })),
      says: "A median of 5 × 5 removes the last specks and a lot of the picture with them: thin lines and corners vanish. Must every pixel be replaced?",
    },
    {
      name: "the median twice",
      answer: (damaged) => rowsOf(medianFilter(medianFilter(damaged))),
      says: "Twice removes more specks than once, and more of the fine detail. Must every pixel be replaced?",
    },
    {
      name: "a median, then a Gaussian",
      answer: (damaged) => rowsOf(gaussianFilter(medianFilter(damaged), { sigma: 0.8 })),
      says: "Right order, and not yet enough: both filters take detail from every pixel, and four of five were no specks. Can you tell which were?",
    },
    {
      name: "a Gaussian, then a median",
      answer: (damaged) => rowsOf(medianFilter(gaussianFilter(damaged, { sigma: 0.8 }))),
      says: "The Gaussian came first and made soft spots of the specks, too wide for the median. The median first.",
    },
    {
      name: "only the specks replaced",
      answer: (damaged) => replaceSpecks(damaged, (value) => value === 0 || value === 255),
      says: "Good: only specks are replaced. What is left is the grain, and a few specks whose neighbours were specks too. A gentle Gaussian takes from both.",
    },
    {
      name: "only the black specks",
      answer: (damaged) =>
        rowsOf(
          gaussianFilter(
            replaceSpecks(damaged, (value) => value === 0),
            { sigma: 0.6 },
          ),
        ),
      says: "You replace the black specks and leave the white ones, 255, to the Gaussian, which smears them. Replace both.",
    },
    {
      name: "only the white specks",
      answer: (damaged) =>
        rowsOf(
          gaussianFilter(
            replaceSpecks(damaged, (value) => value === 255),
            { sigma: 0.6 },
          ),
        ),
      says: "You replace the white specks and leave the black ones, 0, to the Gaussian, which smears them. Replace both.",
    },
    {
      name: "everything but the specks replaced",
      answer: (damaged) =>
        rowsOf(
          gaussianFilter(
            replaceSpecks(damaged, (value) => value !== 0 && value !== 255),
            { sigma: 0.6 },
          ),
        ),
      says: "You replaced the good pixels and kept the specks: the two branches after the question mark are exchanged.",
    },
  ],
  check(answer, t) {
    // A small picture first: it tells the planted mistakes apart in a fraction of the time.
    const corner = crop(ruins[0].damaged, { height: 20, width: 26 });
    const fits = "Return a picture of the same height and width: rows of finite numbers, or what a filter gives.";
    const usable = pictureOf(answer(rowsOf(corner)), corner.shape) !== undefined;
    t.ok(usable, fits);
    if (!usable) return;
    const restored = ruins.map(({ damaged }) => pictureOf(answer(rowsOf(damaged)), damaged.shape));
    t.ok(!restored.includes(undefined), fits);
    if (restored.includes(undefined)) return;
    const errors = restored.map((picture, i) => errorOf(picture!, ruins[i].clean));
    const mean = total(errors) / errors.length;
    const before = total(ruins.map(({ clean, damaged }) => errorOf(damaged, clean))) / ruins.length;
    const have = `Mean error over the three pictures: ${mean.toFixed(1)} grey values. Damaged they have ${before.toFixed(1)}.`;
    t.ok(
      mean < 24,
      `${have} Most of the specks are still there, or smeared. A median removes specks. If you test for specks: no value is 0 and 255 at once, so ask with \`||\`.`,
    );
    t.ok(mean <= goal, `${have} At most ${goal} is asked for. ${weakSide(restored)}`);
  },
});

/** Which pixels keep restored pictures from the goal: those that were hit, or the others. */
function weakSide(restored: (ArrayInput | undefined)[]): string {
  const over = (pictures: (ArrayInput | undefined)[], side: "hit" | "others") =>
    total(pictures.map((picture, i) => errorParts(picture!, ruins[i])[side])) / ruins.length;
  const untouched = over(
    ruins.map(({ damaged }) => damaged),
    "others",
  );
  const [hit, others] = [over(restored, "hit"), over(restored, "others")];
  const have = `Where there was a speck you are off by ${hit.toFixed(0)}, elsewhere by ${others.toFixed(0)}.`;
  if (others > untouched) {
    return `${have} Elsewhere the damaged pictures are off by only ${untouched.toFixed(0)}: you take more detail than grain from pixels that were not hit.`;
  }
  return `${have} So look at what you put in the place of a speck: its good neighbours know best, as in a median. Then tame the grain gently.`;
}

/** A returned picture of this shape; `undefined` where it is none. */
function pictureOf(answer: unknown, shape: number[]): ReturnType<typeof toNdarray> | undefined {
  try {
    const picture = toNdarray(answer as ArrayInput, "picture", { rank: 2 });
    return picture.shape.join() === shape.join() ? picture : undefined;
  } catch {
    return undefined;
  }
}

/** The picture with the median of nine wherever `isHit` says so. */
function replaceSpecks(damaged: number[][], isHit: (value: number) => boolean): number[][] {
  const median = medianFilter(damaged);
  return damaged.map((line, y) => line.map((value, x) => (isHit(value) ? median.get(y, x) : value)));
}

function identityAt(kernel: number[][], i: number, j: number): number {
  return i === (kernel.length - 1) / 2 && j === (kernel[0].length - 1) / 2 ? 1 : 0;
}

function sorted(values: number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The row slid along each line, whole positions only; no lines where it is too long. */
function slideAcross(image: number[][], row: number[]): number[][] {
  return slid(image, [row]);
}

/** The column slid down, whole positions only; no lines where it is too long. */
function slideDown(image: number[][], column: number[]): number[][] {
  return slid(
    image,
    column.map((weight) => [weight]),
  );
}

function slid(image: number[][], kernel: number[][]): number[][] {
  const fits = image.length >= kernel.length && (image[0]?.length ?? 0) >= kernel[0].length;
  return fits ? rowsOf(correlate2d(image, kernel, { mode: "valid" })) : [];
}

function transposed(matrix: number[][]): number[][] {
  return (matrix[0] ?? []).map((_, j) => matrix.map((line) => line[j]));
}
