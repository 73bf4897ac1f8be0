import { outputSizeExplorer } from "cnn-workbook/explorers";
import { describe, expect, it } from "vitest";

describe("outputSizeExplorer(options)", () => {
  it("carries its settings only, with what was left out filled in", () => {
    const { explorer, settings } = outputSizeExplorer({ input: 7, kernel: 3, stride: 2 });
    expect(explorer).toBe("outputSize");
    expect(settings).toEqual({
      input: 7,
      layers: [{ kernel: 3, stride: 2, padding: 0, dilation: 1 }],
      view: "windows",
      title: "",
    });
  });

  it("stands beside a picture and a sentence for other viewers", () => {
    const { html, alt } = outputSizeExplorer({ input: 7, kernel: 3, stride: 3 });
    expect(alt).toContain("= 2.33, rounded down 2. 2 windows; 1 cell at the end");
    expect(html).toContain('<img src="data:image/svg+xml;base64,');
    expect(html).toContain("JupyterLab to change the numbers.");
  });

  it("takes a stack, and other words", () => {
    const layers = [{ kernel: 3 }, { kernel: 3, padding: "same" as const, dilation: 2 }];
    const { settings, alt, html } = outputSizeExplorer({ input: 9, layers, view: "field", title: "T", alt: "Mine." });
    expect(settings).toMatchObject({ view: "field", title: "T" });
    expect((settings.layers as unknown[])[1]).toEqual({ kernel: 3, stride: 1, padding: "same", dilation: 2 });
    expect(alt).toBe("Mine.");
    expect(html).toContain("Output 3 of layer 2 sees");
  });

  it("can start from what cannot be built", () => {
    expect(outputSizeExplorer({ input: 2, kernel: 3 }).alt).toContain("Nothing fits");
    expect(outputSizeExplorer({ input: 2, kernel: 3, view: "field" }).alt).toContain("no output to look at");
  });

  it("says what is wrong", () => {
    expect(() => outputSizeExplorer({ input: 0, kernel: 3 })).toThrow("`input` must be a whole number from 1 to 32");
    expect(() => outputSizeExplorer({ input: 7, kernel: 12 })).toThrow("`kernel` must be a whole number from 1 to 11");
    expect(() => outputSizeExplorer({ input: 7, kernel: 3, stride: 0.5 })).toThrow("`stride` must be a whole number");
    expect(() => outputSizeExplorer({ input: 7 })).toThrow("give `kernel`, or 1 to 5 `layers`, got 0 layers");
    expect(() => outputSizeExplorer({ input: 7, kernel: 3, view: "side" as never })).toThrow("`view`");
  });
});
