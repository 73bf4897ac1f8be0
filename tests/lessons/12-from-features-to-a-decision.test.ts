import { linePlot, toList } from "cnn-workbook";
import { conv2d, dense } from "cnn-workbook/layers";
import {
  accuracy,
  classMeans,
  costliest,
  edgeFilters,
  exactlyOne,
  faultOf,
  hiddenFigure,
  largestOf,
  mapsFigure,
  nearestMean,
  onDoublings,
  outputsOf,
  q4,
  times,
} from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { describe, expect, it } from "vitest";

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

it("the largest score is that of the nearest mean", () => {
  const [features, labels] = [
    [
      [0, 0],
      [2, 0],
      [9, 9],
    ],
    [0, 0, 1],
  ];
  const { weights, bias } = nearestMean(features, labels);
  expect(weights).toEqual([
    [1, 9],
    [0, 9],
  ]);
  expect(bias).toEqual([-0.5, -81]);
  const scores = dense(
    [
      [4, 4],
      [6, 5],
    ],
    weights,
    { bias },
  );
  expect(largestOf(scores)).toEqual([0, 1]);
  expect(accuracy(scores, [0, 0])).toBe(50);
});

it("scores are multiplied, and the costliest answers come first", () => {
  expect(times([[1, -2]], 3)).toEqual([[3, -6]]);
  const answers = [
    [0.5, 0.5],
    [0.9, 0.1],
    [1, 0],
  ];
  const worst = costliest(answers, [0, 1, 1], 2);
  expect(worst.map(({ n, said, right }) => [n, said, right])).toEqual([
    [2, 0, 1],
    [1, 0, 1],
  ]);
  expect(worst[0].cost).toBeCloseTo(-Math.log(1e-7), 10);
  expect(worst[1]).toMatchObject({ p: 0.9, cost: -Math.log(0.1) });
});

it("figures hold the numbers that they are given", () => {
  const hidden = hiddenFigure(
    [[1, 0]],
    [
      [0, 0],
      [2, 1],
    ],
  );
  expect(hidden.alt).toBe("The yes points lie at (1, 0), the no points at (0, 0) and (2, 1).");
  expect(hidden.data.map(({ x, y }) => [x, y])).toEqual([
    [[1], [0]],
    [
      [0, 2],
      [0, 1],
    ],
  ]);
  const doubled = onDoublings(
    linePlot({ x: [1, 2], y: [0, 0] }, { title: "t", xLabel: "x", yLabel: "y", alt: "a" }),
    [1, 2],
  );
  expect(doubled.layout.xaxis).toMatchObject({ type: "log", tickvals: [1, 2], ticktext: ["1", "2"] });
  const flat = (side: number, channels: number) =>
    Array.from({ length: side }, () => Array.from({ length: side }, () => new Array<number>(channels).fill(0)));
  expect(mapsFigure(flat(4, 1), flat(2, 4)).alt).toContain("mid-grey");
});

describe("what is said of a network for exercise 12.4", () => {
  const says = (weights1: number[][], bias1: number[], weights2: number[][], bias2: number[]) =>
    faultOf({ weights1, bias1, weights2, bias2 });
  const opposite = [
    [1, -1],
    [-1, 1],
  ];

  it("is nothing when all points are right", () => {
    expect(faultOf(q4.definition.solution())).toBeUndefined();
  });

  it("works one wrong point out", () => {
    expect(says(opposite, [0, 0], [[-1], [-2]], [3.5])).toContain(
      "17 of 24 points are right. At x = 2, y = 0 the units give 2 and 0, and the output is (−1)×2 + (−2)×0 + 3.5 = 1.5. This point lies outside, so it must not be above 0.",
    );
  });

  it.each([
    ["a silent unit", says(opposite, [0, -9], [[-1], [-1]], [1.5]), "Unit 1 is 0 at every point"],
    [
      "units on at the same points",
      says(
        [
          [1, 2],
          [-1, -2],
        ],
        [0, 0],
        [[-1], [-1]],
        [1.5],
      ),
      "on at the same points",
    ],
    ["no bias at the end", says(opposite, [0, 0], [[-1], [-1]], [0]), "nowhere above 0"],
    [
      "a change along the diagonal",
      says(
        [
          [1, 0],
          [0, 1],
        ],
        [0, 0],
        [[-1], [-1]],
        [1.5],
      ),
      "goes from 1.5 to −4.5",
    ],
    ["a unit that lifts", says(opposite, [0, 0], [[-1], [1]], [1.5]), "Unit 1 lifts the output"],
    ["too wide", says(opposite, [0, 0], [[-1], [-1]], [2.5]), "too wide"],
    ["too narrow", says(opposite, [0, 0], [[-1], [-1]], [0.5]), "too narrow"],
    ["one side", says(opposite, [0, 0], [[-1], [-0.5]], [1.5]), "where y is larger"],
  ])("names the idea: %s", (_, message, idea) => {
    expect(message).toContain(idea);
  });
});
