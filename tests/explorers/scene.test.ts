import { describe, expect, it } from "vitest";
import { drawScene } from "../../lib/explorers/convolution1d/scene.js";
import { moveTo, startState } from "../../lib/explorers/convolution1d/state.js";

const state = startState({
  signal: [1, 2, 3, 2, 1],
  kernel: [1, 1, 1],
  flip: false,
  first: -2,
  basic: false,
  title: "",
});
const count = (text: string, part: string) => text.split(part).length - 1;

describe("drawScene(state, width)", () => {
  it("draws the outputs made so far and leaves those to come open", () => {
    const { content } = drawScene(moveTo(state, 2), 700);
    expect(count(content, '<circle class="cw-output')).toBe(3);
    expect(count(content, '<circle class="cw-open"')).toBe(4);
  });

  it("gives each weight a cell and each covered place a product", () => {
    const { content } = drawScene(state, 700);
    expect(count(content, "cw-cell cw-kernel")).toBe(3);
    expect(count(content, "cw-cell cw-product")).toBe(1);
  });

  it("fits a narrow page, and grows wider than it only for long signals", () => {
    expect(drawScene(state, 400).width).toBe(400);
    const long = { ...state, signal: Array.from({ length: 40 }, (_, i) => i) };
    expect(drawScene(long, 400).width).toBeGreaterThan(1000);
  });

  it("has no number that is none", () => {
    const flat = { ...state, signal: [0, 0, 0], kernel: [0] };
    expect(drawScene(flat, 400).content).not.toContain("NaN");
  });
});

describe("a basic scene", () => {
  it("says nothing of modes, and is shorter for it", () => {
    const [all, basic] = [state, { ...state, basic: true }].map((one) => drawScene(one, 700));
    expect(all.content).toContain("kept by");
    expect(basic.content).not.toMatch(/kept by|valid|same|full/);
    expect(basic.height).toBeLessThan(all.height);
  });
});
