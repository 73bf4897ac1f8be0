import { describe, expect, it } from "vitest";
import { greyOf, greyRange } from "../../lib/explorers/convolution2d/grey.js";
import { cellAt, isOn, layOut } from "../../lib/explorers/convolution2d/layout.js";
import { moveTo } from "../../lib/explorers/convolution2d/moves.js";
import { drawScene } from "../../lib/explorers/convolution2d/scene.js";
import { startState } from "../../lib/explorers/convolution2d/state.js";

const state = startState({
  image: [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 0, 1, 2],
  ],
  kernel: [
    [1, 2],
    [3, 4],
  ],
  padding: "valid",
  stride: 1,
  dilation: 1,
  flip: false,
  basic: false,
  layer: false,
  title: "",
});
const large = {
  ...state,
  image: Array.from({ length: 12 }, () => Array(12).fill(255)),
  kernel: Array.from({ length: 5 }, () => Array(5).fill(-0.25)),
  padding: "same" as const,
};
const count = (text: string, part: string) => text.split(part).length - 1;

describe("drawScene(state, room)", () => {
  it("fills the outputs made so far and leaves those to come empty", () => {
    const { content } = drawScene(moveTo(state, 3), 700);
    expect(count(content, "cw-value")).toBe(4);
    expect(count(content, "cw-empty")).toBe(2);
  });

  it("draws each pixel, each weight over it and each product", () => {
    const { content } = drawScene(state, 700);
    expect(count(content, 'class="cw-number"')).toBe(12);
    expect(count(content, "cw-badge")).toBe(4);
    expect(count(content, "cw-cell cw-product")).toBe(4);
  });

  it("draws the zeros around the image in mode same", () => {
    const { content } = drawScene(
      {
        ...state,
        padding: "same",
        kernel: [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
      700,
    );
    // 5 × 6 cells with 3 × 4 pixels among them, and of the nine products five over zeros.
    expect(count(content, '<rect class="cw-cell cw-zero"')).toBe(30 - 12 + 5);
  });

  it("stands in one row where there is room, and one above the other in a narrow page", () => {
    const [wide, narrow] = [layOut(state, 700), layOut(state, 300)];
    expect(wide.output.x).toBeGreaterThan(wide.products.x);
    expect(wide.image.y).toBe(wide.output.y);
    expect(narrow.output.y).toBeGreaterThan(narrow.image.y + narrow.image.rows * narrow.cell);
  });

  it.each([260, 400, 780])("keeps every panel inside the picture at %i pixels", (room) => {
    for (const one of [state, large, { ...large, padding: "valid" as const }]) {
      const { image, products, output, cell, width, height } = layOut(one, room);
      for (const panel of [image, products, output]) {
        expect(panel.x + panel.columns * cell).toBeLessThanOrEqual(width);
        expect(panel.y + panel.rows * cell).toBeLessThanOrEqual(height);
      }
      expect(cell).toBeGreaterThanOrEqual(24);
    }
  });

  it("has no number that is none", () => {
    const flat = { ...state, image: [[0, 0]], kernel: [[0]] };
    expect(drawScene(flat, 400).content).not.toContain("NaN");
  });

  it("finds the cell under a point", () => {
    const panel = { x: 10, y: 20, rows: 3, columns: 4 };
    expect(cellAt(panel, 30, 75, 25)).toEqual([0, 2]);
    expect(isOn(panel, 30, 75, 25)).toBe(true);
    expect(isOn(panel, 30, 131, 25)).toBe(false);
    expect(isOn(panel, 30, 5, 25)).toBe(false);
  });
});

describe("the greys", () => {
  it("go from black at zero to white, and have zero in the middle where values are negative", () => {
    expect(
      greyRange([
        [2, 5],
        [0, 1],
      ]),
    ).toEqual([0, 5]);
    expect(greyRange([[2, -5]])).toEqual([-5, 5]);
    expect(greyRange([[0]])).toEqual([0, 1]);
    expect(greyOf(0, [-5, 5]).fill).toBe("rgb(128,128,128)");
  });

  it("write black on light and white on dark", () => {
    expect(greyOf(5, [0, 5])).toEqual({ fill: "rgb(255,255,255)", ink: "#000" });
    expect(greyOf(0, [0, 5])).toEqual({ fill: "rgb(0,0,0)", ink: "#fff" });
  });
});
