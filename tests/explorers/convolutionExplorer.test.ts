import { convolutionExplorer } from "cnn-workbook/explorers";
import { toBundle } from "cnn-workbook/plots";
import { describe, expect, it } from "vitest";

describe("convolutionExplorer(options)", () => {
  it("carries its settings only, with 0 in the middle of the signal", () => {
    const explorer = convolutionExplorer({ signal: [1, 2, 3, 2, 1], kernel: [1, 1, 1] });
    expect(explorer).toMatchObject({
      explorer: "convolution1d",
      settings: { signal: [1, 2, 3, 2, 1], kernel: [1, 1, 1], flip: false, basic: false, first: -2 },
    });
    const forms = toBundle(explorer);
    expect(JSON.stringify(forms["application/vnd.cnn-workbook.explorer+json"]).length).toBeLessThan(400);
  });

  it("stands beside a picture and a sentence for other viewers", () => {
    const { html, alt } = convolutionExplorer({ signal: Float32Array.of(1, 2, 3, 2, 1), kernel: [1, 1, 1] });
    expect(html).toMatch(/<img src="data:image\/svg\+xml;base64,[^"]+" alt="The kernel 1, 1, 1 is slid/);
    expect(html).toContain("2×1 + 3×1 + 2×1 = 7");
    expect(alt).toContain("the sums are 1, 3, 6, 7, 6, 3, 1");
  });

  it("takes other words and another count", () => {
    const { settings, alt } = convolutionExplorer({ signal: [1, 2], kernel: [1], first: 0, title: "T", alt: "Mine." });
    expect(settings).toMatchObject({ first: 0, title: "T" });
    expect(alt).toBe("Mine.");
  });

  it("says what is wrong", () => {
    const make = (signal: number[], kernel: number[], first?: number) => () =>
      convolutionExplorer({ signal, kernel, first });
    expect(make([1], [1])).toThrow("`signal` must have 2 to 40 samples, got 1");
    expect(make([1, 2], Array(16).fill(1))).toThrow("`kernel` must have 1 to 15 weights, got 16");
    expect(make([1, 2], [])).toThrow("`kernel` is empty");
    expect(make([1, Number.NaN], [1])).toThrow("`signal[1]` must be a finite number, got NaN");
    expect(make([1, 2], [1], 0.5)).toThrow("`first` must be a whole number");
  });
});
