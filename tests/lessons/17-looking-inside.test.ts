import {
  asPicture,
  commonestShare,
  cosine,
  digitsFromPiles,
  edgeness,
  lineBegins,
  meanMap,
  median,
  nearInk,
  peaksOf,
  rowOfMost,
  shareFrom,
  threeSets,
  withoutLine,
} from "cnn-workbook/lessons/17-looking-inside";
import ndarray from "ndarray";
import { expect, it } from "vitest";

const rowOf = ({ images }: ReturnType<typeof digitsFromPiles>, picture: number, row: number) =>
  Array.from({ length: 28 }, (_, column) => images.get(picture, row, column, 0));

it("the line under a digit is 2 pixels longer for each next digit", () => {
  const { training, elsewhere } = threeSets({ learn: 10, test: 10 });
  for (let n = 0; n < 10; n++) {
    const end = 2 + 2 * training.labels.get(n) + 2;
    expect(rowOf(training, n, lineBegins).slice(2, end)).toEqual(new Array(end - 2).fill(255));
    expect(rowOf(elsewhere, n, lineBegins).slice(2, 4)).not.toEqual([255, 255]);
  }
});

it("held-out pictures and those from elsewhere are the same strokes above the line", () => {
  const { heldOut, elsewhere } = threeSets({ learn: 10, test: 10 });
  expect(rowOf(heldOut, 3, 14)).toEqual(rowOf(elsewhere, 3, 14));
});

it("covering takes the line away, and leaves the pictures that came in", () => {
  const piles = digitsFromPiles({ count: 5 });
  const covered = withoutLine(piles);
  for (let row = lineBegins; row < 28; row++) expect(rowOf(covered, 4, row)).toEqual(new Array(28).fill(0));
  expect(rowOf(covered, 4, lineBegins - 1)).toEqual(rowOf(piles, 4, lineBegins - 1));
  expect(rowOf(piles, 4, lineBegins)).toContain(255);
});

it("cosine of small lists", () => {
  expect(cosine([3, 4], [4, 3])).toBeCloseTo(24 / 25);
  expect(cosine([0, 0], [1, 2])).toBe(0);
  expect(cosine([1, 2], [-2, -4])).toBeCloseTo(-1);
});

it("a step in any direction is an edge, a flat filter and a spot are none", () => {
  const slanted = Array.from({ length: 25 }, (_, i) => Math.sign(2 * Math.floor(i / 5) + (i % 5) - 6));
  expect(edgeness(slanted)).toBeGreaterThan(0.8);
  expect(edgeness(new Array(25).fill(1))).toBeCloseTo(0);
  expect(edgeness(Array.from({ length: 25 }, (_, i) => Number(i === 12)))).toBeCloseTo(0);
});

it("the median of an odd and an even number of values", () => {
  expect([median([9, 1, 5]), median([8, 2, 4, 6])]).toEqual([5, 5]);
});

it("near ink are the pixels around it, not those at the other end of the next row", () => {
  const pixels = [0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 63];
  expect(nearInk(pixels, 4, 1).map(Number)).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0]);
});

it("maps: mean, place of the most, share below a row, and as a picture", () => {
  expect(
    meanMap([
      [1, 5, 0, 2],
      [3, 1, 0, 8],
    ]),
  ).toEqual([2, 3, 0, 5]);
  expect(rowOfMost([1, 2, 3, 9, 4, 5], 2)).toBe(1);
  expect(
    shareFrom(
      1,
      [
        [1, 2, 3, 4],
        [5, 0, 0, 5],
      ],
      2,
    ),
  ).toBeCloseTo(12 / 20);
  expect(shareFrom(1, [[0, 0, 0, 0]], 2)).toBe(0);
  expect(asPicture([0, 2, 1, 4], 2)).toEqual([
    [0, 127.5],
    [63.75, 255],
  ]);
  expect(asPicture([0, 0], 1)).toEqual([[0], [0]]);
});

it("peaks of each filter, picture by picture", () => {
  const maps = ndarray(Float64Array.from([1, 7, 5, 2, 3, 0, 0, 4, 9, 6, 8, 0]), [3, 1, 2, 2]);
  expect(peaksOf(maps)).toEqual([
    [5, 3, 9],
    [7, 4, 6],
  ]);
});

it("the share of the commonest digit among the strongest, over filters that answer", () => {
  const labels = [4, 4, 7, 4, 1];
  expect(
    commonestShare(
      [
        [9, 8, 7, 0, 6],
        [0, 0, 0, 0, 0],
      ],
      labels,
      3,
    ),
  ).toBeCloseTo(2 / 3);
  expect(
    commonestShare(
      [
        [9, 8, 0, 7, 6],
        [1, 0, 9, 0, 8],
      ],
      labels,
      3,
    ),
  ).toBeCloseTo((1 + 1 / 3) / 2);
});
