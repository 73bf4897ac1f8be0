import { type ArrayInput, kernels, toList, toNdarray, toNested } from "cnn-workbook";

/**
 * Four 3 × 3 filters for one channel, [3][3][1][4]: positive where it is lighter on the left, right, above, below. A step from black
 * to white gives 1.
 */
export function edgeFilters(): number[][][][] {
  const x = toNested(kernels.sobelX) as number[][];
  const y = toNested(kernels.sobelY) as number[][];
  const largest = 4 * 255;
  return x.map((row, i) =>
    row.map((_, j) => [[x[i][j], -x[i][j], y[i][j], -y[i][j]].map((weight) => weight / largest)]),
  );
}

/**
 * The mean of the examples of each class.
 *
 * @param features - [n, features]; not modified
 * @param labels - [n], classes from 0
 * @returns [classes][features]
 */
export function classMeans(features: ArrayInput, labels: ArrayInput): number[][] {
  const { data, shape } = toNdarray(features, "features", { rank: 2 });
  const classes = toList(toNdarray(labels, "labels", { rank: 1 }));
  const [, width] = shape;
  const means = Array.from({ length: Math.max(...classes) + 1 }, () => new Array<number>(width).fill(0));
  classes.forEach((label, n) => {
    for (let i = 0; i < width; i++) means[label][i] += data[n * width + i];
  });
  return means.map((sums, label) => {
    const count = classes.filter((other) => other === label).length;
    return sums.map((sum) => sum / (count || 1));
  });
}

/** The class with the largest number in each row [n, classes]. */
export function largestOf(rows: ArrayInput): number[] {
  return (toNested(toNdarray(rows, "rows", { rank: 2 })) as number[][]).map((row) => row.indexOf(Math.max(...row)));
}
