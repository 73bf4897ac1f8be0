import { heatmap } from "cnn-workbook/plots";
import { describe, expect, it } from "vitest";

const text = { title: "Kernel", alt: "Positive on the left." };

describe("heatmap(matrix, options)", () => {
  it("writes the numbers of a small matrix into its cells, first row on top", () => {
    const { data, layout } = heatmap(
      [
        [1, 2],
        [3, 4],
      ],
      text,
    );
    expect(data[0]).toMatchObject({
      type: "heatmap",
      z: [
        [1, 2],
        [3, 4],
      ],
      texttemplate: "%{z:.4~g}",
    });
    expect(layout.yaxis).toMatchObject({ autorange: "reversed", scaleanchor: "x" });
    expect(layout.coloraxis).toMatchObject({ colorscale: "Viridis", cmin: 1, cmax: 4 });
  });

  it("centres the colours of signed values on zero", () => {
    const { layout } = heatmap([[1, 0, -3]], text);
    expect(layout.coloraxis).toMatchObject({ cmin: -3, cmax: 3 });
    expect(heatmap([[1, 0, 3]], { ...text, signed: true }).layout.coloraxis).toMatchObject({ cmin: -3, cmax: 3 });
  });

  it("shares one colour scale between several", () => {
    const { layout, data } = heatmap(
      [
        { matrix: [[0]], title: "a" },
        { matrix: [[9]], title: "b" },
      ],
      text,
    );
    expect(layout.coloraxis).toMatchObject({ cmin: 0, cmax: 9 });
    expect(data.map(({ coloraxis }) => coloraxis)).toEqual(["coloraxis", "coloraxis"]);
  });

  it("packs a large matrix without changing its values", () => {
    const matrix = Array.from({ length: 80 }, (_, y) => Array.from({ length: 70 }, (_, x) => x - y));
    const { z } = heatmap(matrix, text).data[0] as { z: { dtype: string; bdata: string; shape: string } };
    expect(z).toMatchObject({ dtype: "i2", shape: "80, 70" });
    const bytes = Buffer.from(z.bdata, "base64");
    expect(bytes.readInt16LE(2 * 70)).toBe(-1);
  });

  it("gives flat matrices a colour", () => {
    expect(heatmap([[5, 5]], text).layout.coloraxis).toMatchObject({ cmin: 4, cmax: 6 });
    expect(heatmap([[0, 0]], { ...text, signed: true }).layout.coloraxis).toMatchObject({ cmin: -1, cmax: 1 });
  });

  it("says what is wrong", () => {
    expect(() => heatmap([[1]], { title: "a" } as never)).toThrow("heatmap needs `alt`");
    expect(() => heatmap([1, 2] as never, text)).toThrow("`matrices` must have 2 axes, got shape [2]");
    expect(() => heatmap([[1]], { ...text, columns: 0 })).toThrow(
      "`columns` must be a whole number of at least 1, got 0",
    );
    expect(() => heatmap([[Number.NaN]], text)).toThrow("`matrices[0][0]` must be a finite number, got NaN");
  });
});
