import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LabPage } from "./labPage.js";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";
import { tryReopened } from "./reopened.js";

const source = `import { convolutionExplorer, show } from "cnn-workbook";
show(convolutionExplorer({ signal: [1, 2, 3, 2, 1], kernel: [1, 1, 1] }));`;

let opened: OpenExplorer;
let open: LabPage;
let explorer: Locator;
let slider: Locator;

beforeAll(async () => {
  opened = await openExplorer("explorer.ipynb", source);
  open = opened.open;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  slider = explorer.getByRole("slider", { name: "position n" });
  await slider.focus();
  await open.page.keyboard.press("Home");
});

const press = (key: string) => opened.press(key);
const equation = () => explorer.locator(".cw-equation").textContent();
/** The numbers at the outputs made so far. */
const sums = () => explorer.locator("text.cw-value").allTextContents();

describe("the convolution explorer in JupyterLab", () => {
  it("starts where only the last weight lies over the signal", async () => {
    expect(await equation()).toBe("output at n = −3:  0×1 + 0×1 + 1×1 = 1");
    expect(await sums()).toEqual(["1"]);
    expect(await slider.getAttribute("aria-valuetext")).toBe("n = −3, output 1");
  });

  it("moves with the arrow keys, Home and End, and JupyterLab does not take them", async () => {
    await press("ArrowRight");
    await press("ArrowRight");
    expect(await equation()).toBe("output at n = −1:  1×1 + 2×1 + 3×1 = 6");
    expect(await sums()).toEqual(["1", "3", "6"]);
    await press("ArrowLeft");
    expect(await equation()).toContain("n = −2");
    await press("End");
    expect(await sums()).toEqual(["1", "3", "6", "7", "6", "3", "1"]);
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("moves by the slider", async () => {
    await slider.fill("3");
    expect(await equation()).toBe("output at n = 0:  2×1 + 3×1 + 2×1 = 7");
  });

  it("moves when the kernel is dragged, and then by key", async () => {
    const weight = explorer.locator("rect.cw-cell.cw-kernel").nth(1);
    const box = (await weight.boundingBox())!;
    const [x, y, column] = [box.x + box.width / 2, box.y + box.height / 2, box.width + 4];
    await open.page.mouse.move(x, y);
    await open.page.mouse.down();
    await open.page.mouse.move(x + 3 * column, y, { steps: 8 });
    expect(await equation()).toContain("n = 0");
    await open.page.mouse.up();
    await press("ArrowRight");
    expect(await equation()).toContain("n = 1");
  });

  it("tells a screen reader where it stands", async () => {
    await press("ArrowRight");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toBe("n = −2: 1 times 1 plus 2 times 1 is 3.");
    expect(await explorer.getAttribute("aria-label")).toContain("the sums are 1, 3, 6, 7, 6, 3, 1");
  });

  it("takes a typed kernel, keeps the last good one, and says what is wrong", async () => {
    const field = explorer.getByLabel("kernel", { exact: true });
    await slider.fill("3");
    await field.fill("1 2 1");
    expect(await equation()).toBe("output at n = 0:  2×1 + 3×2 + 2×1 = 10");
    await field.fill("1 2 x");
    expect(await explorer.getByRole("alert").textContent()).toContain("“x” is not a number");
    expect(await equation()).toContain("= 10");
    // Two of these letters would delete a cell if JupyterLab heard them.
    await field.press("d");
    await field.press("d");
    expect(await open.page.locator(".jp-CodeCell").count()).toBe(2);
    await explorer.getByRole("button", { name: "box of 3" }).click();
    expect(await explorer.getByRole("alert").count()).toBe(0);
    expect(await field.inputValue()).toBe("1 1 1");
  });

  it("turns the kernel round", async () => {
    await explorer.getByRole("button", { name: "3 2 1" }).click();
    await slider.fill("2");
    expect(await equation()).toContain("1×3 + 2×2 + 3×1 = 10");
    await explorer.getByRole("switch", { name: "flip the kernel" }).check();
    expect(await equation()).toContain("1×1 + 2×2 + 3×3 = 14");
    expect(await explorer.locator(".cw-flip").textContent()).toContain("Convolution");
    await explorer.getByRole("switch", { name: "flip the kernel" }).uncheck();
    await explorer.getByRole("button", { name: "box of 3" }).click();
  });

  it("plays to the end by itself", async () => {
    await slider.fill("4");
    await explorer.getByRole("button", { name: "Play" }).click();
    await expect.poll(sums, { timeout: 10_000 }).toHaveLength(7);
    await explorer.getByRole("button", { name: "Play" }).waitFor();
  });

  it("works in a saved notebook that is not trusted and has no kernel", async () => {
    await tryReopened(opened, { from: "explorer.ipynb", to: "reopened.ipynb" }, async (copy) => {
      await copy.getByRole("slider").fill("3");
      expect(await copy.locator(".cw-equation").textContent()).toContain("= 7");
    });
  });
});
