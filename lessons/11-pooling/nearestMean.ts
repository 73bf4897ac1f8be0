import { type ArrayInput, toNdarray } from "cnn-workbook";

/** Says of each picture which class it is. */
export type Comparer = (pictures: ArrayInput) => number[];

/**
 * The simplest program that learns: it keeps the mean of all examples of each class. Of a new picture it says the class
 * whose mean is nearest, number by number.
 *
 * @param examples - [count, ...]: pictures, or whatever numbers describe them; not modified
 * @param labels - the class of each, from 0
 * @returns a function that gives the class of each of other pictures, of the same shape
 * @throws {RangeError} pictures with another number of numbers
 * @example nearestMean(learn.images, learn.labels)(test.images) // [3, 8, …]
 * @see Hastie, Tibshirani & Friedman, The Elements of Statistical Learning (2009), §18.2, nearest centroids
 */
export function nearestMean(examples: ArrayInput, labels: readonly number[]): Comparer {
  const rows = rowsOf(examples);
  const length = rows[0].length;
  const means = Array.from({ length: Math.max(...labels) + 1 }, () => new Float64Array(length));
  const counts = means.map((_, label) => labels.filter((one) => one === label).length);
  rows.forEach((row, i) => {
    const mean = means[labels[i]];
    for (let j = 0; j < length; j++) mean[j] += row[j] / counts[labels[i]];
  });
  return (pictures) =>
    rowsOf(pictures).map((row) => {
      if (row.length !== length) throw new RangeError(`a picture has ${row.length} numbers, the means have ${length}`);
      const distances = means.map((mean) => distance(row, mean));
      return distances.indexOf(Math.min(...distances));
    });
}

/** How many percent of the answers are right. */
export function percentRight(answers: readonly number[], labels: readonly number[]): number {
  return (100 * answers.filter((answer, i) => answer === labels[i]).length) / labels.length;
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return sum;
}

function rowsOf(pictures: ArrayInput): Float64Array[] {
  const { data, shape } = toNdarray(pictures, "pictures", { shared: true });
  const length = data.length / shape[0];
  return Array.from({ length: shape[0] }, (_, i) => data.subarray(i * length, (i + 1) * length));
}
