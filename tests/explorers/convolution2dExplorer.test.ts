import { convolution2dExplorer } from "cnn-workbook/explorers";
import { toBundle } from "cnn-workbook/plots";
import { describe, expect, it } from "vitest";

const counting = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
];
const kernel = [
  [0, 1],
  [2, 3],
];

describe("convolution2dExplorer(options)", () => {
  it("carries its settings only", () => {
    const explorer = convolution2dExplorer({ image: counting, kernel });
    expect(explorer).toMatchObject({
      explorer: "convolution2d",
      settings: {
        image: counting,
        kernel,
        padding: "valid",
        stride: 1,
        dilation: 1,
        flip: false,
        basic: false,
        layer: false,
      },
    });
    const forms = toBundle(explorer);
    expect(JSON.stringify(forms["application/vnd.cnn-workbook.explorer+json"]).length).toBeLessThan(400);
  });

  it("stands beside a picture and a sentence for other viewers", () => {
    const { html, alt } = convolution2dExplorer({ image: counting, kernel });
    expect(html).toMatch(/<img src="data:image\/svg\+xml;base64,[^"]+" alt="The kernel 0 1 \/ 2 3 is slid/);
    expect(html).toContain("Output row 1, column 0: 3×0 + 4×1 + 6×2 + 7×3 = 37.");
    expect(alt).toContain("the sums are 19 25 / 37 43");
  });

  it("takes other words", () => {
    const { settings, alt } = convolution2dExplorer({
      image: [[1]],
      kernel: [[2]],
      mode: "same",
      title: "T",
      alt: "Mine.",
    });
    expect(settings).toMatchObject({ padding: "same", title: "T" });
    expect(alt).toBe("Mine.");
  });

  it("is a layer's where padding, stride or dilation is given", () => {
    const { settings, alt, html } = convolution2dExplorer({ image: counting, kernel, padding: 1, stride: 2 });
    expect(settings).toMatchObject({ padding: 1, stride: 2, dilation: 1, layer: true });
    expect(alt).toContain("with padding 1, stride 2 and dilation 1. Output size, rows and columns: ");
    expect(alt).toContain("the sums are 0 8 / 21 43");
    expect(html).toContain("Output row 1, column 0: 0×0 + 3×1 + 0×2 + 6×3 = 21.");
    const tooWide = convolution2dExplorer({ image: counting, kernel, dilation: 3 });
    expect(tooWide.alt).toContain("Nothing fits: a window that reaches over 4 cells finds no place on 3 cells.");
    expect(tooWide.html).toContain("Nothing fits");
  });

  it("says what is wrong", () => {
    const make = (image: number[][], weights: number[][], mode?: "same") => () =>
      convolution2dExplorer({ image, kernel: weights, mode });
    expect(make(Array(13).fill([1]), [[1]])).toThrow("`image` must have 1 to 12 rows and columns, got [13, 1]");
    expect(make(counting, [Array(6).fill(1)])).toThrow("`kernel` must have 1 to 5 rows and columns, got [1, 6]");
    expect(make(counting, [[1, 1, 1, 1]])).toThrow("`kernel` [1, 4] is larger than `image` [3, 3]");
    expect(make([[Number.NaN]], [[1]])).toThrow("must be a finite number, got NaN");
    expect(make(counting, kernel, "full" as "same")).toThrow("`mode`");
    const layer = (options: object) => () => convolution2dExplorer({ image: counting, kernel, ...options });
    expect(layer({ stride: 0 })).toThrow("`stride` must be a whole number from 1 to 5, got 0");
    expect(layer({ padding: -1 })).toThrow("`padding` must be a whole number from 0 to 4, got -1");
    expect(layer({ padding: "half" })).toThrow('`padding` must be one of "valid", "same", "full"');
    expect(layer({ dilation: 4 })).toThrow("`dilation` must be a whole number from 1 to 3, got 4");
    expect(layer({ stride: 2, flip: true })).toThrow("do not go with `mode`, `flip` or `basic`");
  });
});
