import { toList } from "cnn-workbook";
import { architectures, convOutputSize, summarize } from "cnn-workbook/architectures";
import { conv2d } from "cnn-workbook/layers";
import {
  p1,
  p2,
  p3,
  p4,
  p5,
  p6,
  p7,
  p8,
  p9,
  p10,
  q5,
  windowCount,
  windowRows,
} from "cnn-workbook/lessons/09-output-size";
import { describe, expect, it } from "vitest";

const answer = (prediction: typeof p1) => prediction.definition.answer;
const chosen = (prediction: typeof p1) => prediction.definition.choices?.[Number(answer(prediction)) - 1];
const row = (weights: number[]) => [weights.map((weight) => [[weight]])];

describe("windowRows(input, kernel, placing)", () => {
  it("has a row for each window and a column for each padded cell", () => {
    expect(windowRows(5, 2, { stride: 2, padding: 1 })).toEqual([
      [1, 1, 0, 0, 0, 0, 0],
      [0, 0, 1, 1, 0, 0, 0],
      [0, 0, 0, 0, 1, 1, 0],
    ]);
  });

  it("leaves gaps with dilation", () => {
    expect(windowRows(6, 2, { dilation: 3 })).toEqual([
      [1, 0, 0, 1, 0, 0],
      [0, 1, 0, 0, 1, 0],
      [0, 0, 1, 0, 0, 1],
    ]);
  });

  it("says so when nothing fits", () => {
    expect(windowCount(2, 3)).toBe(0);
    expect(() => windowRows(2, 3)).toThrow("a filter of 3 does not fit into 2 cells");
  });
});

describe("the answers of the predictions are what the library computes", () => {
  it("counts windows, with and without padding", () => {
    expect(answer(p1)).toBe(windowCount(7, 3, { stride: 2 }));
    expect(chosen(p2)).toMatch(new RegExp(`^${windowCount(7, 3, { stride: 3 })} outputs; the last cell`));
    expect(answer(p4)).toBe(windowCount(7, 3, { padding: 1 }));
    expect(answer(p7)).toBe(windowRows(9, 3, { dilation: 4 })[0].lastIndexOf(1) + 1);
  });

  it("finds the layer that cannot be built, and that no padding fits", () => {
    let [size, layers] = [32, 0];
    while (size > 0) [size, layers] = [windowCount(size, 5), layers + 1];
    expect(answer(p3)).toBe(layers);
    const fitting = [0, 1, 2, 3, 4, 5].filter(
      (padding) => convOutputSize({ input: 32, kernel: 5, stride: 2, padding }).fits,
    );
    expect(fitting).toEqual([]);
    expect(chosen(p6)).toBe("With none");
  });

  it("gives the shape of the slides' ten filters", () => {
    const layers = [{ type: "conv2d", filters: 10, kernel: 5, padding: 2 }] as const;
    expect(answer(p5)).toEqual(summarize({ name: "ten", input: [32, 32, 3], layers }).rows[0].outputShape);
  });

  it("tells the two meanings of same apart", () => {
    const eight = [[1, 2, 3, 4, 5, 6, 7, 8]];
    const by = (padding: "same" | [number, number]) =>
      toList(conv2d(eight, row([0, 1, 0]), { stride: [1, 2], padding })).join(" ");
    expect(chosen(p8)).toBe(`TensorFlow gives ${by("same")}, PyTorch ${by([0, 1])}`);
  });

  it("adds up receptive fields", () => {
    const sees = (count: number) => q5.definition.solution(Array(count).fill({ kernel: 3, stride: 1 }));
    expect(answer(p9)).toBe(sees(2));
    expect(sees(Number(answer(p10)))).toBeGreaterThanOrEqual(224);
    expect(sees(Number(answer(p10)) - 1)).toBeLessThan(224);
  });
});

it("the solution of 09.5 gives AlexNet's published receptive field", () => {
  const layers = [
    [11, 4],
    [3, 2],
    [5, 1],
    [3, 2],
    [3, 1],
    [3, 1],
    [3, 1],
    [3, 2],
  ].map(([kernel, stride]) => ({ kernel, stride }));
  const fields = summarize(architectures.alexNet2012OneGroup).rows.map(({ receptiveField }) => receptiveField ?? 0);
  expect(q5.definition.solution(layers)).toBe(195);
  expect(Math.max(...fields)).toBe(195);
});
