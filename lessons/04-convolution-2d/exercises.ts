import { correlate2d } from "cnn-workbook";
import { choiceOf, dependent, exercise, integers, mapped, matrices, tuple } from "cnn-workbook/exercises";
import { five, six, weights } from "./pictures.js";
import {
  clamp,
  lineKernel,
  type Mode,
  nested,
  outputsAt,
  repeated,
  respond,
  rowsRepeated,
  shape,
  short,
  sumAt,
  transposed,
  turned,
  valid,
  weightsIn,
} from "./planes.js";
import { scoreScratch } from "./sheet.js";

export { riddleOf, ringMean } from "./pictures.js";
export { p1, p2, p3, p4, p5, p6, p7, p8 } from "./predictions.js";
export { makeSheet, type ScratchScore, type Sheet, scoreMarks, scoreScratch } from "./sheet.js";

const same = <T>(value: T) => mapped(integers(0, 0), () => value);

const imageAndKernel = dependent(matrices({ rows: [1, 3], columns: [1, 4] }), (kernel) =>
  tuple<[number[][], number[][]]>(
    matrices({
      rows: [kernel.length, kernel.length + 3],
      columns: [kernel[0].length, kernel[0].length + 4],
    }),
    same(kernel),
  ),
);

const imageKernelPlace = dependent(imageAndKernel, ([image, kernel]) =>
  tuple<[number[][], number[][], number, number]>(
    same(image),
    same(kernel),
    integers(0, image.length - kernel.length),
    integers(0, image[0].length - kernel[0].length),
  ),
);

const imageAndOddKernel = dependent(tuple<[number, number]>(integers(0, 2), integers(0, 2)), ([down, across]) =>
  tuple<[number[][], number[][]]>(
    matrices({ rows: [1, 6], columns: [1, 7] }),
    matrices({ rows: 2 * down + 1, columns: 2 * across + 1 }),
  ),
);

const shapesAndMode = dependent(tuple<[number, number]>(integers(1, 9), integers(1, 7)), (kernel) =>
  tuple<[number[], number[], Mode]>(
    tuple<[number, number]>(integers(kernel[0], kernel[0] + 20), integers(kernel[1], kernel[1] + 20)),
    same([...kernel]),
    choiceOf("full", "same", "valid"),
  ),
);

const nine = nested(correlate2d(five, weights, { mode: "valid" }));

export const q1 = exercise<(image: number[][], kernel: number[][], row: number, column: number) => number>({
  id: "04.1",
  title: "One output: the weighted sum at one place",
  hints: [
    "`kernel[0][0]` lies over `image[row][column]`. Over which pixel lies `kernel[0][1]`? And `kernel[2][1]`?",
    "i counts rows of the kernel, so it goes with `row`; j counts columns and goes with `column`.",
    "`kernel[i][j] * image[row + …][column + …]`",
  ],
  solution: (image, kernel, row, column) => {
    let sum = 0;
    for (let i = 0; i < kernel.length; i++) {
      for (let j = 0; j < kernel[0].length; j++) {
        sum += kernel[i][j] * image[row + i][column + j];
      }
    }
    return sum;
  },
  mistakes: [
    {
      name: "ignores the place",
      answer: (image, kernel) => sumAt(image, kernel, (i, j) => [i, j]),
      says: "Your kernel always lies in the upper left corner. Weight [i][j] lies over the pixel in row `row + i`, column `column + j`.",
    },
    {
      name: "ignores the column",
      answer: (image, kernel, row) => sumAt(image, kernel, (i, j) => [row + i, j]),
      says: "You move the kernel down to `row`, but not to the right: add `column` to j.",
    },
    {
      name: "ignores the row",
      answer: (image, kernel, _row, column) => sumAt(image, kernel, (i, j) => [i, column + j]),
      says: "You move the kernel right to `column`, but not down: add `row` to i.",
    },
    {
      name: "row and column of the place swapped",
      answer: (image, kernel, row, column) => sumAt(image, kernel, (i, j) => [column + i, row + j]),
      says: "`row` and `column` are swapped. Rows come first: `image[row + i][column + j]`.",
    },
    {
      name: "i and j swapped in the image",
      answer: (image, kernel, row, column) => sumAt(image, kernel, (i, j) => [row + j, column + i]),
      says: "In the image you went down by j and right by i. i counts the kernel's rows, so it goes down: `image[row + i][column + j]`.",
    },
    {
      name: "column first",
      answer: (image, kernel, row, column) => sumAt(image, kernel, (i, j) => [column + j, row + i]),
      says: "You read `image[column + j][row + i]`. The first index is the row: an array of rows is read `image[row][column]`, not x before y.",
    },
    {
      name: "one pixel for all weights",
      answer: (image, kernel, row, column) => sumAt(image, kernel, () => [row, column]),
      says: "All your weights lie over the same pixel. Weight [i][j] lies i rows further down and j columns further right.",
    },
    {
      name: "kernel turned by half a turn",
      answer: (image, kernel, row, column) => sumAt(image, turned(kernel), (i, j) => [row + i, column + j]),
      says: "Your first weight lies over the last pixel. Here the kernel slides as it stands: weight [0][0] over `image[row][column]`. (Turned is convolution, further down.)",
    },
    {
      name: "subtracts i and j",
      answer: (image, kernel, row, column) => sumAt(image, kernel, (i, j) => [row - i, column - j]),
      says: "You go up and left from the place: `row - i`, `column - j`. The place is the kernel's upper left corner, so add i and j.",
    },
    {
      name: "adds without weighing",
      answer: (image, kernel, row, column) =>
        sumAt(
          image,
          kernel.map((line) => line.map(() => 1)),
          (i, j) => [row + i, column + j],
        ),
      says: "You add the pixels but do not weigh them. Multiply each by the weight that lies over it.",
    },
    {
      name: "rows and columns of the kernel swapped",
      answer: (image, kernel, row, column) => {
        let sum = 0;
        for (let i = 0; i < kernel.length; i++) {
          for (let j = 0; j < kernel[0].length; j++) sum += kernel[j][i] * image[row + i][column + j];
        }
        return sum;
      },
      says: "You read `kernel[j][i]`. i counts rows and comes first, in the kernel as in the image: `kernel[i][j]`.",
    },
    {
      name: "only the last product",
      answer: (image, kernel, row, column) => {
        const [i, j] = [kernel.length - 1, kernel[0].length - 1];
        return kernel[i][j] * image[row + i][column + j];
      },
      says: "Only the last product is left: each one replaces the one before. Add them up, with `+=`.",
    },
    {
      name: "only the first product",
      answer: (image, kernel, row, column) => kernel[0][0] * image[row][column],
      says: "You return after the first product. Let both loops go through all weights, and return behind them.",
    },
    {
      name: "adds weight and pixel",
      answer: (image, kernel, row, column) =>
        kernel.reduce(
          (sum, line, i) => line.reduce((all, weight, j) => all + weight + image[row + i][column + j], sum),
          0,
        ),
      says: "You add weight and pixel. Multiply them, then add the products.",
    },
    {
      name: "divides by the number of weights",
      answer: (image, kernel, row, column) =>
        sumAt(image, kernel, (i, j) => [row + i, column + j]) / (kernel.length * kernel[0].length),
      says: "You divide by the number of weights. The output is the plain sum; an average has the division in its weights.",
    },
  ],
  check(answer, t) {
    t.equal(answer(five, weights, 0, 0), nine[0][0], "The first sum of the example: 0 + 3 + 4, 0 + 0 + 0, 0 + 1 + 4.");
    t.equal(answer(six, [[1, 10, 100]], 2, 1), 527, "Row 2 from column 1 on: 7×1 + 2×10 + 5×100.");
    t.equal(
      answer(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [[1], [10]],
        0,
        2,
      ),
      63,
      "Column 2, downwards: 3×1 + 6×10.",
    );
    t.agrees(imageKernelPlace, "Weight [i][j] lies over the pixel in row `row + i`, column `column + j`.");
  },
});

export const q2 = exercise<(image: number[][], kernel: number[][]) => number[][]>({
  id: "04.2",
  title: "All outputs where the whole kernel lies on the image",
  hints: [
    "In lesson 01 N − K + 1 positions fitted along the signal. Now that holds downwards, with the numbers of rows, and across, with the numbers of columns.",
    "Four loops: over row and column of the output, and inside them the two of exercise 04.1. Where must `sum` be set to 0?",
    "Make a new array for each row of outputs, `const line: number[] = []`, push the sums into it, and push the line into the output.",
  ],
  solution: (image, kernel) => {
    const output: number[][] = [];
    for (let row = 0; row <= image.length - kernel.length; row++) {
      const line: number[] = [];
      for (let column = 0; column <= image[0].length - kernel[0].length; column++) {
        let sum = 0;
        for (let i = 0; i < kernel.length; i++) {
          for (let j = 0; j < kernel[0].length; j++) {
            sum += kernel[i][j] * image[row + i][column + j];
          }
        }
        line.push(sum);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "one row and one column too few",
      answer: (image, kernel) =>
        valid(image, kernel)
          .slice(0, -1)
          .map((line) => line.slice(0, -1)),
      says: "The last row and the last column of outputs are missing: those where the kernel touches the lower and the right border. N − K + 1 positions fit, so `<=`, not `<`.",
    },
    {
      name: "one row too few",
      answer: (image, kernel) => valid(image, kernel).slice(0, -1),
      says: "The last row of outputs is missing, the one where the kernel touches the lower border: N − K + 1 positions fit, so `<=`, not `<`.",
    },
    {
      name: "one column too few",
      answer: (image, kernel) => valid(image, kernel).map((line) => line.slice(0, -1)),
      says: "The last column of outputs is missing, the one where the kernel touches the right border: N − K + 1 positions fit, so `<=`, not `<`.",
    },
    {
      name: "runs over the border",
      answer: (image, kernel) =>
        image.map((line, row) => line.map((_, column) => sumAt(image, kernel, (i, j) => [row + i, column + j]))),
      says: "You start the kernel at every pixel, also where it hangs over the border. There is nothing there: the sum becomes NaN, or the row does not exist. Stop at N − K in both directions.",
    },
    {
      name: "rows and columns of the output swapped",
      answer: (image, kernel) => transposed(valid(image, kernel)),
      says: "Your output lies on its side: rows and columns are swapped. Let the outer loop go down the rows, and each line hold the outputs from left to right.",
    },
    {
      name: "one long list",
      answer: (image, kernel) => valid(image, kernel).flat() as unknown as number[][],
      says: "The numbers are right, but in one long list. An image is an array of rows: collect each row of outputs in an array of its own.",
    },
    {
      name: "the sum keeps growing",
      answer: (image, kernel) => {
        let sum = 0;
        return valid(image, kernel).map((line) =>
          line.map((value) => {
            sum += value;
            return sum;
          }),
        );
      },
      says: "Your sum keeps growing from one position to the next. Put `let sum = 0` inside the loop over columns, so that each position starts anew.",
    },
    {
      name: "the sum starts anew in each row only",
      answer: (image, kernel) =>
        valid(image, kernel).map((line) => {
          let sum = 0;
          return line.map((value) => {
            sum += value;
            return sum;
          });
        }),
      says: "Your sum grows along each row. Put `let sum = 0` inside the loop over columns too, so that each position starts anew.",
    },
    {
      name: "every row is the last one",
      answer: (image, kernel) => {
        const output = valid(image, kernel);
        return output.map(() => output[output.length - 1]);
      },
      says: "All your rows are the same: the last one. `Array(n).fill([])` puts one and the same array into every row, so the last write wins. Make a new array for each row.",
    },
    {
      name: "kernel turned by half a turn",
      answer: (image, kernel) => valid(image, turned(kernel)),
      says: "Your kernel is turned by half a turn: its last weight meets the first pixel. Slide it as it stands.",
    },
    {
      name: "jumps by the kernel's size",
      answer: (image, kernel) =>
        valid(image, kernel)
          .filter((_, row) => row % kernel.length === 0)
          .map((line) => line.filter((_, column) => column % kernel[0].length === 0)),
      says: "Your kernel jumps by its whole size. Move it by one pixel each time, so that neighbouring positions overlap.",
    },
    {
      name: "as large as the image",
      answer: (image, kernel) => nested(correlate2d(image, kernel, { mode: "same" })),
      says: "You let the kernel hang over the border, with zeros there. Here only positions count at which the whole kernel lies on the image.",
    },
    {
      name: "as wide as high",
      answer: (image, kernel) =>
        outputsAt(image, kernel, image.length - kernel.length + 1, image.length - kernel.length + 1),
      says: "You take the number of rows for the columns too. Across, the widths count: `image[0].length - kernel[0].length`.",
    },
    {
      name: "the kernel's height for its width",
      answer: (image, kernel) =>
        outputsAt(image, kernel, image.length - kernel.length + 1, image[0].length - kernel.length + 1),
      says: "For the columns you subtract the kernel's height. It need not be square: across, use `kernel[0].length`.",
    },
    {
      name: "right only for three by three",
      answer: (image, kernel) => outputsAt(image, kernel, image.length - 2, image[0].length - 2),
      says: "Your number of positions is right for a kernel of 3 × 3 only. In general the last row is N − K, with the heights, and the last column the same with the widths.",
    },
    {
      name: "only the first row",
      answer: (image, kernel) => valid(image, kernel).slice(0, 1),
      says: "Only the first row of outputs is there. Return behind the outer loop, not inside it.",
    },
    {
      name: "all in every row",
      answer: (image, kernel) => valid(image, kernel).map(() => valid(image, kernel).flat()),
      says: "Every row holds all outputs. You push into one and the same array: `Array(n).fill([])` puts it into every row. Make a new array for each row, inside the loop over rows.",
    },
    {
      name: "averages",
      answer: (image, kernel) =>
        valid(image, kernel).map((line) => line.map((sum) => sum / (kernel.length * kernel[0].length))),
      says: "You divide each output by the number of weights. The output is the plain weighted sum; an average has the division in its weights.",
    },
  ],
  check(answer, t) {
    t.equal(answer(five, weights), nine, "The example: three rows of three sums.");
    t.equal(
      answer(
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        [[1, 10]],
      ),
      [
        [21, 32, 43],
        [65, 76, 87],
      ],
      "A kernel of one row and two columns fits twice downwards and three times across: 1 + 10×2, 2 + 10×3, …",
    );
    t.equal(answer([[3, 5]], [[2, 1]]), [[11]], "A kernel as large as the image fits once.");
    t.agrees(imageAndKernel, "N − K + 1 positions in each direction, row by row, the kernel as it stands.");
  },
});

export const q3 = exercise<(image: number[], kernel: number[], mode: "full" | "same" | "valid") => number[]>({
  id: "04.3",
  title: "The output's shape",
  hints: [
    "In each direction it is the rule of lesson 01: N − K + 1, N, or N + K − 1.",
    "`image[0]` and `kernel[0]` are the heights, `image[1]` and `kernel[1]` the widths. Return the height first.",
  ],
  solution: (image, kernel, mode) => {
    const size = (n: number, k: number) => {
      if (mode === "full") return n + k - 1;
      return mode === "same" ? n : n - k + 1;
    };
    return [size(image[0], kernel[0]), size(image[1], kernel[1])];
  },
  mistakes: [
    {
      name: "full with + 1",
      answer: (image, kernel, mode) => shape(image, kernel, mode).map((side) => (mode === "full" ? side + 2 : side)),
      says: "You use N + K + 1 for the full mode, as some slides do. Count it in one direction: 1 pixel and a kernel of 1 overlap once, and 1 + 1 + 1 would be 3. It is N + K − 1.",
    },
    {
      name: "valid without + 1",
      answer: (image, kernel, mode) => shape(image, kernel, mode).map((side) => (mode === "valid" ? side - 1 : side)),
      says: "In valid mode you leave out position 0. A kernel as large as the image fits once: N − K + 1.",
    },
    {
      name: "full without − 1",
      answer: (image, kernel, mode) => shape(image, kernel, mode).map((side) => (mode === "full" ? side + 1 : side)),
      says: "Your full mode is one too long: N + K counts one position at which nothing overlaps. At least one pixel must lie under the kernel: N + K − 1.",
    },
    {
      name: "width first",
      answer: (image, kernel, mode) => shape(image, kernel, mode).reverse(),
      says: "You return the width first. A shape is [height, width], as in every array of this course.",
    },
    {
      name: "full and valid swapped",
      answer: (image, kernel, mode) =>
        shape(image, kernel, mode === "same" ? mode : mode === "full" ? "valid" : "full"),
      says: "Full and valid are swapped. Valid allows the fewest positions and gives the smaller output.",
    },
    {
      name: "only the height",
      answer: (image, kernel, mode) => shape([image[0], image[0]], [kernel[0], kernel[0]], mode),
      says: "You use the height for both directions. Images and kernels need not be square: the width has its own numbers, `image[1]` and `kernel[1]`.",
    },
    {
      name: "a square kernel",
      answer: (image, kernel, mode) => shape(image, [kernel[0], kernel[0]], mode),
      says: "You take the kernel's height for its width too. It need not be square: for the columns use `kernel[1]`.",
    },
    {
      name: "kernel's sides swapped",
      answer: (image, kernel, mode) => shape(image, [kernel[1], kernel[0]], mode),
      says: "You take the kernel's width from the image's height. Heights go with heights: index 0 with index 0.",
    },
    {
      name: "same as valid",
      answer: (image, kernel, mode) => shape(image, kernel, mode === "same" ? "valid" : mode),
      says: "Mode same puts zeros around the image, just so many that the output is as large as the image.",
    },
    {
      name: "how many numbers",
      answer: (image, kernel, mode) => [shape(image, kernel, mode).reduce((a, b) => a * b)],
      says: "You return how many outputs there are. Asked for is the shape: [height, width].",
    },
  ],
  check(answer, t) {
    t.equal(answer([5, 7], [3, 2], "valid"), [3, 6], "Downwards 5 − 3 + 1, across 7 − 2 + 1.");
    t.equal(answer([5, 7], [3, 2], "same"), [5, 7], "As large as the image.");
    t.equal(answer([5, 7], [3, 2], "full"), [7, 8], "Downwards 5 + 3 − 1, across 7 + 2 − 1.");
    t.agrees(shapesAndMode, "Each direction has its own image side and kernel side.");
  },
});

export const q4 = exercise<(image: number[][], kernel: number[][]) => number[][]>({
  id: "04.4",
  title: "A border that does not go dark: repeat the edge",
  hints: [
    "The output is as large as the image. For the output at [row, column] the kernel's *middle* lies there: its first weight lies `(kernel.length - 1) / 2` rows above.",
    "So the weight [i][j] lies over row `row + i - down`, where `down = (kernel.length - 1) / 2`. This may be below 0 or beyond the last row. Which row is used then?",
    "`Math.min(image.length - 1, Math.max(0, y))` brings a row y back to the nearest one that exists. The same for columns.",
  ],
  solution: (image, kernel) => {
    const down = (kernel.length - 1) / 2;
    const right = (kernel[0].length - 1) / 2;
    const output: number[][] = [];
    for (let row = 0; row < image.length; row++) {
      const line: number[] = [];
      for (let column = 0; column < image[0].length; column++) {
        let sum = 0;
        for (let i = 0; i < kernel.length; i++) {
          for (let j = 0; j < kernel[0].length; j++) {
            const y = Math.min(image.length - 1, Math.max(0, row + i - down));
            const x = Math.min(image[0].length - 1, Math.max(0, column + j - right));
            sum += kernel[i][j] * image[y][x];
          }
        }
        line.push(sum);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "zeros",
      answer: (image, kernel) => nested(correlate2d(image, kernel, { mode: "same" })),
      says: "Beyond the border you count zeros, which is what makes it dark. Take the nearest pixel of the image instead.",
    },
    {
      name: "valid",
      answer: (image, kernel) => valid(image, kernel),
      says: "Your output is smaller than the image: you use only positions at which the whole kernel lies on it. Every pixel must get an output.",
    },
    {
      name: "mirrors",
      answer: (image, kernel) => nested(correlate2d(image, kernel, { mode: "same", boundary: "symm" })),
      says: "You mirror the image at its border. With a kernel of 3 that is the same, but a kernel of 5 looks two pixels out, and there the mirror shows the second pixel. Repeat the outermost one.",
    },
    {
      name: "wraps round",
      answer: (image, kernel) => nested(correlate2d(image, kernel, { mode: "same", boundary: "wrap" })),
      says: "Beyond the left border you take pixels from the right one, as if the image were wound round a tube. Take the nearest pixel of the image.",
    },
    {
      name: "not centred",
      answer: (image, kernel) => repeated(image, kernel, 0, 0),
      says: "The kernel's upper left corner lies on the pixel, so the whole output is moved up and left. Its middle belongs there: subtract (K − 1)/2.",
    },
    {
      name: "one pixel for every kernel",
      answer: (image, kernel) => repeated(image, kernel, 1, 1),
      says: "You move the kernel back by 1, which suits a side of 3 only. Its middle is (K − 1)/2 from its edge: 0 for a side of 1, 2 for a side of 5.",
    },
    {
      name: "the height for both",
      answer: (image, kernel) => repeated(image, kernel, (kernel.length - 1) / 2, (kernel.length - 1) / 2),
      says: "You use the kernel's height to centre it in both directions. Across, its own width counts: (kernel[0].length - 1) / 2.",
    },
    {
      name: "border left as it was",
      answer: (image, kernel) => {
        const [down, right] = [(kernel.length - 1) / 2, (kernel[0].length - 1) / 2];
        const inner = valid(image, kernel);
        return image.map((line, row) => line.map((pixel, column) => inner[row - down]?.[column - right] ?? pixel));
      },
      says: "At the border you keep the pixels of the image. They too must become weighted sums, with the outermost pixel repeated beyond the border.",
    },
    {
      name: "divides by the weights on the image",
      answer: (image, kernel) => {
        const ones = (rows: number[][]) => rows.map((line) => line.map(() => 1));
        const lying = nested(correlate2d(ones(image), ones(kernel), { mode: "same" }));
        const weights = kernel.length * kernel[0].length;
        return nested(correlate2d(image, kernel, { mode: "same" })).map((line, row) =>
          line.map((sum, column) => (sum * weights) / lying[row][column]),
        );
      },
      says: "You scale the sum up by how many weights lie on the image. For an average that is a fair way too, but other kernels go wrong with it. Here the outermost pixel is to be repeated.",
    },
    {
      name: "kernel turned by half a turn",
      answer: (image, kernel) => {
        const round = turned(kernel);
        return repeated(image, round, (kernel.length - 1) / 2, ((kernel[0]?.length ?? 1) - 1) / 2);
      },
      says: "Your kernel is turned by half a turn. Slide it as it stands: only the border differs from exercise 04.2.",
    },
    {
      name: "repeats rows only",
      answer: (image, kernel) => rowsRepeated(image, kernel, 0),
      says: "Above and below you repeat the edge, but left and right you count zeros. Bring the column back into the image too.",
    },
    {
      name: "columns beyond the border",
      answer: (image, kernel) => rowsRepeated(image, kernel, Number.NaN),
      says: "You read pixels left or right of the image: there is nothing, and the sum becomes NaN. Bring the column back into the image, as you do with the row: from 0 to `image[0].length - 1`.",
    },
    {
      name: "the image's height for its width",
      answer: (image, kernel) => {
        const [down, right] = [(kernel.length - 1) / 2, (kernel[0].length - 1) / 2];
        return image.map((line, row) =>
          line.map((_, column) =>
            sumAt(image, kernel, (i, j) => [
              clamp(row + i - down, image.length),
              clamp(column + j - right, image.length),
            ]),
          ),
        );
      },
      says: "You keep the column below the image's height. A column may be as large as `image[0].length - 1`: the width counts.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(
        [
          [90, 90, 90],
          [90, 90, 90],
        ],
        [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ].map((line) => line.map((weight) => weight / 9)),
      ),
      [
        [90, 90, 90],
        [90, 90, 90],
      ],
      "Where every pixel is 90 an average gives 90 everywhere, at the border too.",
    );
    t.equal(
      answer([[5, 1, 2]], [[1, 0, 10]]),
      [[15, 25, 21]],
      "Beside 5 stands another 5: 5×1 + 1×10. Then 5×1 + 2×10. Beside 2 another 2: 1×1 + 2×10.",
    );
    t.equal(
      answer([[4], [7]], [[1], [0], [0], [0], [100]]),
      [[704], [704]],
      "A kernel of five rows looks two pixels up and two down: above 4 stands 4, below 7 stands 7.",
    );
    t.agrees(imageAndOddKernel, "The kernel's middle on the pixel; beyond the border the nearest pixel of the image.");
  },
});

export const q5 = exercise<() => number[][]>({
  id: "04.5",
  title: "Find the scratch: at least 90 % of it, at most 5 false alarms in a thousand",
  hints: [
    "Which weights lie over a line that rises to the right? Give those the same positive weight. Row 0 is on top, so the lower left and the upper right corner belong to it.",
    "All other weights are negative, and equal, so that everything adds up to 0: flat places and the lamp cancel. Then divide all weights by what a scratch of brightness 1 gives: `q5.check` says how much comes out.",
    "A kernel of 3 × 3 meets only three pixels of the scratch, so grain and dust still fool it. What does a longer one do?",
    "In a kernel of K × K give the K weights with `r + c === K - 1` the value K − 1 and all others −1. They add up to 0. Over the scratch the sum is K(K − 1) times its brightness: divide by that.",
  ],
  solution: () => {
    const size = 7;
    const kernel: number[][] = [];
    for (let r = 0; r < size; r++) {
      const line: number[] = [];
      for (let c = 0; c < size; c++) {
        line.push((r + c === size - 1 ? size - 1 : -1) / (size * (size - 1)));
      }
      kernel.push(line);
    }
    return kernel;
  },
  mistakes: [
    {
      name: "the other diagonal",
      answer: () => lineKernel(7).map((line) => [...line].reverse()),
      says: "Your line falls to the right, the scratch rises. Row 0 is on top: a rising line runs from the lower left corner of the kernel to the upper right one.",
    },
    {
      name: "three rows",
      answer: () => lineKernel(3),
      says: "The idea is right: it ignores flat places and the lamp, and the scratch comes out with its full brightness. But three pixels of a line are few, so grain and dust look like it too often. Make the line longer.",
    },
    {
      name: "five rows",
      answer: () => lineKernel(5),
      says: "Nearly: the scratch is found, with a few false alarms too many. The longer the line, the more of the grain cancels. One size more.",
    },
    {
      name: "all round",
      answer: () =>
        [
          [-1, -1, -1],
          [-1, 8, -1],
          [-1, -1, -1],
        ].map((line) => line.map((weight) => weight / 6)),
      says: "This kernel compares a pixel with all its neighbours. So it answers to a speck of dust as well as to a scratch, and to the grain most of all. Give it a direction: positive weights along the line.",
    },
    {
      name: "only the line",
      answer: () => lineKernel(7).map((line) => line.map((weight) => (weight > 0 ? 1 / 7 : 0))),
      says: "You average along the line, which takes the grain away, but your weights add up to 1: the lamp comes through at its full brightness. Subtract what lies beside the line, so that they add up to 0.",
    },
    {
      name: "not divided",
      answer: () => lineKernel(7).map((line) => line.map((weight) => weight * 42)),
      says: "The weights are right up to their size: a scratch that is 1 brighter gives 42. Divide each weight by 42, so that the output says how bright the scratch is.",
    },
    {
      name: "an edge instead of a line",
      answer: () => lineKernel(7).map((line, r) => line.map((_, c) => Math.sign(r + c - 6) / 21)),
      says: "That is a kernel for an edge: plus on one side, minus on the other. A line has the same on both sides and something else in the middle.",
    },
    {
      name: "a vertical line",
      answer: () => [...Array(7)].map(() => [-1, -1, -1, 6, -1, -1, -1].map((weight) => weight / 42)),
      says: "Your line is vertical, so only one pixel of the scratch lies on it. The scratch rises by one row for each column.",
    },
    {
      name: "a horizontal line",
      answer: () => [...Array(7)].map((_, r) => Array(7).fill((r === 3 ? 6 : -1) / 42)),
      says: "Your line is horizontal, so only one pixel of the scratch lies on it. The scratch rises by one row for each column.",
    },
    {
      name: "a box",
      answer: () => [...Array(3)].map(() => Array(3).fill(1 / 9)),
      says: "A box blurs: the scratch is mixed with what lies beside it, and the lamp stays. You need the difference between the line and its sides.",
    },
  ],
  check(answer, t) {
    const kernel = weightsIn(answer());
    const [height, width] = [kernel.length, kernel[0]?.length ?? 0];
    t.ok(height > 0, "Return rows of finite numbers, all rows equally long.");
    if (height === 0) return;
    const odd = height % 2 === 1 && width % 2 === 1 && height <= 9 && width <= 9;
    t.ok(
      odd,
      `Take an odd number of rows and of columns, at most 9, so that one weight is in the middle. You have ${height} × ${width}.`,
    );
    if (!odd) return;
    const flat = respond(kernel, () => 100);
    t.ok(
      Math.abs(flat) <= 0.5,
      `Where every pixel is 100 the output must be 0, and yours is ${short(flat)}. So your weights do not add up to 0.`,
    );
    const lamp = respond(kernel, (row, column) => 100 + 2 * column - 3 * row);
    t.ok(
      Math.abs(lamp) <= 0.5,
      `Where it becomes evenly brighter, as beside the lamp, the output must be 0, and yours is ${short(lamp)}. Let the weights on opposite sides of the middle be equal.`,
    );
    const scratch = respond(kernel, (row, column) => (row + column === 0 ? 10 : 0));
    t.ok(
      Math.abs(scratch - 10) <= 0.5,
      `Over a rising line that is 10 brighter than its sides the output must be 10, and yours is ${short(scratch)}. ${scratch > 0 ? `Divide all weights by ${short(scratch / 10)}.` : "Which weights lie over that line? They must be positive."}`,
    );
    const { found, falseAlarms } = scoreScratch(kernel);
    const have = `On four other sheets: ${found} % of the scratch found, ${falseAlarms} false alarms in a thousand pixels.`;
    t.ok(found >= 90, `${have} At least 90 % must be found.`);
    t.ok(
      falseAlarms <= 5,
      `${have} At most 5 false alarms: grain and dust still look like a scratch to it. What would tell them apart?`,
    );
  },
});
