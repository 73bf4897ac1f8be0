import { encodePng } from "cnn-workbook/images";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";
import { tryReopened } from "./reopened.js";

// Bright on the left, and no two pixels of a row alike.
const source = `import { kernelExplorer, show } from "cnn-workbook";
const image = Array.from({ length: 20 }, (_, y) => Array.from({ length: 30 }, (_, x) => 250 - 8 * x + (y % 2)));
show(kernelExplorer({ image }));`;

let opened: OpenExplorer;
let explorer: Locator;

beforeAll(async () => {
  opened = await openExplorer("kernel.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  await button("identity").click();
});

const button = (name: string) => explorer.getByRole("button", { name, exact: true });
const weight = (row: number, column: number) =>
  explorer.getByLabel(`weight in row ${row}, column ${column}`, { exact: true });
const region = () => explorer.locator(".cw-region").textContent();
const equation = () => explorer.locator(".cw-equation").textContent();
const pointer = () => explorer.getByRole("application");
/** Grey level at a pixel of the result that is drawn. */
const drawn = (x: number, y: number) =>
  explorer
    .locator("canvas")
    .nth(1)
    .evaluate(
      (canvas, [x, y]) => (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(x, y, 1, 1).data[0],
      [x, y],
    );
const openFile = (name: string, buffer: Buffer) =>
  explorer.locator("input[type=file]").setInputFiles({ name, mimeType: "image/png", buffer });

describe("the kernel editor in JupyterLab", () => {
  it("draws the result at once when a weight changes, by typing and by arrow keys", async () => {
    expect(await drawn(10, 2)).toBe(170);
    await weight(1, 1).fill("1/2");
    expect(await drawn(10, 2)).toBe(85);
    expect(await region()).toContain("The weights sum to 0.5: flat areas are multiplied by 0.5.");
    await weight(1, 1).press("ArrowUp");
    expect(await weight(1, 1).inputValue()).toBe("1.5");
    expect(await drawn(10, 2)).toBe(255);
    await weight(1, 1).press("d");
    await weight(1, 1).press("d");
    expect(await explorer.getByRole("alert").textContent()).toContain("is not a number");
    expect(await drawn(10, 2)).toBe(255);
    expect(await opened.open.page.locator(".jp-CodeCell").count()).toBe(2);
  });

  it("offers kernels by name, and shows the sign where the sum is 0", async () => {
    await button("verticalEdges").click();
    expect(await button("0 is mid-grey").getAttribute("aria-pressed")).toBe("true");
    // Three rows, and 16 brighter on the left: 48, halved and raised.
    expect(await drawn(10, 2)).toBe(Math.round(127.5 + 24));
    await button("clipped").click();
    expect(await drawn(10, 2)).toBe(48);
    await weight(0, 0).fill("-1");
    await weight(1, 0).fill("-1");
    await weight(2, 0).fill("-1");
    await button("without sign").click();
    expect(await drawn(10, 2)).toBe(255);
    expect(await region()).toContain("The sign is dropped");
  });

  it("grows to 5 × 5 with zeros around, and back", async () => {
    await button("sharpen").click();
    await button("5 × 5").click();
    expect(await weight(2, 2).inputValue()).toBe("5");
    expect(await weight(4, 4).inputValue()).toBe("0");
    await button("3 × 3").click();
    expect(await weight(1, 1).inputValue()).toBe("5");
    expect(await weight(3, 3).count()).toBe(0);
  });

  it("points at a pixel by keys, and JupyterLab does not take them", async () => {
    await button("horizontalEdges").click();
    await pointer().focus();
    await opened.press("Home");
    await opened.press("ArrowUp");
    await opened.press("ArrowRight");
    expect(await equation()).toContain("Row 9, column 1: 243 becomes 0: ");
    await opened.press("Shift+ArrowDown");
    expect(await equation()).toContain("Row 19, column 1: 243 becomes −3: ");
    expect(await equation()).toContain("250×1 + 242×1 + 234×1");
    expect(await opened.open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("points at the pixel that is clicked, on either picture", async () => {
    const box = (await explorer.locator("canvas").nth(1).boundingBox())!;
    await opened.open.page.mouse.click(box.x + (4.5 / 30) * box.width, box.y + (7.5 / 20) * box.height);
    expect(await equation()).toContain("Row 7, column 4: 219 becomes 219");
    expect(await pointer().evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it("tells a screen reader the finding, then the pixel", async () => {
    const live = explorer.locator("[aria-live=polite]");
    await button("boxBlur").click();
    await expect.poll(() => live.textContent()).toContain("None is negative: each output is an average. Mean");
    await pointer().focus();
    await opened.press("ArrowRight");
    await expect.poll(() => live.textContent()).toMatch(/^Row \d+, column \d+: .* times 0\.111 plus/);
    expect(await explorer.getAttribute("aria-label")).toContain("A picture of 20 × 30 pixels");
  });

  it("opens a picture of one's own, makes it small and grey, sends it nowhere, and returns to the first", async () => {
    const red = Array.from({ length: 100 }, () => Array.from({ length: 256 }, () => [255, 0, 0]));
    await openFile("red.png", encodePng(red));
    const status = explorer.getByRole("status");
    await expect.poll(() => status.textContent()).toContain("red.png, 100 × 256 pixels, made smaller: 50 × 128 pixels");
    expect(await drawn(100, 40)).toBe(54);
    expect(opened.open.strangers).toEqual([]);
    await openFile("notes.png", Buffer.from("no picture"));
    await expect.poll(() => status.textContent()).toContain("notes.png: This file cannot be read as a picture.");
    expect(await drawn(100, 40)).toBe(54);
    await button("first picture").click();
    expect(await drawn(10, 2)).toBe(170);
    expect(await button("first picture").isDisabled()).toBe(true);
  });

  it("asks for a file by key, and takes one that is dropped", async () => {
    const chooser = opened.open.page.waitForEvent("filechooser");
    await button("open a picture …").press("Enter");
    expect((await chooser).isMultiple()).toBe(false);
    const bytes = [...encodePng(Array.from({ length: 6 }, () => new Array(8).fill(77)))];
    await pointer().evaluate((node, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], "grey.png", { type: "image/png" }));
      node.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, bytes);
    await expect.poll(() => drawn(5, 5)).toBe(77);
    await button("first picture").click();
  });

  it("follows the dark theme, and fits a narrow page", async () => {
    const { page } = opened.open;
    const colour = () => explorer.locator(".cw-region").evaluate((node) => getComputedStyle(node).color);
    const light = await colour();
    await opened.open.setTheme("JupyterLab Dark");
    await expect.poll(colour).not.toBe(light);
    await opened.open.setTheme("JupyterLab Light");
    await button("5 × 5").click();
    await page.setViewportSize({ width: 760, height: 900 });
    await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("works in a saved notebook that is not trusted and has no kernel", async () => {
    await tryReopened(opened, { from: "kernel.ipynb", to: "again.ipynb" }, async (copy) => {
      await copy.getByRole("button", { name: "boxBlur", exact: true }).click();
      expect(await copy.locator(".cw-region").textContent()).toContain("each output is an average");
    });
  });
});
