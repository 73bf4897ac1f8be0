import { toList } from "cnn-workbook";
import { architectures, convOutputSize, summarize } from "cnn-workbook/architectures";
import { conv2d } from "cnn-workbook/layers";
import {
  countsOf,
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
  p11,
  q5,
  seenBy,
  shapesThrough,
  shrinking,
  sizeWords,
  windowCount,
  windowPlot,
  windowRows,
} from "cnn-workbook/lessons/09-output-size";
import { describe, expect, it } from "vitest";

const answer = (prediction: typeof p1) => prediction.definition.answer;
const chosen = (prediction: typeof p1) => prediction.definition.choices?.[Number(answer(prediction)) - 1];
const layer = (kernel: number, stride: number) => ({ kernel, stride });
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

  it("pads each side by its own number", () => {
    expect(windowRows(2, 2, { padding: [0, 1] })).toEqual([
      [1, 1, 0],
      [0, 1, 1],
    ]);
  });

  it("is said in words", () => {
    expect(sizeWords(7, 3, { stride: 2 })).toBe("3 fits");
    expect(sizeWords(7, 3, { stride: 3 })).toBe("2.33 does not fit; frameworks make it 2");
    expect(sizeWords(32, 5, { stride: 2, padding: [1, 2] })).toBe("16 fits");
  });

  it("says so when nothing fits", () => {
    expect(windowCount(2, 3)).toBe(0);
    expect(() => windowRows(2, 3)).toThrow("a filter of 3 does not fit into 2 cells");
  });
});

describe("windowPlot(input, kernel, options)", () => {
  const drawn = (input: number, kernel: number, options = {}) => {
    const { data, layout } = windowPlot(input, kernel, { title: "t", alt: "a", ...options });
    const [{ z }, ...written] = data as [{ z: (number | null)[][] }, ...{ x: number[]; y: number[]; text: string[] }[]];
    const text = z.map((row) => row.map(() => ""));
    for (const { x, y, text: words } of written) {
      words.forEach((word, i) => {
        text[y[i]][x[i]] = word;
      });
    }
    return { z, text, layout };
  };

  it("writes the input on top and under each window its cells", () => {
    const { text, layout } = drawn(4, 2, { stride: 2, padding: 1 });
    expect(text).toEqual([
      ["P", "0", "1", "2", "3", "P"],
      ["P", "0", "", "", "", ""],
      ["", "", "1", "2", "", ""],
      ["", "", "", "", "3", "P"],
    ]);
    expect(layout.yaxis).toMatchObject({ ticktext: ["input ", "output 0 ", "output 1 ", "output 2 "] });
  });

  it("shows values instead of numbers, and pale cells under weights of 0", () => {
    const { text, z } = drawn(4, 3, { values: [9, 8, 7, 6], weights: [0, 5, 0] });
    expect(text[2]).toEqual(["", "8", "7", "6"]);
    expect(z.slice(1)).toEqual([
      [1, 2, 1, null],
      [null, 1, 2, 1],
    ]);
  });

  it("finds the weight of a cell under gaps", () => {
    expect(drawn(5, 3, { dilation: 2, weights: [1, 0, 1] }).z[1]).toEqual([2, null, 1, null, 2]);
  });

  it("crosses out the cells behind the last window", () => {
    const crossed = (input: number) =>
      (drawn(input, 3, { stride: 3 }).layout.shapes as { y0: number }[]).filter(({ y0 }) => y0 < 0.5).length;
    expect([7, 8, 9].map(crossed)).toEqual([1, 2, 0]);
  });
});

describe("networks", () => {
  it("shrink until nothing fits, at most ten times", () => {
    expect(shrinking(11, 5)).toEqual([11, 7, 3]);
    expect(shrinking(32, 5, 2)).toEqual(new Array(11).fill(32));
  });

  it("count a cell once for each way to the output", () => {
    const three = { kernel: 3, stride: 1 };
    expect(countsOf([three, three, three]).slice(0, 8)).toEqual([1, 3, 6, 7, 6, 3, 1, 0]);
    expect(
      countsOf([
        { kernel: 2, stride: 3 },
        { kernel: 2, stride: 1 },
      ]).slice(0, 6),
    ).toEqual([1, 1, 0, 1, 1, 0]);
  });

  it("see as much as the solution of 09.5 says", () => {
    const first = [layer(11, 4), layer(3, 2), layer(5, 1)];
    expect(seenBy(architectures.alexNet2012OneGroup).slice(0, 4)).toEqual(
      [0, 1, 2, 3].map((count) => q5.definition.solution(first.slice(0, count))),
    );
  });

  it("are listed with a column for each input", () => {
    const lines = shapesThrough(architectures.alexNet2012OneGroup, [224, 227]).split("\n");
    expect(lines[0].trim().split(/\s{2,}/)).toEqual(["from 224", "from 227"]);
    expect(lines[lines.length - 1].split(/\s+/)).toEqual(["flatten", "6400", "9216"]);
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
    expect(chosen(p6)).toBe("For no P at all");
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

  it("counts the pixels that stride and dilation leave", () => {
    const weights = [1, 1, 1].map(() => [1, 1, 1].map(() => [[1]]));
    const outputs = (changed: number) => {
      const pixels = Array.from({ length: 7 }, (_, y) =>
        Array.from({ length: 7 }, (_, x) => Number(7 * y + x === changed)),
      );
      return toList(conv2d(pixels, weights, { stride: 2, dilation: 2 }));
    };
    const seen = Array.from({ length: 49 }, (_, pixel) => outputs(pixel).some((value) => value > 0));
    expect(answer(p11)).toBe(seen.filter(Boolean).length);
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
