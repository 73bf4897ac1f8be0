import { summarize } from "cnn-workbook/architectures";
import {
  centredByMass,
  digitSets,
  mistakesAmongKept,
  movedRight,
  surestMistakes,
} from "cnn-workbook/lessons/15-a-cnn-with-tensorflow";
import { toModel } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { network, slideFive, slideOne, smallDigits } from "../../lessons/15-a-cnn-with-tensorflow/design.js";
import { sizes, steps } from "../../lessons/15-a-cnn-with-tensorflow/hand.js";
import { chance, needed, slides } from "../../lessons/15-a-cnn-with-tensorflow/numbers.js";

const params = (layers: typeof slideFive) => summarize(network("one", layers)).totals.params;

describe("the networks of lesson 15", () => {
  it("have the parameters that the slides' code gives", () => {
    expect(params(slideOne)).toBe(3_274_634);
    expect(params(slideFive)).toBe(607_394);
    expect(slides).toMatchObject({ one: "3,274,634", five: "607,394" });
  });

  it("agree with TensorFlow.js", () => {
    for (const layers of [slideOne, slideFive, smallDigits]) {
      expect(toModel(network("one", layers)).countParams()).toBe(params(layers));
    }
  });
});

describe("the numbers of lesson 15", () => {
  it("are what a calculator gives", () => {
    expect([needed, chance.small, chance.slide]).toEqual(["0.998", "0.38", "0.11"]);
  });

  it("the predictions' answers", () => {
    const first = summarize(network("five", slideFive)).rows[3];
    expect([sizes.dense, steps]).toEqual([first.params, 157]);
    expect(sizes.megabytes).toBeCloseTo((4 * params(slideFive)) / 1e6, 12);
  });
});

describe("digitSets(options)", () => {
  it("gives three sets without a common picture", async () => {
    const { training, validation, test, source } = await digitSets({ mnist: false, learn: 300 });
    expect([training, validation, test].map(({ images }) => images.shape)).toEqual([
      [300, 28, 28, 1],
      [1000, 28, 28, 1],
      [2000, 28, 28, 1],
    ]);
    expect(source).toContain("drawn by a program");
    const texts = [training, validation, test].flatMap(({ images }) =>
      Array.from({ length: images.shape[0] }, (_, n) => {
        const rows = [9, 14, 19].map((r) => Array.from({ length: 28 }, (_, c) => images.get(n, r, c, 0)));
        return rows.join();
      }),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("movedRight(images, columns)", () => {
  it("moves what is there and lets paper in", async () => {
    const { test } = await digitSets({ mnist: false, learn: 10 });
    const moved = movedRight(test.images, 5);
    expect(moved.get(3, 14, 4, 0)).toBe(0);
    for (let c = 5; c < 28; c++) expect(moved.get(3, 14, c, 0)).toBe(test.images.get(3, 14, c - 5, 0));
  });
});

describe("what a network gets wrong", () => {
  const probabilities = [
    [0.9, 0.1],
    [0.2, 0.8],
    [0.6, 0.4],
    [0.45, 0.55],
  ];

  it("surestMistakes(probabilities, labels): the surest first", () => {
    expect(surestMistakes(probabilities, [0, 0, 1, 1])).toEqual([
      { index: 1, truth: 0, read: 1, sure: 0.8 },
      { index: 2, truth: 1, read: 0, sure: 0.6 },
    ]);
  });

  it("mistakesAmongKept(probabilities, labels, shares) passes on the least sure", () => {
    // From the surest: 0.9 right, 0.8 right, 0.6 wrong, 0.55 wrong.
    expect(mistakesAmongKept(probabilities, [0, 1, 1, 0], [0, 0.25, 0.5])).toEqual([0.5, 1 / 3, 0]);
  });
});

describe("centredByMass(images)", () => {
  const place = (images: ReturnType<typeof centredByMass>) =>
    Array.from(images.data).flatMap((value, i) => (value ? [[Math.floor(i / 7), i % 7, value]] : []));
  const one = (ink: number[][]) => {
    const images = ndarray(new Uint8Array(5 * 7), [1, 5, 7, 1]);
    for (const [row, column, value] of ink) images.set(0, row, column, 0, value);
    return images;
  };

  it("moves the mean of the ink into the middle, each pixel weighed by its value", () => {
    const moved = centredByMass(
      one([
        [0, 0, 10],
        [0, 1, 10],
        [0, 5, 2],
      ]),
    );
    expect(place(moved)).toEqual([
      [2, 2, 10],
      [2, 3, 10],
    ]);
  });

  it("brings back what was moved away, and leaves empty paper", () => {
    const middle = one([
      [1, 2, 4],
      [2, 3, 9],
      [3, 4, 4],
    ]);
    expect(place(centredByMass(movedRight(middle, 2)))).toEqual(place(middle));
    expect(place(centredByMass(one([])))).toEqual([]);
  });
});
