import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";

// Says 0 for ink on the left and 9 for ink on the right.
const source = `import { drawDigitExplorer, show } from "cnn-workbook";
show(drawDigitExplorer({
  layers: [{ type: "averagePool2d", size: 7 }, { type: "flatten" }, { type: "dense", units: 10, activation: "softmax" }],
  weights: [
    Array.from({ length: 16 }, (_, cell) => Array.from({ length: 10 }, (_, d) => -10 * Math.abs(d - 3 * (cell % 4)))),
    new Array(10).fill(0),
  ],
}));`;

let opened: OpenExplorer;
let explorer: Locator;
let pad: Locator;

beforeAll(async () => {
  opened = await openExplorer("explorerDrawDigit.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  pad = explorer.getByRole("application");
  await button("example").click();
  await button("clear").click();
  await button("as drawn").click();
  await pad.focus();
});

const press = (key: string) => opened.press(key);
const button = (name: string) => explorer.getByRole("button", { name, exact: true });
const sentence = () => explorer.locator(".cw-region").textContent();
const strokes = () => explorer.locator("path.cw-ink").count();

/** Draws a vertical line at a share of the pad's width. */
async function drawLine(share: number): Promise<void> {
  const box = (await explorer.locator("rect.cw-paper").boundingBox())!;
  const { mouse } = opened.open.page;
  const x = box.x + share * box.width;
  await mouse.move(x, box.y + 0.1 * box.height);
  await mouse.down();
  await mouse.move(x, box.y + 0.9 * box.height, { steps: 8 });
  await mouse.up();
}

describe("the explorer to draw a digit in, in JupyterLab", () => {
  it("reads what is drawn, as it is drawn", async () => {
    expect(await sentence()).toBe("Draw a digit from 0 to 9.");
    await drawLine(0.08);
    expect(await sentence()).toContain("The network reads 0");
    await button("clear").click();
    await drawLine(0.92);
    expect(await sentence()).toContain("The network reads 9");
    expect(await explorer.locator("text.cw-digit.cw-best").textContent()).toBe("9");
  });

  it("centres the drawing when asked", async () => {
    await drawLine(0.08);
    await button("centred by its mass").click();
    expect(await sentence()).not.toContain("The network reads 0");
    expect(await button("centred by its mass").getAttribute("aria-pressed")).toBe("true");
  });

  it("keeps strokes apart, takes the last one back, and clears", async () => {
    await drawLine(0.2);
    await drawLine(0.6);
    expect(await strokes()).toBe(2);
    await button("take back").click();
    expect(await strokes()).toBe(1);
    await button("clear").click();
    expect(await strokes()).toBe(0);
    expect(await button("clear").isDisabled()).toBe(true);
  });

  it("is drawn on by keys, and JupyterLab does not take them", async () => {
    for (let i = 0; i < 9; i++) await press("ArrowLeft");
    await press("Space");
    for (let i = 0; i < 6; i++) await press("ArrowDown");
    await press("Space");
    await press("ArrowRight");
    expect(await strokes()).toBe(1);
    expect(await sentence()).toContain("The network reads 0");
    await press("Backspace");
    expect(await strokes()).toBe(0);
    expect(await opened.open.page.locator(".jp-CodeCell").count()).toBe(2);
    expect(await opened.open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("tells a screen reader what it reads", async () => {
    await press("Space");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("Pen down at column");
    expect(await explorer.getAttribute("aria-label")).toContain("A pad to draw a digit on");
    expect(await pad.getAttribute("aria-label")).toContain("Space puts the pen down");
  });

  it("fits a narrow page", async () => {
    const { page } = opened.open;
    await page.setViewportSize({ width: 640, height: 900 });
    await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
