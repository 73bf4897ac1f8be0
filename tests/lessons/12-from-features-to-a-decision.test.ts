import { toList } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";
import {
  classMeans,
  edgeFilters,
  exactlyOne,
  largestOf,
  outputsOf,
  q4,
} from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { expect, it } from "vitest";

const through = (rows: number[][]) => toList(conv2d(rows, edgeFilters())).map((value) => value + 0);

it("the four edge filters give 1 for a step from white to black: on the left, right, above, below", () => {
  const [white, black] = [255, 0];
  expect(
    through([
      [white, black, black],
      [white, black, black],
      [white, black, black],
    ]),
  ).toEqual([1, -1, 0, 0]);
  expect(
    through([
      [black, black, black],
      [black, black, black],
      [white, white, white],
    ]),
  ).toEqual([0, 0, -1, 1]);
});

it("means are taken class by class, and a class without examples has zeros", () => {
  expect(
    classMeans(
      [
        [1, 2],
        [3, 6],
        [5, 5],
      ],
      [0, 0, 2],
    ),
  ).toEqual([
    [2, 4],
    [0, 0],
    [5, 5],
  ]);
});

it("the largest number of each row wins", () => {
  expect(
    largestOf([
      [1, 5, 2],
      [-1, -5, -2],
    ]),
  ).toEqual([1, 0]);
});

it("the network by hand says yes where exactly one input is 1", () => {
  expect(
    outputsOf(exactlyOne, [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]),
  ).toEqual([-0.5, 0.5, 0.5, -0.5]);
});

it("our strip is 1.5 minus the distance", () => {
  expect(
    outputsOf(q4.definition.solution(), [
      [3, 1],
      [1, 3],
      [2, 2],
      [2, 3],
    ]),
  ).toEqual([-0.5, -0.5, 1.5, 0.5]);
});
