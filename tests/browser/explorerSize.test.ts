import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";

const source = `import { outputSizeExplorer, show } from "cnn-workbook";
show(outputSizeExplorer({ input: 7, kernel: 3 }));`;

let opened: OpenExplorer;
let explorer: Locator;

beforeAll(async () => {
  opened = await openExplorer("size.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
});

const field = (name: string) => explorer.getByLabel(name, { exact: true });
const formula = () => explorer.locator(".cw-equation").textContent();
const click = (name: string) => explorer.getByRole("button", { name, exact: true }).click();

describe("the explorer of output sizes in JupyterLab", () => {
  it("fills in the formula as numbers are typed", async () => {
    expect(await formula()).toBe("output size: (7 − 3 + 2 × 0) / 1 + 1 = 5");
    await field("stride S").fill("3");
    expect(await formula()).toBe("output size: (7 − 3 + 2 × 0) / 3 + 1 = 2.33, rounded down 2");
    expect(await explorer.locator(".cw-strike").count()).toBe(1);
    expect(await explorer.locator(".cw-region").textContent()).toContain("1 cell at the end is in none of them");
  });

  it("takes arrow keys in a field, and JupyterLab does not", async () => {
    await field("stride S").focus();
    await opened.press("ArrowDown");
    expect(await formula()).toBe("output size: (7 − 3 + 2 × 0) / 2 + 1 = 3");
    expect(await field("stride S").evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it("says what is wrong with a number, keeps the last good one, and survives a filter that fits nowhere", async () => {
    await field("filter F").fill("");
    expect(await explorer.getByRole("alert").filter({ hasText: "F must" }).textContent()).toBe(
      "F must be a whole number from 1 to 11.",
    );
    expect(await formula()).toContain("= 3");
    await field("filter F").fill("9");
    expect(await explorer.locator(".cw-region").textContent()).toContain("Nothing fits");
    await field("filter F").fill("3");
    expect(await formula()).toContain("= 3");
  });

  it("goes from output to output by key and by click", async () => {
    const slider = explorer.getByRole("slider", { name: "output" });
    await slider.focus();
    await opened.press("End");
    expect(await slider.getAttribute("aria-valuetext")).toBe("output 2");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("Window 2 covers cells 4 to 6");
    await explorer.locator("text.cw-number.cw-output").nth(1).click();
    expect(await slider.getAttribute("aria-valuetext")).toBe("output 1");
  });

  it("pads as TensorFlow does", async () => {
    await field("input W").fill("8");
    await explorer.getByRole("switch").check();
    expect(await formula()).toBe("output size: same: 8 / 2, rounded up = 4  (1 zero, 0 before and 1 after)");
    expect(await field("padding P").isDisabled()).toBe(true);
    await explorer.getByRole("switch").uncheck();
    await field("input W").fill("16");
  });

  it("stacks layers, and shows what an output sees", async () => {
    await click("+ layer");
    await field("stride S").fill("1");
    await click("what an output sees");
    expect(await formula()).toBe("receptive field: 1 + 2 × 1 + 2 × 2 = 7");
    await explorer.locator("text.cw-number.cw-output").nth(1).click();
    expect(await explorer.locator(".cw-region").textContent()).toBe("Output 1 of layer 2 sees input cells 2 to 8.");
    expect(await explorer.locator("rect.cw-signal.cw-lit").count()).toBe(7);
    await click("layer 1");
    expect(await field("stride S").inputValue()).toBe("2");
    await click("− layer");
    expect(await formula()).toBe("receptive field: 1 + 2 × 1 = 3");
  });
});
