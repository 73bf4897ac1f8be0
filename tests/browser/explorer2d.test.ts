import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LabPage } from "./labPage.js";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";

const source = `import { convolution2dExplorer, show } from "cnn-workbook";
const image = [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]];
show(convolution2dExplorer({ image, kernel: [[0, 1, 2], [2, 2, 0], [0, 1, 2]] }));`;

let opened: OpenExplorer;
let open: LabPage;
let explorer: Locator;
let slider: Locator;

beforeAll(async () => {
  opened = await openExplorer("explorer2d.ipynb", source);
  open = opened.open;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  slider = explorer.getByRole("slider", { name: "position of the kernel" });
  await button("as at first").click();
  await button("valid").click();
  await slider.focus();
  await press("Home");
});

const press = (key: string) => opened.press(key);
const button = (name: string) => explorer.getByRole("button", { name, exact: true });
const field = () => explorer.getByLabel("kernel", { exact: true });
/** Where it stands, as a screen reader is told at the slider. */
const place = () => slider.getAttribute("aria-valuetext");
/** The numbers at the outputs made so far. */
const sums = () => explorer.locator("text.cw-value").allTextContents();
const centre = async (part: Locator) => {
  const box = (await part.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, cell: box.width + 1 };
};

describe("the 2-D convolution explorer in JupyterLab", () => {
  it("starts in the upper left corner, the other outputs empty", async () => {
    expect(await place()).toBe("row 0, column 0, output 12");
    expect(await sums()).toEqual(["12"]);
    expect(await explorer.locator(".cw-empty").count()).toBe(8);
    const equation = (await explorer.locator(".cw-equation").textContent())!;
    expect(equation).toContain("3×0 + 3×1 + 2×2 + 0×2 + 0×2 + 1×0 + 3×0 + 1×1 + 2×2 = 12");
  });

  it("moves with the arrow keys in both directions, Home and End, and JupyterLab does not take them", async () => {
    await press("ArrowRight");
    expect(await place()).toBe("row 0, column 1, output 12");
    await press("ArrowDown");
    expect(await place()).toBe("row 1, column 1, output 17");
    await press("ArrowDown");
    await press("ArrowDown");
    expect(await place()).toBe("row 2, column 1, output 6");
    await press("ArrowUp");
    await press("ArrowLeft");
    expect(await place()).toBe("row 1, column 0, output 10");
    await press("End");
    expect(await sums()).toEqual(["12", "12", "17", "10", "17", "19", "9", "6", "14"]);
    expect(await open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("goes to the output that is clicked", async () => {
    const { x, y } = await centre(explorer.locator(".cw-empty").nth(4));
    await open.page.mouse.click(x, y);
    expect(await place()).toBe("row 1, column 2, output 19");
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it("moves when the kernel is dragged, and jumps to the pixel that is clicked", async () => {
    const { x, y, cell } = await centre(explorer.locator("rect.cw-pixel").first());
    await open.page.mouse.move(x, y);
    await open.page.mouse.down();
    await open.page.mouse.move(x + 2 * cell, y + cell, { steps: 6 });
    expect(await place()).toBe("row 1, column 2, output 19");
    await open.page.mouse.up();
    await open.page.mouse.click(x, y);
    expect(await place()).toBe("row 0, column 0, output 12");
  });

  it("draws the zeros of mode same, and stays where it was", async () => {
    await press("ArrowDown");
    await button("same").click();
    expect(await place()).toBe("row 2, column 1, output 10");
    await slider.focus();
    await press("Home");
    expect(await explorer.locator(".cw-region").textContent()).toContain(
      "5 × 5 outputs. 5 weights lie beside the image",
    );
  });

  it("tells a screen reader where it stands", async () => {
    await press("ArrowRight");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("Output row 0, column 1 is 12: 2 times 1 plus 1 times 2");
    expect(await explorer.getAttribute("aria-label")).toContain("the sums are 12 12 17 / 10 17 19 / 9 6 14");
  });

  it("takes a typed kernel, keeps the last good one, and says what is wrong", async () => {
    await field().fill("0 0\n0 1/2");
    expect(await sums()).toEqual(["0"]);
    await press("ArrowRight");
    await field().fill("0 0\n0 x");
    expect(await explorer.getByRole("alert").textContent()).toContain("“x” is not a number");
    expect(await explorer.locator(".cw-region").textContent()).toContain("2 × 2 kernel: 4 × 4 outputs");
    await field().press("d");
    await field().press("d");
    expect(await open.page.locator(".jp-CodeCell").count()).toBe(2);
    await button("box").click();
    expect(await explorer.getByRole("alert").count()).toBe(0);
    expect(await field().inputValue()).toBe("1/9 1/9 1/9\n1/9 1/9 1/9\n1/9 1/9 1/9");
  });

  it("turns the kernel by half a turn", async () => {
    const flip = explorer.getByRole("switch", { name: "flip the kernel" });
    await field().fill("1 2 / 3 4");
    expect(await place()).toBe("row 0, column 0, output 9");
    await flip.check();
    expect(await place()).toBe("row 0, column 0, output 21");
    await flip.uncheck();
  });

  it("plays to the end by itself", async () => {
    await slider.fill("6");
    await button("Play").click();
    await expect.poll(sums, { timeout: 10_000 }).toHaveLength(9);
    await button("Play").waitFor();
  });

  it("fits a narrow page", async () => {
    await open.page.setViewportSize({ width: 760, height: 900 });
    await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await open.page.setViewportSize({ width: 1280, height: 900 });
  });
});
