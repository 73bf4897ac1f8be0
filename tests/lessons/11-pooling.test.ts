import { kernels, toList, toNested } from "cnn-workbook";
import { averagePool2d, conv2d, globalAveragePool2d, maxPool2d, relu } from "cnn-workbook/layers";
import {
  changeWhenMoved,
  fourEdges,
  framedDigits,
  moveRight,
  nearestMean,
  p1,
  p12,
  percentRight,
  poolPlot,
  shuffleWithin,
  steadyPool,
} from "cnn-workbook/lessons/11-pooling";
import { beforeAll, describe, expect, it } from "vitest";

type Digits = ReturnType<typeof framedDigits>;
let learn: Digits;
let test: Digits;
beforeAll(() => {
  learn = framedDigits({ count: 400, seed: 1 });
  test = framedDigits({ count: 200, seed: 2 });
});

describe("framedDigits and moveRight", () => {
  it("put the digits in the middle of a black frame", () => {
    expect(test.images.shape).toEqual([200, 36, 36, 1]);
    const rows = toNested(test.images.pick(7, null, null, 0)) as number[][];
    expect(
      rows
        .slice(0, 4)
        .flat()
        .every((value) => value === 0),
    ).toBe(true);
    expect(Math.max(...rows.flat())).toBeGreaterThan(100);
  });

  it("move each row to the right, black from the left, and nothing into the next row", () => {
    const small = framedDigits({ count: 1, seed: 3, frame: 0 }).images;
    const [before, after] = [small, moveRight(small, 5)].map((images) => toNested(images.pick(0, null, null, 0)));
    const moved = (before as number[][]).map((row) => [0, 0, 0, 0, 0, ...row.slice(0, -5)]);
    expect(after).toEqual(moved);
    expect(toList(moveRight(moveRight(test.images, 4), -4))).toEqual(toList(test.images));
  });
});

describe("nearestMean", () => {
  it("answers the class whose mean is nearest", () => {
    const says = nearestMean([[0, 0], [2, 0], [10, 10]], [1, 1, 0]); // biome-ignore format: points
    expect(says([[1, 1], [6, 7]])).toEqual([1, 0]); // biome-ignore format: points
    expect(() => says([[1, 2, 3]])).toThrow("a picture has 3 numbers, the means have 2");
  });

  it("gets about half as many right when the digits move by three pixels, as p1 says", () => {
    const says = nearestMean(learn.images, learn.labels);
    const [still, moved] = [0, 3].map((columns) => percentRight(says(moveRight(test.images, columns)), test.labels));
    expect(still).toBeGreaterThan(60);
    expect(moved / still).toBeGreaterThan(0.35);
    expect(moved / still).toBeLessThan(0.65);
    expect(p1.definition.answer).toBe(3);
  });

  it("on the largest edges of the whole map gets few right, and the same few, as p12 says", () => {
    const strongest = (images: Digits["images"]) =>
      maxPool2d(relu(conv2d(images, fourEdges, { padding: 1 })), { size: 36 });
    const says = nearestMean(strongest(learn.images), learn.labels);
    const [still, moved] = [0, 3].map((columns) => says(strongest(moveRight(test.images, columns))));
    expect(moved).toEqual(still);
    expect(percentRight(still, test.labels)).toBeLessThan(45);
    expect(p12.definition.answer).toBe(2);
  });
});

it("over the whole map, the mean tells more of the digits than the largest value", () => {
  const edges = ({ images }: Digits) => relu(conv2d(images, fourEdges, { padding: 1 }));
  const right = [maxPool2d, averagePool2d].map((pool) => {
    const says = nearestMean(pool(edges(learn), { size: 36 }), learn.labels);
    return percentRight(says(pool(edges(test), { size: 36 })), test.labels);
  });
  expect(right[1]).toBeGreaterThan(right[0] + 5);
});

describe("changeWhenMoved", () => {
  const one = Array.from({ length: 24 }, () => Array.from({ length: 24 }, (_, c) => (c === 10 ? 5 : 0)));

  it("is 0 without a move, and 200 where everything has gone elsewhere", () => {
    expect(changeWhenMoved(one, (plane) => plane, 0)).toBe(0);
    expect(changeWhenMoved(one, (plane) => plane, 3)).toBe(200);
  });

  it("is 0 for a maximum that stays in its window", () => {
    expect(changeWhenMoved(one, (plane) => maxPool2d(plane, { size: 2 }), 1)).toBe(0);
    expect(changeWhenMoved(one, (plane) => maxPool2d(plane, { size: 2 }), 2)).toBe(200);
  });
});

describe("poolPlot", () => {
  const framesOf = (size: number, stride?: number) => {
    const map = [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 0],
    ];
    const { layout } = poolPlot(map, { size, stride, outputs: [{ matrix: [[7]], title: "o" }], title: "t", alt: "a" });
    return (layout.shapes as { x0: number; y1: number }[]).map(({ x0, y1 }) => [Math.round(x0), Math.round(y1)]);
  };

  it("frames the windows that lie on the map as a whole", () => {
    expect(framesOf(2).map(([left]) => left)).toEqual([-0, 2]);
    expect(framesOf(2, 1).map(([left]) => left)).toEqual([-0, 1, 2, 3]);
    expect(framesOf(1).filter(([left]) => left === 4)).toEqual([
      [4, 0],
      [4, 1],
    ]);
  });
});

describe("pooling", () => {
  it("does not see the order within its windows", () => {
    const rows = toNested(test.images.pick(0, null, null, 0)) as number[][];
    const mixed = shuffleWithin(rows, 4);
    expect(mixed).not.toEqual(rows);
    for (const pool of [maxPool2d, averagePool2d]) {
      expect(toList(pool(mixed, { size: 4 }))).toEqual(toList(pool(rows, { size: 4 })));
    }
  });

  it("over the whole map has the same mean wherever the digit is", () => {
    const sums = [0, 3].map((columns) =>
      toList(globalAveragePool2d(relu(conv2d(moveRight(test.images, columns), fourEdges, { padding: 1 })))),
    );
    sums[0].forEach((value, i) => {
      expect(sums[1][i]).toBeCloseTo(value, 9);
    });
  });
});

it("fourEdges are Sobel's kernels, with both signs", () => {
  const flat = (n: number) => fourEdges.map((row) => row.map((channels) => channels[0][n]));
  expect(flat(0)).toEqual(toNested(kernels.sobelX));
  expect(flat(3)).toEqual((toNested(kernels.sobelY) as number[][]).map((row) => row.map((weight) => -weight)));
});

it("steadyPool halves a map and keeps what is flat", () => {
  const flat = Array.from({ length: 12 }, () => new Array(10).fill(7));
  expect(steadyPool(flat)).toEqual(Array.from({ length: 5 }, () => [7, 7, 7, 7]));
});
