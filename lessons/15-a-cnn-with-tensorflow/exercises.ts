import type { Layer } from "cnn-workbook/architectures";
import {
  dependent,
  exercise,
  type Inputs,
  integers,
  mapped,
  matrices,
  nestedArrays,
  tuple,
} from "cnn-workbook/exercises";
import { judge, slideOne } from "./design.js";

export { network, slideFive, smallDigits } from "./design.js";
export { centredByMass, type DigitSets, digitSets, firstOf, movedRight } from "./digits.js";
export { postCode } from "./hand.js";
export { type Misread, mistakesAmongKept, surestMistakes } from "./mistakes.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10 } from "./predictions.js";

type Rows = number[][];

/** The network of the slide with one layer, or a few, put in another way. */
const changed = (change: (layers: Layer[]) => Layer[]) => () => change(slideOne.map((layer) => ({ ...layer })));
const withLayer = (at: number, change: Partial<Layer>) =>
  changed((layers) => layers.map((layer, i) => (i === at ? ({ ...layer, ...change } as Layer) : layer)));

export const q1 = exercise<() => Layer[]>({
  id: "15.1",
  title: "The network of the slide, as a list of layers",
  hints: [
    "Go through the slide line by line: each call is one layer, and `tf.reshape` is `flatten`. `conv_relu` is a convolution with the activation relu.",
    'SAME keeps the size: `padding: "same"`. The pooling layers take blocks of 2 and move by 2, which is what `size: 2` does by itself.',
    'After the second pooling: `{ type: "flatten" }`, a dense layer of 1024 with relu, `{ type: "dropout", rate: 0.25 }`, and a dense layer of 10 with softmax.',
  ],
  solution: () => {
    return [
      { type: "conv2d", filters: 32, kernel: 5, padding: "same", activation: "relu" },
      { type: "maxPool2d", size: 2 },
      { type: "conv2d", filters: 64, kernel: 5, padding: "same", activation: "relu" },
      { type: "maxPool2d", size: 2 },
      { type: "flatten" },
      { type: "dense", units: 1024, activation: "relu" },
      { type: "dropout", rate: 0.25 },
      { type: "dense", units: 10, activation: "softmax" },
    ];
  },
  mistakes: [
    {
      name: "padding forgotten",
      answer: changed((layers) => layers.map((l) => (l.type === "conv2d" ? { ...l, padding: "valid" } : l))),
      says: 'Your first convolution shrinks the picture to 24 × 24. The slide says SAME: add `padding: "same"`.',
    },
    {
      name: "padding in the first only",
      answer: withLayer(2, { padding: "valid" }),
      says: "The first convolution keeps the size, the second does not. On the slide both have SAME.",
    },
    {
      name: "3 by 3 kernels",
      answer: changed((layers) => layers.map((l) => (l.type === "conv2d" ? { ...l, kernel: 3 } : l))),
      says: "Your kernels are 3 × 3. The slide's `k_size` is 5.",
    },
    {
      name: "second pooling forgotten",
      answer: changed((layers) => layers.filter((_, i) => i !== 3)),
      says: "After the second convolution the slide pools once more. Without it 14 × 14 places go into the dense layer, four times as many numbers.",
    },
    {
      name: "flatten forgotten",
      answer: changed((layers) => layers.filter(({ type }) => type !== "flatten")),
      says: 'The dense layer wants one long list. The slide\'s `tf.reshape` makes it: `{ type: "flatten" }`.',
    },
    {
      name: "no dropout",
      answer: changed((layers) => layers.filter(({ type }) => type !== "dropout")),
      says: 'The dropout layer is missing. It changes no count, so the parameters cannot tell you. It stands between the dense layers: `{ type: "dropout", rate: 0.25 }`.',
    },
    {
      name: "dropout before the dense layer",
      answer: changed((layers) => [...layers.slice(0, 5), layers[6], layers[5], layers[7]]),
      says: "Your dropout stands before the dense layer of 1024. On the slide it comes after it and silences its units.",
    },
    {
      name: "rate to keep",
      answer: withLayer(6, { rate: 0.75 }),
      says: "`rate` is the share that is silenced. To silence a quarter it is 0.25; 0.75 is the share that is kept.",
    },
    {
      name: "rate of slides 5",
      answer: withLayer(6, { rate: 0.2 }),
      says: "0.2 is the rate of slides 5. Here a quarter is wanted: 0.25.",
    },
    {
      name: "no activation after the convolutions",
      answer: changed((layers) => layers.map((l) => (l.type === "conv2d" ? { ...l, activation: "linear" } : l))),
      says: 'The slide calls `conv_relu`: ReLU belongs to it. Without it two convolutions behind each other are one (lesson 12). Add `activation: "relu"`.',
    },
    {
      name: "no activation after 1024",
      answer: withLayer(5, { activation: "linear" }),
      says: "The dense layer of 1024 has no activation. On the slide it stands around the call: `tf.nn.relu(fully_connected(…))`. Two dense layers with nothing between are one (lesson 12).",
    },
    {
      name: "no softmax",
      answer: withLayer(7, { activation: "linear" }),
      says: "Your network ends in scores. The slide does so too, and puts softmax into its loss; here the network must answer with probabilities: softmax.",
    },
    {
      name: "sigmoid at the end",
      answer: withLayer(7, { activation: "sigmoid" }),
      says: "A sigmoid judges each digit by itself, and the ten do not add up to 1. One of ten is asked for: softmax.",
    },
    {
      name: "filters swapped",
      answer: changed(([a, b, c, ...rest]) => [
        { ...a, filters: 64 } as Layer,
        b,
        { ...c, filters: 32 } as Layer,
        ...rest,
      ]),
      says: "The filters are swapped: 32 in the first convolution, 64 in the second. Smaller maps, more of them.",
    },
    {
      name: "1000 units",
      answer: withLayer(5, { units: 1000 }),
      says: "The slide's dense layer has 1024 units, not 1000.",
    },
  ],
  check(answer, t) {
    for (const { holds, because } of judge(answer())) t.ok(holds, because);
  },
});

/** As many labels as predictions, and more classes than may occur. */
const answers = dependent(tuple<[number, number]>(integers(1, 8), integers(2, 4)), ([count, classes]) =>
  tuple<[number[], number[], number]>(
    nestedArrays([count], integers(0, classes - 1)) as never,
    nestedArrays([count], integers(0, classes - 1)) as never,
    integers(classes, classes),
  ),
);

const empty = (classes: number): Rows => Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
const countInto = (
  matrix: Rows,
  labels: number[],
  read: number[],
  add: (m: Rows, label: number, got: number) => void,
) => {
  labels.forEach((label, i) => {
    add(matrix, label, read[i]);
  });
  return matrix;
};
const counted = (labels: number[], read: number[], classes: number) =>
  countInto(empty(classes), labels, read, (m, label, got) => m[label][got]++);

export const q2 = exercise<(labels: number[], predictions: number[], classes: number) => Rows>({
  id: "15.2",
  title: "Who was taken for whom",
  hints: [
    "The table is there, all zeros. Go through the pictures: each one adds 1 in one place.",
    "The row is what the picture is, the column what it was read as.",
    "In the loop: `matrix[labels[i]][predictions[i]] += 1;`",
  ],
  solution: (labels, predictions, classes) => {
    const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
    for (let i = 0; i < labels.length; i++) {
      matrix[labels[i]][predictions[i]] += 1;
    }
    return matrix;
  },
  mistakes: [
    {
      name: "axes swapped",
      answer: (labels, read, classes) => counted(read, labels, classes),
      says: "Rows and columns are swapped: the row is the true class, the column is what it was read as. (Some books do it the other way; look before you read one.)",
    },
    {
      name: "only the right ones",
      answer: (labels, read, classes) =>
        countInto(empty(classes), labels, read, (m, label, got) => {
          if (label === got) m[label][got]++;
        }),
      says: "You count only the right answers. The wrong ones are what this table is for.",
    },
    {
      name: "only the wrong ones",
      answer: (labels, read, classes) =>
        countInto(empty(classes), labels, read, (m, label, got) => {
          if (label !== got) m[label][got]++;
        }),
      says: "You leave out the right answers. They stand on the diagonal, and each row adds up to all pictures of its class.",
    },
    {
      name: "1 instead of one more",
      answer: (labels, read, classes) =>
        countInto(empty(classes), labels, read, (m, label, got) => {
          m[label][got] = 1;
        }),
      says: "You set the place to 1 instead of adding 1. When a pair occurs again it must count again.",
    },
    {
      name: "one row for all",
      answer: (labels, read, classes) => {
        const matrix = new Array<number[]>(classes).fill(new Array<number>(classes).fill(0));
        return countInto(matrix, labels, read, (m, label, got) => m[label][got]++);
      },
      says: "All rows are the same. `Array(classes).fill(row)` puts one and the same row into every place, so a count in it shows in all. Make a new row for each, as the given line does.",
    },
    {
      name: "both ways",
      answer: (labels, read, classes) =>
        countInto(empty(classes), labels, read, (m, label, got) => {
          m[label][got]++;
          if (label !== got) m[got][label]++;
        }),
      says: "You count a mistake in two places. A 4 read as a 9 is not a 9 read as a 4: only `matrix[4][9]` grows.",
    },
    {
      name: "shares of a row",
      answer: (labels, read, classes) =>
        counted(labels, read, classes).map((row) => {
          const sum = row.reduce((a, b) => a + b, 0);
          return row.map((n) => (sum ? n / sum : 0));
        }),
      says: "You divide by the pictures of the class. Useful, but wanted are counts.",
    },
    {
      name: "shares of all",
      answer: (labels, read, classes) => counted(labels, read, classes).map((row) => row.map((n) => n / labels.length)),
      says: "You divide by the number of all pictures. Wanted are counts.",
    },
    {
      name: "last picture left out",
      answer: (labels, read, classes) => counted(labels.slice(0, -1), read, classes),
      says: "The last picture is missing. Let i run while it is below `labels.length`.",
    },
    {
      name: "first picture left out",
      answer: (labels, read, classes) => counted(labels.slice(1), read.slice(1), classes),
      says: "The first picture is missing. Pictures are counted from 0.",
    },
    {
      name: "places of the pictures",
      answer: (labels, read, classes) => countInto(empty(classes), labels, read, (m, label) => m[label][label]++),
      says: "You use the true class for row and column, so everything lands on the diagonal. The column is the prediction.",
    },
    {
      name: "number of mistakes",
      answer: (labels, read) => labels.filter((label, i) => label !== read[i]).length as never,
      says: "You return one number. Wanted is the whole table, a row for each class.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([0, 1, 2, 2], [0, 2, 2, 1], 3),
      [
        [1, 0, 0],
        [0, 0, 1],
        [0, 1, 1],
      ],
      "Picture 1 is a 1 and was read as a 2: row 1, column 2.",
    );
    t.equal(
      answer([1, 1, 1, 0], [0, 0, 1, 0], 2),
      [
        [1, 0],
        [2, 1],
      ],
      "Two pictures of class 1 were read as 0.",
    );
    t.equal(
      answer([0], [2], 4),
      [
        [0, 0, 1, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      "Classes that do not occur have their rows and columns too.",
    );
    t.agrees(answers, "Each picture adds 1 in row `labels[i]`, column `predictions[i]`.");
  },
});

/** Square tables of counts in which somebody was mistaken. */
const confusions = mapped(
  dependent(integers(2, 4), (classes) => nestedArrays([classes, classes], integers(0, 5)) as Inputs<Rows>),
  (table: Rows) => {
    const wrong = table.some((row, i) => row.some((n, j) => i !== j && n > 0));
    return wrong ? table : table.map((row, i) => row.map((n, j) => n + Number(i === 1 && j === 0)));
  },
);

const largestWhere = (matrix: Rows, allowed: (i: number, j: number) => boolean, orEqual = false): number[] => {
  let pair = [0, 0];
  let most = 0;
  matrix.forEach((row, i) => {
    row.forEach((n, j) => {
      if (allowed(i, j) && (n > most || (orEqual && n === most))) {
        pair = [i, j];
        most = n;
      }
    });
  });
  return pair;
};
const apart = (i: number, j: number) => i !== j;

export const q3 = exercise<(matrix: Rows) => number[]>({
  id: "15.3",
  title: "The commonest mistake",
  hints: [
    "Two loops, over rows and columns. Remember the largest count so far, and where it stood.",
    "The diagonal does not count: there the row equals the column.",
    "`if (i !== j && matrix[i][j] > most) { most = matrix[i][j]; pair = [i, j]; }`, where `most` begins with 0.",
  ],
  solution: (matrix) => {
    let most = 0;
    let pair: number[] = [];
    for (const [i, row] of matrix.entries()) {
      for (const [j, count] of row.entries()) {
        if (i !== j && count > most) {
          most = count;
          pair = [i, j];
        }
      }
    }
    return pair;
  },
  mistakes: [
    {
      name: "diagonal too",
      answer: (matrix) => largestWhere(matrix, () => true),
      says: "You found the largest count of all, and that stands on the diagonal: right answers. Leave out the places with i equal to j.",
    },
    {
      name: "read before truth",
      answer: (matrix) => largestWhere(matrix, apart).reverse(),
      says: "The pair is right, in the other order. First what the pictures are (the row), then what they were read as (the column).",
    },
    {
      name: "both directions together",
      answer: (matrix) =>
        largestWhere(
          matrix.map((row, i) => row.map((n, j) => n + matrix[j][i])),
          apart,
        ),
      says: "You add up the mistakes in both directions. How often a 4 is read as a 9 and how often a 9 as a 4 are two questions.",
    },
    {
      name: "above the diagonal only",
      answer: (matrix) => largestWhere(matrix, (i, j) => i < j),
      says: "You look only above the diagonal. Below it stand other mistakes: the table need not be symmetric.",
    },
    {
      name: "below the diagonal only",
      answer: (matrix) => largestWhere(matrix, (i, j) => i > j),
      says: "You look only below the diagonal. Above it stand other mistakes: the table need not be symmetric.",
    },
    {
      name: "the last of equals",
      answer: (matrix) => largestWhere(matrix, apart, true),
      says: "Of equal counts you take the last. Wanted is the first, row by row: a later one must be larger.",
    },
    {
      name: "the count",
      answer: (matrix) => Math.max(...matrix.flatMap((row, i) => row.filter((_, j) => i !== j))) as never,
      says: "You return how many there are. Wanted is which pair: [truth, read].",
    },
    {
      name: "place in one row",
      answer: (matrix) => {
        const [i, j] = largestWhere(matrix, apart);
        return (i * matrix.length + j) as never;
      },
      says: "You return one number, a place in the flattened table. Wanted are two: the row and the column.",
    },
    {
      name: "begins with a right answer",
      answer: (matrix) => {
        const first = matrix[0][0];
        const larger = matrix.map((row, i) => row.map((n, j) => (i !== j && n > first ? n : 0)));
        return largestWhere(larger, apart);
      },
      says: "Your largest count begins with `matrix[0][0]`, which counts right answers, and hardly any mistake is as common. Begin with 0.",
    },
    {
      name: "rarest",
      answer: (matrix) =>
        largestWhere(
          matrix.map((row) => row.map((n) => 100 - n)),
          apart,
        ),
      says: "You found the rarest mistake. Look for the largest count, not the smallest.",
    },
    {
      name: "class with the most mistakes",
      answer: (matrix) => {
        const sums = matrix.map((row, i) => row.reduce((sum, n, j) => sum + (i === j ? 0 : n), 0));
        const i = sums.indexOf(Math.max(...sums));
        const row = matrix[i].map((n, j) => (i === j ? -1 : n));
        return [i, row.indexOf(Math.max(...row))];
      },
      says: "You first looked for the class with the most mistakes in all. The commonest single mistake can stand in another row.",
    },
    {
      name: "counted from 1",
      answer: (matrix) => largestWhere(matrix, apart).map((n) => n + 1),
      says: "Your classes are counted from 1. Row 0 is the digit 0.",
    },
    {
      name: "first row only",
      answer: (matrix) => largestWhere(matrix, (i, j) => i === 0 && j > 0),
      says: "You looked at the first row only. Return after both loops, not inside them.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([
        [90, 1, 2],
        [3, 80, 5],
        [7, 0, 95],
      ]),
      [2, 0],
      "The largest count beside the diagonal is 7: digits 2 that were read as 0.",
    );
    t.equal(
      answer([
        [5, 4],
        [0, 9],
      ]),
      [0, 1],
      "4 pictures of class 0 were read as 1.",
    );
    t.equal(
      answer([
        [9, 0, 3],
        [1, 0, 0],
        [3, 2, 8],
      ]),
      [0, 2],
      "Two mistakes are equally common; the first one counts.",
    );
    t.agrees([confusions], "The largest count beside the diagonal, the first if there are several.");
  },
});

/** Probabilities of two to four classes in eighths, the label of each row, and a threshold that some rows just reach. */
const decisions = dependent(tuple<[number, number]>(integers(1, 6), integers(2, 4)), ([count, classes]) =>
  mapped(
    tuple<[Rows, number[], number]>(
      nestedArrays([count, classes], integers(1, 6)) as never,
      nestedArrays([count], integers(0, classes - 1)) as never,
      integers(2, 8),
    ),
    ([weights, labels, threshold]): [Rows, number[], number] => [
      weights.map((row) => {
        const largest = row.indexOf(Math.max(...row));
        const share = row[largest] / 8;
        return row.map((_, j) => (j === largest ? share : (1 - share) / (row.length - 1)));
      }),
      labels,
      threshold / 8,
    ],
  ),
);

const top = (row: number[]) => Math.max(...row);
const decide = (
  probabilities: Rows,
  labels: number[],
  keeps: (row: number[], i: number) => boolean,
  picks = (row: number[]) => row.indexOf(top(row)),
) => {
  const kept = probabilities.map((row, i) => ({ row, label: labels[i] })).filter(({ row }, i) => keeps(row, i));
  const right = kept.filter(({ row, label }) => picks(row) === label).length;
  return { kept: kept.length, right, all: labels.length };
};
const shares = ({ kept, right, all }: ReturnType<typeof decide>) => [kept / all, kept ? right / kept : 1];

export const q4 = exercise<(probabilities: Rows, labels: number[], threshold: number) => number[]>({
  id: "15.4",
  title: "Keep what it is sure of",
  hints: [
    "For each picture: find the largest probability. If it reaches the threshold, the picture is kept; then look whether the class with that probability is the label.",
    "Two counts are enough, `kept` and `right`. At the end you divide twice, by two different numbers.",
    "For one row: `const sure = Math.max(...row)`, kept if `sure >= threshold`, right if `row.indexOf(sure) === labels[i]`. Return `[kept / labels.length, kept === 0 ? 1 : right / kept]`.",
  ],
  solution: (probabilities, labels, threshold) => {
    let kept = 0;
    let right = 0;
    for (let i = 0; i < labels.length; i++) {
      const sure = Math.max(...probabilities[i]);
      if (sure >= threshold) {
        kept += 1;
        if (probabilities[i].indexOf(sure) === labels[i]) right += 1;
      }
    }
    return [kept / labels.length, kept === 0 ? 1 : right / kept];
  },
  mistakes: [
    {
      name: "accuracy over all",
      answer: (p, labels, threshold) => {
        const { kept, right, all } = decide(p, labels, (row) => top(row) >= threshold);
        return [kept / all, right / all];
      },
      says: "You divide the right ones by all pictures. Those that were passed on are no mistakes: divide by the pictures that were kept.",
    },
    {
      name: "above instead of at least",
      answer: (p, labels, threshold) => shares(decide(p, labels, (row) => top(row) > threshold)),
      says: "A picture that reaches the threshold exactly is kept: `>=`.",
    },
    {
      name: "the label's probability",
      answer: (p, labels, threshold) => shares(decide(p, labels, (row, i) => row[labels[i]] >= threshold)),
      says: "You decide by the probability of the right class. When a letter comes in nobody knows the right class: decide by the largest probability.",
    },
    {
      name: "share passed on",
      answer: (p, labels, threshold) => {
        const [share, accuracy] = shares(decide(p, labels, (row) => top(row) >= threshold));
        return [1 - share, accuracy];
      },
      says: "Your first number is the share that is passed on. Wanted is the share that is kept.",
    },
    {
      name: "judges those passed on",
      answer: (p, labels, threshold) => shares(decide(p, labels, (row) => top(row) < threshold)),
      says: "You keep the pictures below the threshold. Those are the unsure ones; keep the others.",
    },
    {
      name: "not a number",
      answer: (p, labels, threshold) => {
        const { kept, right, all } = decide(p, labels, (row) => top(row) >= threshold);
        return [kept / all, right / kept];
      },
      says: "When nothing is kept you divide 0 by 0, and that is no number. Nothing was misread then: return 1.",
    },
    {
      name: "0 where nothing is kept",
      answer: (p, labels, threshold) => {
        const { kept, right, all } = decide(p, labels, (row) => top(row) >= threshold);
        return [kept / all, kept ? right / kept : 0];
      },
      says: "When nothing is kept you give the accuracy 0, as if all were wrong. Nothing was misread: return 1.",
    },
    {
      name: "counts",
      answer: (p, labels, threshold) => {
        const { kept, right } = decide(p, labels, (row) => top(row) >= threshold);
        return [kept, right];
      },
      says: "Those are the counts. Wanted are shares: divide each by the number of pictures it is a part of.",
    },
    {
      name: "percent",
      answer: (p, labels, threshold) => shares(decide(p, labels, (row) => top(row) >= threshold)).map((v) => 100 * v),
      says: "You return percent. Wanted are shares of 1.",
    },
    {
      name: "share of mistakes",
      answer: (p, labels, threshold) => {
        const [share, accuracy] = shares(decide(p, labels, (row) => top(row) >= threshold));
        return [share, 1 - accuracy];
      },
      says: "Your second number is the share of mistakes. Wanted is the share of right ones.",
    },
    {
      name: "wrong order",
      answer: (p, labels, threshold) => shares(decide(p, labels, (row) => top(row) >= threshold)).reverse(),
      says: "The two numbers are in the other order: first the share that is kept, then how many of those are right.",
    },
    {
      name: "last class",
      answer: (p, labels, threshold) =>
        shares(
          decide(
            p,
            labels,
            (row) => top(row) >= threshold,
            (row) => row.length - 1,
          ),
        ),
      says: "You compare the label with the last class. The class that the network names is the one with the largest probability: `row.indexOf(…)`.",
    },
    {
      name: "one class reaches it",
      answer: (p, labels, threshold) => shares(decide(p, labels, (row) => row[0] >= threshold)),
      says: "You look at the first probability of each row only. The largest one decides.",
    },
    {
      name: "probability for class",
      answer: (p, labels, threshold) => {
        const { kept, all } = decide(p, labels, (row) => top(row) >= threshold);
        const { right } = decide(p, labels, (row, i) => top(row) >= threshold && top(row) === labels[i]);
        return [kept / all, kept ? right / kept : 1];
      },
      says: "You compare a probability with the label. The label is a class: compare it with the place of the largest probability, `row.indexOf(sure)`.",
    },
    {
      name: "right ones of all",
      answer: (p, labels, threshold) => {
        const { kept, all } = decide(p, labels, (row) => top(row) >= threshold);
        const { right } = decide(p, labels, () => true);
        return [kept / all, kept ? right / kept : 1];
      },
      says: "You count right answers among all pictures and divide by those that were kept. Count a right answer only where the picture is kept.",
    },
    {
      name: "threshold ignored",
      answer: (p, labels) => shares(decide(p, labels, () => true)),
      says: "You keep every picture. Only those whose largest probability reaches the threshold are kept.",
    },
  ],
  check(answer, t) {
    const four = [
      [0.9, 0.05, 0.05],
      [0.2, 0.7, 0.1],
      [0.1, 0.3, 0.6],
      [0.4, 0.35, 0.25],
    ];
    t.equal(
      answer(four, [0, 2, 2, 1], 0.6),
      [0.75, 2 / 3],
      "Three reach 0.6, and of those the first and the third are right.",
    );
    t.equal(answer(four, [0, 2, 2, 1], 0.65), [0.5, 0.5], "0.9 and 0.7 reach it; the second is wrong.");
    t.equal(answer(four, [0, 2, 2, 1], 0.95), [0, 1], "None is that sure: nothing is kept, nothing misread.");
    t.equal(answer([[0.25, 0.75]], [1], 0.75), [1, 1], "Exactly the threshold is enough.");
    t.agrees(decisions, "Keep where the largest probability is at least the threshold; judge only those.");
  },
});

const pictures = matrices({ rows: [1, 5], columns: [1, 5], values: integers(0, 9) });

interface Mass {
  ink: number;
  row: number;
  column: number;
}
const massOf = (image: Rows, weigh = (value: number) => value): Mass => {
  const sums = { ink: 0, row: 0, column: 0 };
  image.forEach((row, r) => {
    row.forEach((value, c) => {
      sums.ink += weigh(value);
      sums.row += r * weigh(value);
      sums.column += c * weigh(value);
    });
  });
  return sums;
};
const shiftOf = (image: Rows, { ink, row, column }: Mass, centre = (side: number) => (side - 1) / 2) =>
  ink === 0 ? [0, 0] : [centre(image.length) - row / ink, centre(image[0].length) - column / ink];
const boxMiddle = (image: Rows): Mass => {
  const rows = image.flatMap((row, r) => (row.some((v) => v > 0) ? [r] : []));
  const columns = image[0].flatMap((_, c) => (image.some((row) => row[c] > 0) ? [c] : []));
  const middle = (list: number[]) => (Math.min(...list) + Math.max(...list)) / 2;
  return rows.length === 0 ? { ink: 0, row: 0, column: 0 } : { ink: 1, row: middle(rows), column: middle(columns) };
};
/** The sums divided by the number of pixels, put such that `shiftOf` gives that. */
const pixelMean = (image: Rows): Mass => {
  const { ink, row, column } = massOf(image);
  const pixels = image.length * image[0].length;
  return { ink: Number(ink > 0), row: row / pixels, column: column / pixels };
};

export const q5 = exercise<(image: Rows) => number[]>({
  id: "15.5",
  title: "Into the middle, by its mass",
  hints: [
    "Three sums over all pixels: the ink, the ink times its row, and the ink times its column.",
    "The centre of mass is at row `rowSum / ink` and column `columnSum / ink`. The middle of n rows is row (n − 1) / 2.",
    "Return `[(image.length - 1) / 2 - rowSum / ink, (image[0].length - 1) / 2 - columnSum / ink]`, and `[0, 0]` where there is no ink.",
  ],
  solution: (image) => {
    let ink = 0;
    let rowSum = 0;
    let columnSum = 0;
    for (let r = 0; r < image.length; r++) {
      for (let c = 0; c < image[r].length; c++) {
        ink += image[r][c];
        rowSum += image[r][c] * r;
        columnSum += image[r][c] * c;
      }
    }
    if (ink === 0) return [0, 0];
    return [(image.length - 1) / 2 - rowSum / ink, (image[0].length - 1) / 2 - columnSum / ink];
  },
  mistakes: [
    {
      name: "the other way",
      answer: (image) => shiftOf(image, massOf(image)).map((v) => (v === 0 ? 0 : -v)),
      says: "The numbers are right, with the wrong sign: that is where the ink is, seen from the middle. Wanted is the way back: middle − centre of mass.",
    },
    {
      name: "columns first",
      answer: (image) => shiftOf(image, massOf(image)).reverse(),
      says: "Rows and columns are swapped. The first number moves down, along the rows; the second to the right.",
    },
    {
      name: "rows weighed by columns",
      answer: (image) => {
        const { ink, row, column } = massOf(image);
        return shiftOf(image, { ink, row: column, column: row });
      },
      says: "The two sums are exchanged: for the mean row, weigh the row number r by the ink, `image[r][c] * r`; for the mean column, c.",
    },
    {
      name: "middle of n is n / 2",
      answer: (image) => shiftOf(image, massOf(image), (side) => side / 2),
      says: "The middle of 5 rows, counted from 0, is row 2, not 2.5: (n − 1) / 2.",
    },
    {
      name: "middle rounded",
      answer: (image) => shiftOf(image, massOf(image), (side) => Math.floor(side / 2)),
      says: "The middle of 4 columns lies between columns 1 and 2, at 1.5. Do not round it: (n − 1) / 2.",
    },
    {
      name: "ink or not",
      answer: (image) =>
        shiftOf(
          image,
          massOf(image, (value) => Number(value > 0)),
        ),
      says: "You count each pixel with ink as 1. A dark pixel weighs more than a faint one: weigh each by its value.",
    },
    {
      name: "middle of the box",
      answer: (image) => shiftOf(image, boxMiddle(image)),
      says: "You centre the box around the ink. Its centre of mass is another point: a 7 has most of its ink on top.",
    },
    {
      name: "divided by the pixels",
      answer: (image) => shiftOf(image, pixelMean(image)),
      says: "You divide by the number of pixels. A weighted mean is divided by the sum of the weights: by the ink.",
    },
    {
      name: "not divided",
      answer: (image) => {
        const { ink, row, column } = massOf(image);
        return shiftOf(image, { ink: Number(ink > 0), row, column });
      },
      says: "You do not divide by the ink. `rowSum / ink` is the mean row; `rowSum` alone grows with the ink.",
    },
    {
      name: "whole pixels",
      answer: (image) => shiftOf(image, massOf(image)).map((v) => Math.round(v) || 0),
      says: "You round to whole pixels. Leave the fraction; whoever moves the picture will round.",
    },
    {
      name: "the centre itself",
      answer: (image) => {
        const { ink, row, column } = massOf(image);
        return ink === 0 ? [0, 0] : [row / ink, column / ink];
      },
      says: "That is the centre of mass. Wanted is how far the picture must be moved: middle − centre of mass.",
    },
    {
      name: "no ink, no number",
      answer: (image) => {
        const { ink, row, column } = massOf(image);
        return [(image.length - 1) / 2 - row / ink, (image[0].length - 1) / 2 - column / ink];
      },
      says: "An empty picture has no ink, and 0 / 0 is no number. There is nothing to move: return [0, 0].",
    },
    {
      name: "the darkest pixel",
      answer: (image) => {
        const most = Math.max(...image.flat());
        const r = image.findIndex((row) => row.includes(most));
        return shiftOf(image, { ink: most, row: r * most, column: image[r].indexOf(most) * most });
      },
      says: "You centre the pixel with the most ink. All ink counts, each pixel with its weight.",
    },
    {
      name: "height for both",
      answer: (image) => {
        const { ink, row, column } = massOf(image);
        const middle = (image.length - 1) / 2;
        return ink === 0 ? [0, 0] : [middle - row / ink, middle - column / ink];
      },
      says: "You use the number of rows for both directions. Across, the middle comes from the number of columns: `image[0].length`.",
    },
    {
      name: "counted from 1",
      answer: (image) => {
        const { ink, row, column } = massOf(image);
        return shiftOf(image, { ink, row: row + ink, column: column + ink });
      },
      says: "You are off by one pixel in both directions. Count rows and columns from 0 throughout.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([
        [0, 0, 0, 0],
        [1, 2, 0, 5],
        [0, 0, 0, 0],
      ]),
      [0, 1.5 - 17 / 8],
      "All ink is in the middle row. Its mean column is 17 / 8 = 2.125, the middle 1.5.",
    );
    t.equal(
      answer([
        [3, 1],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
      [2, 0.25],
      "All ink is in row 0, and row 2 is the middle. The mean column is 1 / 4.",
    );
    t.equal(answer([[0, 0, 0]]), [0, 0], "No ink: nothing to move.");
    t.agrees([pictures], "Middle minus centre of mass, along the rows and along the columns.");
  },
});
