import { poolingExplorer } from "cnn-workbook";
import { describe, expect, it } from "vitest";

const patterns = [{ name: "one cell", map: [[9]] }];

describe("poolingExplorer(options)", () => {
  it("carries its settings, alt text and a picture for other viewers", () => {
    const { explorer, settings, alt, html } = poolingExplorer({ patterns, kind: "mean", size: 3, title: "Moves" });
    expect(explorer).toBe("pooling");
    expect(settings).toEqual({ patterns, kind: "mean", size: 3, stride: 2, title: "Moves" });
    expect(alt).toContain("Average pooling, size 3, stride 2");
    expect(html).toContain("Average pooling, size 3, stride 2; the pattern 1 column right.");
    expect(html).toContain("to move the pattern.");
    expect(html).toContain('<img src="data:image/svg+xml;base64,');
  });

  it("takes an alt text of one's own", () => {
    expect(poolingExplorer({ patterns, alt: "Look" }).alt).toBe("Look");
  });

  it.each([
    [{ patterns: [] }, "`patterns` must be a list of { name, map }, got"],
    [{ patterns: [{ name: "", map: [[1]] }] }, "`patterns[0].name` must be a text, got"],
    [{ patterns: [{ name: "a", map: [[1, Number.NaN]] }] }, "`patterns[0].map[0][1]` must be a finite number, got NaN"],
    [
      { patterns: [{ name: "a", map: [[1, 2, 3, 4, 5, 6, 7]] }] },
      "`patterns[0].map` must have 1 to 6 rows and columns, to move on 10 × 10 cells, got [1, 7]",
    ],
    [{ patterns, size: 4 }, "`size` must be a whole number from 2 to 3, got 4"],
    [{ patterns, stride: 0 }, "`stride` must be a whole number from 1 to 3, got 0"],
    [{ patterns, kind: "median" as never }, '`kind` must be one of "largest", "mean", "keep one", got "median"'],
  ])("refuses %j", (options, message) => {
    expect(() => poolingExplorer(options)).toThrow(message);
  });
});
