import { type ArrayInput, toNdarray, toNested } from "cnn-workbook";
import { dense, relu } from "cnn-workbook/layers";

/** Two dense layers with ReLU between them: two inputs, some hidden units, one output. */
export interface Network {
  /** [2][units] */
  weights1: number[][];
  /** [units] */
  bias1: number[];
  /** [units][1] */
  weights2: number[][];
  /** [1] */
  bias2: number[];
}

/** A point of exercise 12.4 and what a network says of it. */
export interface Place {
  point: [number, number];
  output: number;
  wanted: boolean;
}

/** The points of exercise 12.4: x from 0 to 5, y from 0 to 3; wanted are those with |x − y| of at most 1. */
export const stripPoints: [number, number][] = [0, 1, 2, 3].flatMap((y) =>
  [0, 1, 2, 3, 4, 5].map((x): [number, number] => [x, y]),
);

export const inStrip = ([x, y]: readonly number[]) => Math.abs(x - y) <= 1;

/** The network that tells exactly-one from both-or-none: (0, 1) and (1, 0) from (0, 0) and (1, 1). */
export const exactlyOne: Network = {
  weights1: [
    [1, 1],
    [1, 1],
  ],
  bias1: [0, -1],
  weights2: [[1], [-2]],
  bias2: [-0.5],
};

/**
 * What a network says of points: the outputs of its second layer.
 *
 * @param points - [n][2]
 * @example outputsOf(exactlyOne, [[0, 1]]) // [0.5]
 */
export function outputsOf({ weights1, bias1, weights2, bias2 }: Network, points: readonly number[][]): number[] {
  const hidden = relu(
    dense(
      points.map((point) => [...point]),
      weights1,
      { bias: bias1 },
    ),
  );
  return (toNested(dense(hidden, weights2, { bias: bias2 })) as number[][]).map(([output]) => output);
}

/** What a network says of every point of exercise 12.4. */
export function placesOf(network: Network): Place[] {
  const outputs = outputsOf(network, stripPoints);
  return stripPoints.map((point, i) => ({ point, output: outputs[i], wanted: inStrip(point) }));
}

/** The shape of an array of any kind; none where it is no array of finite numbers, or ragged. */
export function shapeOf(array: unknown): number[] | undefined {
  try {
    return toNdarray(array as ArrayInput, "array").shape;
  } catch {
    return undefined;
  }
}
