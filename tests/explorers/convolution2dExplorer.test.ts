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
      settings: { image: counting, kernel, mode: "valid", flip: false, basic: false, title: "" },
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
    expect(settings).toMatchObject({ mode: "same", title: "T" });
    expect(alt).toBe("Mine.");
  });

  it("says what is wrong", () => {
    const make = (image: number[][], weights: number[][], mode?: "same") => () =>
      convolution2dExplorer({ image, kernel: weights, mode });
    expect(make(Array(13).fill([1]), [[1]])).toThrow("`image` must have 1 to 12 rows and columns, got [13, 1]");
    expect(make(counting, [Array(6).fill(1)])).toThrow("`kernel` must have 1 to 5 rows and columns, got [1, 6]");
    expect(make(counting, [[1, 1, 1, 1]])).toThrow("`kernel` [1, 4] is larger than `image` [3, 3]");
    expect(make([[Number.NaN]], [[1]])).toThrow("must be a finite number, got NaN");
    expect(make(counting, kernel, "full" as "same")).toThrow("`mode`");
  });
});
