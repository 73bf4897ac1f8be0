import { kernels, toList, toNested } from "cnn-workbook";
import { averagePool2d, conv2d, globalAveragePool2d, maxPool2d, relu } from "cnn-workbook/layers";
import {
  fourEdges,
  framedDigits,
  moveRight,
  nearestMean,
  p1,
  p12,
  percentRight,
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
