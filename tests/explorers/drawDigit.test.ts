import { toList, toNested } from "cnn-workbook";
import { conv2d, dense, flatten, maxPool2d, relu, softmax } from "cnn-workbook/layers";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { outputsFor } from "../../lib/explorers/drawDigit/answer.js";
import { packWeights, unpackWeights } from "../../lib/explorers/drawDigit/packWeights.js";
import { type PadStroke, picture28 } from "../../lib/explorers/drawDigit/picture28.js";
import { drawScene } from "../../lib/explorers/drawDigit/scene.js";
import {
  begin,
  clear,
  type DrawDigitState,
  example,
  extend,
  movePen,
  readingOf,
  startState,
  takeBack,
  togglePen,
} from "../../lib/explorers/drawDigit/state.js";
import { announcement, percent, readingSentence } from "../../lib/explorers/drawDigit/words.js";
import { inkNetwork } from "./inkNetwork.js";

const ink = (picture: number[][]) => picture.flat().reduce((sum, value) => sum + value, 0);
const centre = (picture: number[][]) => [
  picture.flatMap((row, r) => row.map((value) => r * value)).reduce((a, b) => a + b, 0) / ink(picture),
  picture.flatMap((row) => row.map((value, c) => c * value)).reduce((a, b) => a + b, 0) / ink(picture),
];
const box = (picture: number[][]) => {
  const rows = picture.flatMap((row, r) => (row.some(Boolean) ? [r] : []));
  const columns = picture[0].flatMap((_, c) => (picture.some((row) => row[c]) ? [c] : []));
  return [rows, columns].map((list) => Math.max(...list) - Math.min(...list) + 1);
};

/** A seven in a corner of the pad. */
const seven: PadStroke[] = [
  [
    [0.6, 0.05],
    [0.9, 0.05],
    [0.7, 0.55],
  ],
];
const moved = (strokes: PadStroke[], factor: number, dx: number, dy: number) =>
  strokes.map((stroke) => stroke.map(([x, y]) => [factor * x + dx, factor * y + dy] as const));

const start = startState({ ...inkNetwork(), scale: 1 / 255, title: "" });
const drawn = (state: DrawDigitState) => state.strokes.map((stroke) => stroke.length);

describe("picture28(strokes, centred)", () => {
  it("puts the centre of mass into the middle, and the drawing into a box of 20 pixels", () => {
    const picture = picture28(seven, true);
    for (const place of centre(picture)) expect(place).toBeCloseTo(13.5, 1);
    expect(Math.max(...box(picture))).toBeGreaterThanOrEqual(19);
    expect(Math.max(...box(picture))).toBeLessThanOrEqual(21);
    expect(Math.max(...picture.flat())).toBe(255);
    expect(picture.map((row) => row.length)).toEqual(new Array(28).fill(28));
  });

  it("is the same wherever and however large one draws", () => {
    const here = picture28(seven, true).flat();
    const there = picture28(moved(seven, 0.6, -0.3, 0.4), true).flat();
    expect(Math.max(...here.map((value, i) => Math.abs(value - there[i])))).toBeLessThanOrEqual(1);
  });

  it("as drawn, keeps the place", () => {
    const [row, column] = centre(picture28(seven, false));
    expect(column).toBeGreaterThan(18);
    expect(row).toBeLessThan(10);
  });

  it("a horizontal line as drawn: two pixels and a bit high, at its height", () => {
    const line: PadStroke[] = [
      [
        [0.25, 0.5],
        [0.75, 0.5],
      ],
    ];
    const column = picture28(line, false).map((row) => row[14]);
    // The line is at 14 − ½ = 13.5, the pen reaches 1.2, and the edge is one pixel soft: full at a distance of 0.5, 0.2 at 1.5.
    expect(column.slice(11, 17)).toEqual([0, 51, 255, 255, 51, 0]);
  });

  it("a dot stays a dot", () => {
    expect(Math.max(...box(picture28([[[0.1, 0.9]]], true)))).toBeLessThan(6);
  });

  it("is empty where nothing is drawn", () => {
    expect(ink(picture28([], true))).toBe(0);
  });
});

describe("packWeights(array) and unpackWeights(packed)", () => {
  it("give back the shape, and the numbers to 1 in 65,000", () => {
    const values = Float64Array.from([0.5, -1, 0.123456789, 0, 0.99999, -0.3]);
    const back = unpackWeights(JSON.parse(JSON.stringify(packWeights(ndarray(values, [2, 3])))));
    expect(back.shape).toEqual([2, 3]);
    expect(back.data[1]).toBeCloseTo(-1, 12);
    values.forEach((value, i) => {
      expect(Math.abs(back.data[i] - value)).toBeLessThanOrEqual(1 / 65_000);
    });
  });

  it("take an array of zeros", () => {
    expect([...unpackWeights(packWeights(ndarray(new Float64Array(3)))).data]).toEqual([0, 0, 0]);
  });
});

describe("outputsFor(network, picture)", () => {
  it("goes through the layers as the library's own do", () => {
    const wave = (shape: number[]) => {
      const size = shape.reduce((a, b) => a * b);
      return ndarray(
        Float64Array.from({ length: size }, (_, i) => Math.sin(3 * i + shape.length)),
        shape,
      );
    };
    const [kernel, bias, table] = [wave([3, 2, 1, 4]), wave([4]), wave([3 * 4 * 4, 3])];
    const picture = toNested(wave([8, 9, 1])) as number[][][];
    const maps = maxPool2d(relu(conv2d(picture, kernel, { bias })), { size: 2 });
    const expected = softmax(dense([[...flatten(maps).data]], table));
    const outputs = outputsFor(
      {
        layers: [
          { type: "conv2d", filters: 4, kernel: [3, 2], activation: "relu" },
          { type: "maxPool2d", size: 2 },
          { type: "dropout", rate: 0.5 },
          { type: "flatten" },
          { type: "dense", units: 3, bias: false },
          { type: "activation", activation: "softmax" },
        ],
        weights: [kernel, bias, table],
      },
      picture,
    );
    expect(outputs.map(({ shape }) => shape)).toEqual([
      [1, 6, 8, 4],
      [1, 3, 4, 4],
      [1, 3, 4, 4],
      [1, 48],
      [1, 3],
      [1, 3],
    ]);
    toList(outputs[5]).forEach((value, i) => {
      expect(value).toBeCloseTo(expected.data[i], 12);
    });
  });
});

describe("drawing", () => {
  it("begins strokes and goes on with the last one", () => {
    const two = begin(extend(begin(start, [0.1, 0.2]), [0.3, 0.2]), [0.5, 0.5]);
    expect(two.strokes).toEqual([
      [
        [0.1, 0.2],
        [0.3, 0.2],
      ],
      [[0.5, 0.5]],
    ]);
    expect(drawn(takeBack(two))).toEqual([2]);
    expect(drawn(clear(two))).toEqual([]);
    expect(start.strokes).toEqual([]);
  });

  it("stays on the pad, and leaves out steps that nobody sees", () => {
    const state = extend(extend(begin(start, [0.9, 0.5]), [1.7, -3]), [1.001, 0]);
    expect(state.strokes).toEqual([
      [
        [0.9, 0.5],
        [1, 0],
      ],
    ]);
  });

  it("by keys: the pen draws while it is down", () => {
    const away = movePen(start, [-0.25, 0]);
    expect(away.strokes).toEqual([]);
    const line = movePen(movePen(togglePen(away), [0, 0.1]), [0, 0.1]);
    expect(line.strokes).toEqual([
      [
        [0.25, 0.5],
        [0.25, 0.6],
        [0.25, 0.7],
      ],
    ]);
    expect(drawn(movePen(togglePen(line), [0.3, 0]))).toEqual([3]);
    expect(takeBack(line)).toMatchObject({ strokes: [], down: false });
  });

  it("shows another example each time", () => {
    const first = example(start);
    expect(example(first).strokes).not.toEqual(first.strokes);
    let state = first;
    for (let i = 0; i < 10; i++) state = example(state);
    expect(state.strokes).toEqual(first.strokes);
  });
});

describe("the reading", () => {
  const left = extend(begin(start, [0.1, 0.2]), [0.1, 0.8]);

  it("says nothing of an empty pad", () => {
    expect(readingOf(start).digit).toBeUndefined();
    expect(readingSentence(start)).toBe("Draw a digit from 0 to 9.");
  });

  it("names the most probable digit, and the next", () => {
    // The ink network says 0 for ink on the left and 9 for ink on the right.
    const asDrawn = { ...left, centred: false };
    expect(readingOf(asDrawn).digit).toBe(0);
    expect(readingSentence(asDrawn)).toMatch(/^The network reads 0, .*%/);
    expect(readingOf({ ...extend(begin(start, [0.9, 0.2]), [0.9, 0.8]), centred: false }).digit).toBe(9);
  });

  it("follows the switch between centred and as drawn", () => {
    const reading = readingOf(left);
    expect(reading).not.toEqual(readingOf({ ...left, centred: false }));
    expect(readingOf(left)).toBe(reading);
  });

  it("is announced with the pen's place", () => {
    expect(announcement(togglePen(left))).toMatch(/Pen down at column 2, row 16 of 20\.$/);
  });

  it.each([
    [0.123, "12 %"],
    [0.9951, "99.5 %"],
    [0.99996, "over 99.9 %"],
    [1, "100 %"],
    [0, "0 %"],
  ])("writes %d as %s", (share, words) => {
    expect(percent(share)).toBe(words);
  });
});

describe("drawScene(state, room)", () => {
  it.each([260, 420, 560, 780])("stays within a room of %d pixels", (room) => {
    const { content, width } = drawScene(example(start), room);
    expect(width).toBe(room);
    for (const [, x, w] of content.matchAll(/<rect[^>]* x="([\d.-]+)"[^>]* width="([\d.-]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(room + 0.5);
    }
    expect(content).not.toContain("NaN");
  });

  it("knows where the pad is", () => {
    const { toPad } = drawScene(start, 700);
    expect(toPad(2, 22)).toEqual([0, 0]);
    expect(toPad(-50, 0)[0]).toBeLessThan(0);
  });
});
