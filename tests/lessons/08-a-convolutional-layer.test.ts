import { sampleImage, toGray, toList, toNdarray } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";
import {
  above0,
  answersAt,
  brightestOf,
  diagonal,
  fourBias,
  fourNames,
  fourWeights,
  midGrey,
  redBegins,
  sixBySix,
  sortMarks,
  spread,
  strip,
  upright,
} from "cnn-workbook/lessons/08-a-convolutional-layer";
import { expect, it } from "vitest";

const flat = ([red, green, blue]: number[]) =>
  Array.from({ length: 9 }, () => Array.from({ length: 9 }, () => [red, green, blue]));
const four = (image: number[][][]) => toList(conv2d(image, fourWeights, { bias: fourBias }));

it("the slides' two filters on 6 × 6 give 3, and −3 at the next stop of stride 2", () => {
  const plane = sixBySix.map((row) => row.map((value) => [value]));
  const weights = diagonal.map((row, i) => row.map((_, j) => [[diagonal[i][j], upright[i][j]]]));
  const maps = conv2d(plane, weights, { stride: 2 });
  expect(maps.shape).toEqual([2, 2, 2]);
  expect(toList(maps.pick(null, null, 0))).toEqual([3, -3, -3, 0]);
});

it("the four filters make 360 × 479 × 4 of the street with 976 parameters", () => {
  expect(toNdarray(fourWeights, "weights").size + fourBias.length).toBe(976);
  expect(conv2d(sampleImage("street"), fourWeights, { bias: fourBias }).shape).toEqual([360, 479, 4]);
});

it("on one colour the four filters give 0, redness, grey and blue minus red", () => {
  expect(fourNames.map((name) => name.split(":")[0])).toEqual(["edges", "red", "blur", "blue"]);
  const colour = [200, 50, 40];
  const [edges, red, blur, blue] = four(flat(colour));
  expect(edges).toBeCloseTo(0, 9);
  expect(red).toBeCloseTo(155, 9);
  expect(blur).toBeCloseTo(toGray([[colour]]).get(0, 0), 9);
  expect(blue).toBeCloseTo(-160, 9);
});

it("a step from white to black gives the edges filter its height, and its negative the other way round", () => {
  const step = (left: number, right: number) =>
    Array.from({ length: 9 }, () => Array.from({ length: 9 }, (_, j) => new Array(3).fill(j < 4 ? left : right)));
  expect(four(step(255, 0))[0]).toBeCloseTo(255, 1);
  expect(four(step(0, 255))[0]).toBeCloseTo(-255, 1);
});

it("two reds and five other colours make ten beginnings, each tried at two places", () => {
  const places = answersAt(redBegins);
  expect(places.filter(({ begins }) => begins)).toHaveLength(20);
  expect(places).toHaveLength(7 + 4 * 42);
});

it("our detector counts eight red stripes along the awning", () => {
  const map = conv2d(sampleImage("street"), redBegins.weights, { bias: redBegins.bias }).pick(null, null, 0);
  const row = toList(map.pick(222, null));
  expect(row.filter((value, at) => value > 0 && !(row[at - 1] > 0))).toHaveLength(8);
});

const map = toNdarray([[-5, 0, 3]], "map");

it("maps are drawn as marks, around mid-grey, or from black to white", () => {
  expect(above0(map)).toEqual([[0, 0, 255]]);
  expect(midGrey(map)).toEqual([[123, 128, 131]]);
  expect(spread(map)).toEqual([[0, (255 * 5) / 8, 255]]);
  expect(spread(toNdarray([[7, 7]], "map"))).toEqual([[0, 0]]);
});

it("brightestOf keeps the brightest pixels of one channel in their colours", () => {
  const image = toNdarray(
    [
      [
        [10, 9, 8],
        [200, 1, 2],
      ],
      [
        [100, 50, 60],
        [30, 255, 255],
      ],
    ],
    "image",
  );
  expect(brightestOf(image, 0, 0.5)).toEqual({
    image: [
      [
        [0, 0, 0],
        [200, 1, 2],
      ],
      [
        [100, 50, 60],
        [0, 0, 0],
      ],
    ],
    colour: [150, 26, 31],
  });
});

it("strip takes up to 60 rows around a row, and stays inside", () => {
  const rows = Array.from({ length: 100 }, (_, r) => [r, r]);
  expect([50, 5, 99].map((row) => strip(rows, row).get(0, 0))).toEqual([20, 0, 40]);
  expect(strip(rows, 50).shape).toEqual([60, 2]);
  expect(strip([[1, 2, 3]], 0).shape).toEqual([1, 3]);
});

it("sortMarks tells marks at something red from others", () => {
  const [red, grey] = [
    [215, 75, 62],
    [130, 130, 128],
  ];
  const image = [0, 1, 2].map(() => [grey, grey, grey, red]);
  expect(sortMarks(toNdarray([[4, 9]], "map"), image)).toEqual({ atRed: 1, elsewhere: 1 });
  expect(sortMarks(toNdarray([[0, -1]], "map"), image)).toEqual({ atRed: 0, elsewhere: 0 });
});
