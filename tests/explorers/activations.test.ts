import { activationsExplorer, toList } from "cnn-workbook";
import type { Layer } from "cnn-workbook/architectures";
import { conv2d, maxPool2d, relu } from "cnn-workbook/layers";
import { describe, expect, it } from "vitest";
import { drawDetail } from "../../lib/explorers/activations/detailScene.js";
import { separated, stagesOf } from "../../lib/explorers/activations/stages.js";
import {
  type ActivationsState,
  allValues,
  choose,
  pointAt,
  pointedNumber,
  seenRange,
  startActivations,
} from "../../lib/explorers/activations/state.js";
import { tone } from "../../lib/explorers/activations/values.js";
import { announcement, cellSentence, finding, stageSentence } from "../../lib/explorers/activations/words.js";
import { readNetwork } from "../../lib/explorers/drawDigit/readNetwork.js";
import { clear, readingOf } from "../../lib/explorers/drawDigit/state.js";

/** Edges upwards, edges downwards and nothing; blocks of 4; a dense layer on one number of each. */
const layers: Layer[] = [
  { type: "conv2d", filters: 3, kernel: [2, 1], activation: "relu" },
  { type: "maxPool2d", size: 4 },
  { type: "dropout", rate: 0.5 },
  { type: "flatten" },
  { type: "dense", units: 10, activation: "softmax" },
];
const kernel = [[[[1, -1, 0]]], [[[-1, 1, 0]]]]; // [2][1][1][3]
const bias = [0, 0, -1];
const table = Array.from({ length: 6 * 7 * 3 }, (_, i) =>
  Array.from({ length: 10 }, (_, d) => (d === i % 3 ? 0.01 : 0)),
);
const weights = [kernel, bias, table, new Array(10).fill(0)];
const start = startActivations({ ...readNetwork(layers, weights), scale: 1 / 255, title: "" });
const stage = (name: string) => start.stages.findIndex((each) => each.name === name);
const at = (name: string, map: number, row: number, column: number) =>
  pointAt(choose(start, stage(name), map), row, column);

describe("separated(layers)", () => {
  it("makes each activation a layer of its own", () => {
    expect(separated(layers)).toEqual([
      { ...layers[0], activation: "linear" },
      { type: "activation", activation: "relu", name: "relu_1" },
      ...layers.slice(1, 4),
      { ...layers[4], activation: "linear" },
      { type: "activation", activation: "softmax", name: "softmax_1" },
    ]);
  });

  it("leaves layers alone that have none, and keeps names", () => {
    const plain: Layer[] = [
      { type: "dense", units: 3 },
      { type: "activation", activation: "tanh", name: "bend" },
    ];
    expect(separated(plain)).toEqual(plain);
  });
});

describe("the stages", () => {
  it("are all layers that change numbers", () => {
    expect(start.stages.map(({ name, shape, isList }) => [name, ...shape, isList])).toEqual([
      ["conv2d_1", 27, 28, 3, false],
      ["relu_1", 27, 28, 3, false],
      ["maxPool2d_1", 6, 7, 3, false],
      ["dense_1", 1, 1, 10, true],
      ["softmax_1", 1, 1, 10, true],
    ]);
    expect(start.stages.map(({ signed }) => signed)).toEqual([true, false, false, true, false]);
    expect(start.stages.map(({ kernel }) => kernel)).toEqual([0, 0, 0, undefined, undefined]);
  });

  it("know whose filters their maps come from", () => {
    const two: Layer[] = [
      { type: "conv2d", filters: 2, kernel: 3, bias: false },
      { type: "averagePool2d", size: 2 },
      { type: "conv2d", filters: 2, kernel: 3 },
      { type: "globalAveragePool2d" },
    ];
    expect(stagesOf(two).map(({ kernel }) => kernel)).toEqual([0, 0, 1, undefined]);
  });

  it("hold what the library's layers give", () => {
    const picture = readingOf(start.drawing).picture.map((row) => row.map((value) => [value / 255]));
    const bent = relu(conv2d(picture, kernel, { bias }));
    const pooled = toList(maxPool2d(bent, { size: 4 }));
    const [, relus, pools] = allValues(start);
    expect(relus.numbers).toEqual(toList(bent).map((value) => expect.closeTo(value, 3)));
    expect(pools.numbers).toEqual(pooled.map((value) => expect.closeTo(value, 3)));
    expect(pools.most).toBeCloseTo(Math.max(...pooled), 3);
    expect(pools.largest[2]).toBe(0);
    expect(pools.dark).toBe(1);
    expect(pools.low).toBeCloseTo(pooled.filter((value) => value === 0).length / pooled.length, 12);
  });

  it("end in the answer of the network as it is", () => {
    const { probabilities } = readingOf(start.drawing);
    expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(allValues(start)[4].numbers).toEqual(probabilities);
  });
});

describe("the number that is pointed at", () => {
  it("is the one of the map, and ReLU's is what it was made of where that was above 0", () => {
    const { picture } = readingOf(start.drawing);
    const row = picture.findIndex((line) => line[14] > 100);
    const above = (picture[row - 1][14] - picture[row][14]) / 255;
    expect(above).toBeLessThan(0);
    expect(pointedNumber(at("conv2d_1", 0, row - 1, 14))).toBeCloseTo(above, 3);
    expect(pointedNumber(at("relu_1", 0, row - 1, 14))).toBe(0);
    expect(pointedNumber(at("relu_1", 1, row - 1, 14))).toBeCloseTo(-above, 3);
    expect(cellSentence(at("relu_1", 0, row - 1, 14))).toMatch(/: 0, made of −0\.\d+\. It sees rows/);
  });

  it("sees rows and columns that one finds by hand", () => {
    // Blocks of 4 over windows of 2 rows: 5 rows, 4 columns.
    expect(seenRange(at("maxPool2d_1", 0, 2, 1))).toEqual([
      [8, 12],
      [4, 7],
    ]);
    expect(seenRange(at("dense_1", 3, 0, 0))).toBeUndefined();
    expect(cellSentence(at("dense_1", 3, 0, 0))).toContain("dense_1, number 3: 0. It comes from the whole picture.");
  });

  it("keeps its place in the picture from stage to stage, and stays on the map", () => {
    const low = at("relu_1", 2, 26, 0);
    expect(choose(low, stage("maxPool2d_1"), 2).cell).toEqual([5, 0]);
    expect(pointAt(low, 99, -1).cell).toEqual([26, 0]);
    expect(choose(low, 99, 99)).toMatchObject({ stage: 4, map: 9, cell: [0, 0] });
    expect(choose(low, 0, 7).map).toBe(2);
  });
});

describe("words", () => {
  it("count dark maps, and name the brightest", () => {
    expect(stageSentence(start, 2)).toMatch(/^\d+ % are 0, 1 of 3 maps dark, brightest: map [01]$/);
    expect(stageSentence(start, 0)).toMatch(/^\d+ % not above 0, 1 of 3 maps dark/);
    expect(stageSentence(start, 4)).toMatch(/^largest: number [01], 0\.\d+$/);
    const empty: ActivationsState = { ...start, drawing: clear(start.drawing) };
    expect(stageSentence(empty, 1)).toBe("100 % are 0, 3 of 3 maps dark");
    expect(announcement(empty)).toMatch(/^Draw a digit from 0 to 9\. conv2d_1, map 0/);
    expect(finding(empty)).not.toContain("The network reads");
  });

  it("say what is read and found", () => {
    expect(finding(start)).toMatch(/For the digit that is drawn: The network reads \d, .*maxPool2d_1: \d+ % are 0/);
  });
});

describe("tone(value, most)", () => {
  it("is black at 0, white at the largest, blue below 0", () => {
    expect(tone(0, 2)).toEqual([0, 0, 0]);
    expect(tone(2, 2)).toEqual([255, 255, 255]);
    expect(tone(-2, 2)).toEqual([70, 150, 255]);
    expect(tone(0, 0)).toEqual([0, 0, 0]);
  });
});

describe("drawDetail(state, room)", () => {
  it.each([260, 374, 600, 780])("stays within a room of %d pixels", (room) => {
    for (const state of [start, at("maxPool2d_1", 1, 5, 6), at("softmax_1", 4, 0, 0)]) {
      const { content } = drawDetail(state, room);
      for (const [, x, w] of content.matchAll(/<rect[^>]* x="([\d.-]+)"[^>]* width="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(room);
      }
      expect(content).not.toContain("NaN");
    }
  });

  it("knows which cell a point means", () => {
    const { cellAt } = drawDetail(at("maxPool2d_1", 0, 0, 0), 780);
    const left = 3 + 2 * (170 + 26);
    expect(cellAt(left + (1.5 * 170) / 7, 22 + (5.5 * 170) / 7)).toEqual([5, 1]);
    expect(cellAt(left - 5, 30)).toBeUndefined();
    expect(cellAt(left + 10, 22 + (6.5 * 170) / 7)).toBeUndefined();
  });
});

describe("activationsExplorer(options)", () => {
  it("carries settings as the pad alone does, alt text with a finding, and a picture for other viewers", () => {
    const { explorer, settings, alt, html } = activationsExplorer({ layers, weights, title: "Inside" });
    expect(explorer).toBe("activations");
    expect(settings).toEqual({ ...readNetwork(layers, weights), scale: 1 / 255, title: "Inside" });
    expect(alt).toBe(finding(start));
    const svg = Buffer.from(html!.match(/base64,([^"]+)/)![1], "base64").toString();
    expect(svg).toContain("relu_1, 27 × 28 × 3");
    expect(svg.match(/data:image\/png/g)).toHaveLength(1);
  });

  it("refuses what the pad refuses", () => {
    expect(() => activationsExplorer({ layers, weights: weights.slice(1) })).toThrow("`weights` must be a list of 4");
    expect(() => activationsExplorer({ layers, weights, scale: -1 })).toThrow("`scale` must be");
  });
});
