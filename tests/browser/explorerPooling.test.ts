import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";

const source = `import { poolingExplorer, show } from "cnn-workbook";
show(poolingExplorer({ patterns: [
  { name: "one cell", map: [[9]] },
  { name: "whole", map: [[1, 4, 2], [3, 9, 6], [8, 5, 7]] },
] }));`;

let opened: OpenExplorer;
let explorer: Locator;
let slider: Locator;

beforeAll(async () => {
  opened = await openExplorer("explorerPooling.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  slider = explorer.getByRole("slider", { name: "columns moved" });
  for (const chip of ["one cell", "largest", "back to the start"]) await button(chip).click();
  await choose("size", "2");
  await choose("stride", "2");
  await slider.focus();
});

const press = (key: string) => opened.press(key);
const button = (name: string) => explorer.getByRole("button", { name, exact: true });
const choose = (group: string, name: string) =>
  explorer.getByRole("group", { name: group, exact: true }).getByRole("button", { name, exact: true }).click();
const place = () => slider.getAttribute("aria-valuetext");
const marked = () => explorer.locator(".cw-differs").count();
const sentence = () => explorer.locator(".cw-region").textContent();
const middle = async (part: Locator) => {
  const box = (await part.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, cell: box.width + 1 };
};

describe("the pooling explorer in JupyterLab", () => {
  it("starts unmoved, with nothing marked", async () => {
    expect(await place()).toBe("not moved");
    expect(await marked()).toBe(0);
    expect(await explorer.locator("text.cw-value").allTextContents()).toHaveLength(25);
  });

  it("moves with the arrow keys in both directions, and JupyterLab does not take them", async () => {
    await press("ArrowRight");
    expect(await place()).toBe("1 column right");
    expect(await sentence()).toContain("0 of 25 outputs differ");
    await press("ArrowRight");
    await press("ArrowUp");
    expect(await place()).toBe("2 columns right, 1 row up");
    expect(await marked()).toBe(2);
    await press("Home");
    expect(await place()).toBe("3 columns left, 1 row up");
    expect(await opened.open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("moves when the pattern is dragged, both ways at once", async () => {
    const { x, y, cell } = await middle(explorer.locator("rect.cw-pixel").nth(44));
    const { mouse } = opened.open.page;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 2 * cell, y - 2 * cell, { steps: 6 });
    await mouse.up();
    expect(await place()).toBe("2 columns right, 2 rows up");
    expect(await sentence()).toContain("moved along by 1 column and 1 row");
  });

  it("goes to the bar that is clicked", async () => {
    const { x, y } = await middle(explorer.locator("rect.cw-pool-bar").nth(5));
    await opened.open.page.mouse.click(x, y);
    expect(await place()).toBe("2 columns right");
  });

  it("takes other patterns, kinds, sizes and strides, and keeps its place", async () => {
    await press("ArrowRight");
    await button("whole").click();
    await button("mean").click();
    expect(await place()).toBe("1 column right");
    expect(await explorer.locator(".cw-pool-winner").count()).toBe(0);
    await choose("size", "3");
    await choose("stride", "3");
    expect(await explorer.locator("text.cw-value").allTextContents()).toHaveLength(9);
    expect(await explorer.textContent()).toContain("Average pooling, size 3, stride 3");
  });

  it("tells a screen reader what changed", async () => {
    await press("ArrowLeft");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("Pattern 1 column left. Output 0 0 0 0 0");
    expect(await explorer.getAttribute("aria-label")).toContain("Max pooling, size 2, stride 2");
  });

  it("fits a narrow page", async () => {
    const { page } = opened.open;
    await page.setViewportSize({ width: 760, height: 900 });
    await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
