import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";
import { fits, tryReopened } from "./reopened.js";

// Map 0: edges from dark to bright going down; map 1: from bright to dark; map 2: nothing.
const source = `import { activationsExplorer, show } from "cnn-workbook";
show(activationsExplorer({
  layers: [
    { type: "conv2d", filters: 3, kernel: [2, 1], activation: "relu" },
    { type: "maxPool2d", size: 4 },
    { type: "flatten" },
    { type: "dense", units: 10, activation: "softmax" },
  ],
  weights: [
    [[[[-1, 1, 0]]], [[[1, -1, 0]]]],
    [0, 0, -1],
    Array.from({ length: 126 }, (_, i) => Array.from({ length: 10 }, (_, d) => (d === i % 3 ? 0.01 : 0))),
    new Array(10).fill(0),
  ],
}));`;

let opened: OpenExplorer;
let explorer: Locator;
let pad: Locator;

beforeAll(async () => {
  opened = await openExplorer("activations.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  pad = explorer.getByRole("application").first();
  await explorer.getByRole("button", { name: "as drawn" }).click();
});

const press = (key: string) => opened.press(key);
const map = (name: string) => explorer.getByRole("button", { name: new RegExp(`^${name}:`) });
const sentence = () => explorer.locator(".cw-region").first().textContent();
const cell = () => explorer.locator(".cw-region").last().textContent();
const stage = (name: string) => explorer.locator(".cw-stages p").filter({ hasText: name }).textContent();
/** Brightest pixel of a map's small picture. */
const brightest = (name: string) =>
  map(name)
    .locator("canvas")
    .evaluate((node) => {
      const { width, height } = node as HTMLCanvasElement;
      const { data } = (node as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
      return Math.max(...data.filter((_, i) => i % 4 === 0));
    });

describe("the explorer of all layers' activations, in JupyterLab", () => {
  it("begins with a digit, and its maps", async () => {
    expect(await sentence()).toMatch(/^The network reads [01], /);
    expect(await explorer.locator(".cw-map").count()).toBe(9);
    expect(await explorer.locator(".cw-bar").count()).toBe(20);
    expect(await explorer.getAttribute("aria-label")).toMatch(
      /relu_1: \d+ % are 0, 1 of 3 maps dark, brightest: map [01]/,
    );
  });

  it("follows the pen, by mouse and by keys", async () => {
    await pad.focus();
    await press("Delete");
    expect(await stage("relu_1")).toContain("100 % are 0, 3 of 3 maps dark");
    expect(await brightest("relu_1, map 0")).toBe(0);
    const box = (await explorer.locator("rect.cw-paper").boundingBox())!;
    const { mouse } = opened.open.page;
    await mouse.move(box.x + 0.2 * box.width, box.y + 0.5 * box.height);
    await mouse.down();
    await mouse.move(box.x + 0.8 * box.width, box.y + 0.5 * box.height, { steps: 5 });
    await mouse.up();
    expect(await stage("relu_1")).toContain("1 of 3 maps dark");
    expect(await brightest("relu_1, map 0")).toBe(255);
    expect(await brightest("relu_1, map 2")).toBe(0);
    await press("Backspace");
    await press("Space");
    await press("ArrowLeft");
    await press("Space");
    expect(await brightest("maxPool2d_1, map 1")).toBeGreaterThan(200);
    expect(await opened.open.page.locator(".jp-CodeCell").count()).toBe(2);
  });

  it("shows a chosen map with its filter, and goes from map to map by keys", async () => {
    await map("relu_1, map 0").click();
    expect(await explorer.locator(".cw-detail").textContent()).toContain("filter 0");
    expect(await explorer.locator(".cw-detail").textContent()).toContain("relu_1, map 0");
    await press("ArrowRight");
    await press("ArrowDown");
    expect(await map("maxPool2d_1, map 1").getAttribute("aria-pressed")).toBe("true");
    expect(await map("maxPool2d_1, map 1").evaluate((node) => node === document.activeElement)).toBe(true);
    await press("ArrowDown");
    expect(await cell()).toMatch(/^dense_1, number 1: .* It comes from the whole picture\.$/);
    expect(await explorer.locator(".cw-detail").textContent()).not.toContain("filter");
  });

  it("tells which input area the cell under the pointer sees, and the keys move it", async () => {
    await map("maxPool2d_1, map 0").click();
    const large = explorer.getByRole("application").last();
    await large.scrollIntoViewIfNeeded();
    const box = (await explorer.locator(".cw-detail rect.cw-dark").last().boundingBox())!;
    await opened.open.page.mouse.move(box.x + box.width / 14, box.y + box.height / 12);
    expect(await cell()).toContain("cell [0, 0]");
    expect(await cell()).toContain("It sees rows 0 to 4, columns 0 to 3 of the input.");
    await large.focus();
    await press("ArrowRight");
    await press("ArrowDown");
    expect(await cell()).toContain("cell [1, 1]");
    expect(await cell()).toContain("It sees rows 4 to 8, columns 4 to 7");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("maxPool2d_1, map 0, cell [1, 1]");
    expect(await live.textContent()).toContain("The network reads");
    expect(await live.textContent()).toContain("1 of 3 maps dark");
  });

  it("fits a narrow page, and turns dark with it", async () => {
    await fits(opened, explorer, 390);
    await opened.open.setTheme("JupyterLab Dark");
    const ink = () =>
      explorer
        .locator(".cw-stages b")
        .first()
        .evaluate((node) => getComputedStyle(node).color);
    await expect.poll(ink).toMatch(/rgba?\(2\d\d, 2\d\d, 2\d\d/);
    await opened.open.setTheme("JupyterLab Light");
  });

  it("works in a saved notebook that is not trusted and has no kernel", async () => {
    await tryReopened(opened, { from: "activations.ipynb", to: "activations2.ipynb" }, async (copy) => {
      await copy.getByRole("button", { name: "clear" }).click();
      expect(await copy.locator(".cw-region").first().textContent()).toBe("Draw a digit from 0 to 9.");
      await copy.getByRole("button", { name: "example" }).click();
      expect(await copy.locator(".cw-region").first().textContent()).toContain("The network reads");
    });
  });
});
