import { toList } from "cnn-workbook";
import { adam } from "cnn-workbook/learning";
import {
  contourLines,
  heightAt,
  q4,
  reshape,
  slopesAt,
  sortedByLabel,
  stepWith,
  unitDigits,
  type Weights,
} from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { expect, it } from "vitest";

const apart = (one: number[], other: number[]) => Math.max(...one.map((value, i) => Math.abs(value - other[i])));

it("reshape keeps the numbers and their order, and wants as many places", () => {
  const array = reshape([1, 2, 3, 4, 5, 6], [3, 2]);
  expect(array.shape).toEqual([3, 2]);
  expect(array.get(1, 0)).toBe(3);
  expect(toList(reshape(array.transpose(1, 0), [6]))).toEqual([1, 3, 5, 2, 4, 6]);
  expect(() => reshape([1, 2, 3], [2, 2])).toThrow("`shape` [2, 2] has not as many places as `array` has numbers, 3");
});

it("the solution of 14.4, used with stepWith, takes the steps of the library's Adam", () => {
  const { solution } = q4.definition;
  const own = stepWith<{ means: number[]; squares: number[] }>((weights, slopes, old, step) => {
    const nothing = weights.map(() => 0);
    return solution(weights, slopes, old?.means ?? nothing, old?.squares ?? nothing, step, 0.1);
  });
  const library = adam({ learningRate: 0.1 });
  let [mine, theirs]: Weights[] = [
    { a: reshape([1, -2, 3, 0], [2, 2]), b: reshape([5], [1]) },
    { a: reshape([1, -2, 3, 0], [2, 2]), b: reshape([5], [1]) },
  ];
  for (let step = 0; step < 5; step++) {
    const slopes = { a: reshape([step, 4, -1e-6, 0.5], [2, 2]), b: reshape([2 - step], [1]) };
    [mine, theirs] = [own.step(mine, slopes), library.step(theirs, slopes)];
  }
  expect(mine.a.shape).toEqual([2, 2]);
  for (const name of ["a", "b"]) {
    expect(apart(toList(mine[name]), toList(theirs[name]))).toBeLessThan(1e-10);
  }
});

it("digits have pixels from 0 to 1; sorted, each keeps its label, also where they are a part of others", () => {
  const digits = unitDigits({ count: 60, seed: 3 });
  expect(Math.max(...digits.images.data)).toBe(1);
  const some = { images: digits.images.hi(40, 28, 28, 1), labels: digits.labels.hi(40) };
  const sorted = sortedByLabel(some);
  const labels = toList(sorted.labels);
  expect(sorted.images.shape).toEqual([40, 28, 28, 1]);
  expect(labels).toEqual([...labels].sort((a, b) => a - b));
  const first = toList(some.labels).indexOf(labels[0]);
  expect(toList(sorted.images.pick(0, null, null, null))).toEqual(toList(some.images.pick(first, null, null, null)));
});

it("the valley: lines of equal height, and slopes that are those of the height", () => {
  const { x, y } = contourLines([2, 10]);
  x.forEach((value, i) => {
    if (!Number.isNaN(value)) expect(heightAt([value, y[i]])).toBeCloseTo(i < 66 ? 2 : 10, 9);
  });
  const [place, nudge] = [[3, -0.5], 1e-6];
  slopesAt(place).forEach((slope, axis) => {
    const to = place.map((value, i) => value + (i === axis ? nudge : 0));
    expect((heightAt(to) - heightAt(place)) / nudge).toBeCloseTo(slope, 4);
  });
});
