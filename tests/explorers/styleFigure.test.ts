import { describe, expect, it } from "vitest";
import { styleData, styleFigure } from "../../lib/explorers/page/styleFigure.js";
import { linePlot } from "../../lib/plots/index.js";
import { COLOURS } from "../../lib/plots/theme.js";

const light = { dark: false, text: "#111", faint: "#eee", line: "#bbb", surface: "#fff", font: "serif" };
const { layout } = linePlot({ y: [1] }, { title: "t", xLabel: "x", yLabel: "y", alt: "a" });

describe("styleFigure(layout, colours, room)", () => {
  it("lets the page shine through and takes its colours, without changing the figure", () => {
    const before = structuredClone(layout);
    const styled = styleFigure(layout, light, 700);
    expect(styled).toMatchObject({
      paper_bgcolor: "rgba(0,0,0,0)",
      font: { color: "#111" },
      xaxis: { gridcolor: "#eee" },
    });
    expect(layout).toEqual(before);
  });

  it("takes the width of the page up to a limit", () => {
    expect(styleFigure(layout, light, 700).width).toBe(700);
    expect(styleFigure(layout, light, 3000).width).toBe(900);
  });

  it("shrinks figures of pixels as a whole", () => {
    const picture = { width: 800, height: 450, margin: { l: 0, r: 0, t: 50, b: 0 } };
    expect(styleFigure(picture, light, 400)).toMatchObject({ width: 400, height: 250 });
    expect(styleFigure(picture, light, 900)).toMatchObject({ width: 800, height: 450 });
  });

  it("makes letters on them smaller and leaves them their colour", () => {
    const annotations = [{ text: "A", font: { size: 15, color: "#000000" } }, { text: "title" }];
    const picture = { width: 800, height: 450, margin: { l: 0, r: 0, t: 50, b: 0 }, annotations };
    const styled = styleFigure(picture, light, 640) as { annotations: unknown[] };
    expect(styled.annotations).toMatchObject([{ font: { size: 10, color: "#000000" } }, { font: { size: 10 } }]);
  });

  it("grows to the width of its title where there is room", () => {
    const narrow = {
      width: 200,
      height: 300,
      title: { text: "A title that is rather long" },
      margin: { l: 0, r: 5, t: 40 },
    };
    const styled = styleFigure(narrow, light, 700) as { width: number; margin: { r: number } };
    expect(styled.width).toBeGreaterThan(200);
    expect(styled.margin.r).toBe(5 + styled.width - 200);
  });

  it("goes on in a second line where there is none, and gives it room", () => {
    const long = {
      width: 240,
      height: 300,
      title: { text: "A title that is far too long for it" },
      margin: { l: 0, t: 40 },
    };
    const styled = styleFigure(long, light, 240);
    expect(styled).toMatchObject({
      title: { text: "A title that is far too long<br>for it" },
      height: 321,
      margin: { t: 61 },
    });
  });

  it("takes brighter lines on a dark page", () => {
    const { template } = styleFigure(layout, { ...light, dark: true }, 700) as {
      template: { layout: { colorway: string[] } };
    };
    expect(template.layout.colorway[0]).toBe("#56b4e9");
  });
});

describe("styleData(data, colours)", () => {
  const data = [
    { line: { color: COLOURS[0], dash: "dot" } },
    { marker: { color: COLOURS[1] } },
    { line: { color: "#123456" } },
    { z: [[1]] },
  ];

  it("brightens the theme's own colours on a dark page, and no others, without changing the figure", () => {
    const before = structuredClone(data);
    expect(styleData(data, { dark: true })).toEqual([
      { line: { color: "#56b4e9", dash: "dot" } },
      { marker: { color: "#ff9153" } },
      { line: { color: "#123456" } },
      { z: [[1]] },
    ]);
    expect(data).toEqual(before);
  });

  it("leaves all colours on a light page", () => {
    expect(styleData(data, { dark: false })).toEqual(data);
  });

  it("has a brighter form of every colour", () => {
    const painted = COLOURS.map((color) => ({ line: { color } }));
    for (const [i, { line }] of styleData(painted, { dark: true }).entries()) {
      expect(line).toEqual({ color: expect.stringMatching(/^#[0-9a-f]{6}$/) });
      expect(line).not.toEqual(painted[i].line);
    }
  });
});
