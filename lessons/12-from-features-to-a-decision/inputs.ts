import { dependent, integers, mapped, nestedArrays, numbers, signals, tuple } from "cnn-workbook/exercises";

export type Rows = number[][];

const list = (length: number, values = integers(-9, 9)) => nestedArrays([length], values) as never;

export const inputsAndWeights = dependent(integers(1, 5), (length) =>
  tuple<[number[], number[], number]>(list(length), list(length), integers(-20, 20)),
);

export const batchAndLayer = dependent(
  tuple<[number, number, number]>(integers(1, 3), integers(1, 4), integers(1, 4)),
  ([examples, inputs, units]) =>
    tuple<[Rows, Rows, number[]]>(
      nestedArrays([examples, inputs]) as never,
      nestedArrays([inputs, units]) as never,
      list(units),
    ),
);

/** Rows of probabilities, each with the sum 1 and none 0, and a label for each. */
export const probabilitiesAndLabels = dependent(
  tuple<[number, number]>(integers(1, 4), integers(2, 4)),
  ([examples, classes]) =>
    tuple<[Rows, number[]]>(
      mapped(nestedArrays([examples, classes], integers(1, 9)) as never, (rows: Rows) =>
        rows.map((row) => row.map((value) => value / row.reduce((a, b) => a + b))),
      ),
      list(examples, integers(0, classes - 1)),
    ),
);

export const someScores = signals({ maxLength: 5, values: numbers(-4, 4) });
