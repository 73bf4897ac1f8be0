import { drawDigitExplorer } from "cnn-workbook";
import type { Layer } from "cnn-workbook/architectures";
import { describe, expect, it } from "vitest";
import { inkNetwork, inkLayers as layers, inkWeights as weights } from "./inkNetwork.js";

describe("drawDigitExplorer(options)", () => {
  it("carries its settings, alt text and a picture for other viewers", () => {
    const { explorer, settings, alt, html } = drawDigitExplorer({ layers, weights, title: "Draw" });
    expect(explorer).toBe("drawDigit");
    expect(settings).toEqual({ ...inkNetwork(), scale: 1 / 255, title: "Draw" });
    expect(alt).toContain("A pad to draw a digit on");
    expect(html).toContain("The network reads");
    expect(html).toContain("to draw a digit.");
    expect(html).toContain('<img src="data:image/svg+xml;base64,');
  });

  it("takes an alt text of one's own", () => {
    expect(drawDigitExplorer({ layers, weights, alt: "Look" }).alt).toBe("Look");
  });

  it("keeps a saved notebook small: about three characters a weight", () => {
    const wide: Layer[] = [{ type: "flatten" }, { type: "dense", units: 100 }, { type: "dense", units: 10 }];
    const table = (rows: number, columns: number) => Array.from({ length: rows }, () => new Array(columns).fill(0.5));
    const numbers = [table(784, 100), new Array(100).fill(0), table(100, 10), new Array(10).fill(0)];
    const size = JSON.stringify(drawDigitExplorer({ layers: wide, weights: numbers }).settings).length;
    expect(size).toBeLessThan(2.8 * (785 * 100 + 101 * 10));
  });

  const many: Layer[] = [{ type: "flatten" }, { type: "dense", units: 200 }, { type: "dense", units: 10 }];
  const big = [
    Array.from({ length: 784 }, () => new Array(200).fill(0)),
    new Array(200).fill(0),
    Array.from({ length: 200 }, () => new Array(10).fill(0)),
    new Array(10).fill(0),
  ];

  it.each([
    [{ layers: 3 as never, weights }, "`layers` must be a list of layers, got 3"],
    [{ layers: [{ type: "add", branches: {} } as Layer], weights }, '`layers[0].type` must be one of "conv2d"'],
    [{ layers: layers.slice(0, 2), weights }, "`layers` must end in 10 numbers, one a digit, got [16]"],
    [{ layers, weights: weights.slice(0, 1) }, "`weights` must be a list of 2 arrays, got 1"],
    [{ layers, weights: [weights[1], weights[0]] }, "`weights[0]` must have the shape [16, 10], got [10]"],
    [{ layers, weights: 7 as never }, "`weights` must be a list of 2 arrays, got 7"],
    [
      { layers: many, weights: big },
      "`weights` must be at most 100000 numbers, so that a notebook stays small, got 159010",
    ],
    [{ layers, weights, scale: 0 }, "`scale` must be"],
  ])("refuses what it cannot draw: %#", (options, message) => {
    expect(() => drawDigitExplorer(options)).toThrow(message);
  });
});
