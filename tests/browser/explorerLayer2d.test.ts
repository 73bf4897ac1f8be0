import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";
import { tryReopened } from "./reopened.js";

const source = `import { convolution2dExplorer, show } from "cnn-workbook";
const image = [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]];
show(convolution2dExplorer({ image, kernel: [[0, 1, 2], [2, 2, 0], [0, 1, 2]], stride: 1 }));`;

let opened: OpenExplorer;
let explorer: Locator;
let slider: Locator;

beforeAll(async () => {
  opened = await openExplorer("layer2d.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  slider = explorer.getByRole("slider", { name: "position of the kernel" });
  await button("valid").click();
  await field("stride S").fill("1");
  await field("dilation D").fill("1");
  await slider.focus();
  await opened.press("Home");
});

const button = (name: string) => explorer.getByRole("button", { name, exact: true });
const field = (name: string) => explorer.getByLabel(name, { exact: true });
const formula = () => explorer.locator(".cw-size").textContent();
const place = () => slider.getAttribute("aria-valuetext");
const region = () => explorer.locator(".cw-region").textContent();

describe("the explorer of a layer's kernel in JupyterLab", () => {
  it("fills in the formula as padding, stride and dilation change", async () => {
    expect(await formula()).toBe("output rows and columns: (5 − 3 + 2 × 0) / 1 + 1 = 3");
    await button("in zeros").click();
    await field("padding P").fill("2");
    expect(await formula()).toContain("(5 − 3 + 2 × 2) / 1 + 1 = 7");
    await button("same").click();
    expect(await formula()).toContain("same: 5 / 1, rounded up = 5");
    expect(await field("padding P").isDisabled()).toBe(true);
    await button("full").click();
    expect(await explorer.locator("rect.cw-empty").count()).toBe(49 - 1 - 16);
    await field("dilation D").fill("2");
    expect(await formula()).toContain("reach 2 × (3 − 1) + 1 = 5");
  });

  it("moves by stride, by key and by click, and JupyterLab does not take the keys", async () => {
    await field("stride S").fill("2");
    await slider.focus();
    await opened.press("ArrowRight");
    expect(await place()).toBe("row 0, column 1, output 17");
    await opened.press("ArrowDown");
    expect(await place()).toBe("row 1, column 1, output 14");
    const frame = (await explorer.locator("rect.cw-frame").first().boundingBox())!;
    const cell = frame.width / 3;
    await opened.open.page.mouse.click(frame.x - 1.5 * cell, frame.y + 1.5 * cell);
    expect(await place()).toBe("row 1, column 0, output 9");
    await field("stride S").press("ArrowUp");
    expect(await field("stride S").inputValue()).toBe("3");
    expect(await opened.open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("crosses out what no weight touches, and frames each weight where there are gaps", async () => {
    await field("stride S").fill("3");
    expect(await region()).toContain("Crossed out: 16 of 25 pixels lie under no weight");
    expect(await explorer.locator("line.cw-unused:not(.cw-under)").count()).toBe(16);
    await field("dilation D").fill("2");
    expect(await explorer.locator("rect.cw-frame:not(.cw-reach):not(.cw-output)").count()).toBe(9);
    expect(await explorer.locator(".cw-equation").last().textContent()).toContain("3×0 + 2×1 + 0×2");
  });

  it("says that nothing fits, and what is wrong with a number", async () => {
    await field("dilation D").fill("3");
    expect(await region()).toBe("Nothing fits: a window that reaches over 7 cells finds no place on 5 cells.");
    await opened.press("ArrowDown");
    expect(await formula()).toContain("= 1");
    await field("stride S").fill("9");
    const alert = explorer.getByRole("alert").filter({ hasText: "S must" });
    expect(await alert.textContent()).toBe("S must be a whole number from 1 to 5.");
  });

  it("tells a screen reader place, size and sum", async () => {
    await field("stride S").fill("2");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("Output row 0, column 0 of 2 × 2 is 12");
    expect(await explorer.getAttribute("aria-label")).toContain("with padding valid, stride 1 and dilation 1");
  });

  it("fits a narrow page", async () => {
    const { page } = opened.open;
    await button("full").click();
    await page.setViewportSize({ width: 760, height: 900 });
    await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("works in a saved notebook that is not trusted and has no kernel", async () => {
    await tryReopened(opened, { from: "layer2d.ipynb", to: "again.ipynb" }, async (copy) => {
      await copy.getByLabel("stride S", { exact: true }).fill("2");
      expect(await copy.locator(".cw-size").textContent()).toContain("/ 2 + 1 = 2");
    });
  });
});
