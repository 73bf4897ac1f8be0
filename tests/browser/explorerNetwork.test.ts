import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";
import { fits, tryReopened } from "./reopened.js";

const source = `import { networkExplorer, sampleImage, show } from "cnn-workbook";
import { architectures } from "cnn-workbook/architectures";
show(networkExplorer({ network: architectures.vgg16, picture: sampleImage("street") }));`;

let opened: OpenExplorer;
let explorer: Locator;

beforeAll(async () => {
  opened = await openExplorer("network.ipynb", source);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  await explorer.getByRole("button", { name: "as it was" }).click();
});

const field = (name: string) => explorer.getByLabel(name, { exact: true });
const total = () => explorer.locator(".cw-equation").textContent();
const words = () => explorer.locator(".cw-words.cw-region").textContent();
const line = (name: string) => explorer.getByRole("row").filter({ hasText: name });
const cells = (name: string) => line(name).locator("td").allTextContents();
const press = (key: string) => opened.press(key);

describe("the explorer of a whole network in JupyterLab", () => {
  it("shows every layer with its shape, what it sees, and its counts", async () => {
    expect(await explorer.locator("tbody tr").count()).toBe(22);
    expect(await cells("conv2d_3")).toEqual([
      "conv2d_3 conv 3×3, relu",
      "112 × 112 × 128",
      "10",
      "2",
      "73.9 k",
      "925 M",
    ]);
    expect(await total()).toBe("224 × 224 × 3 → 1000: 138,357,544 parameters, 15,470,264,320 multiply-adds");
    expect(await explorer.getAttribute("aria-label")).toContain("each output there sees 212 × 212 pixels");
  });

  it("goes from layer to layer by key and by click, and JupyterLab does not take the keys", async () => {
    await line("maxPool2d_5").click();
    expect(await words()).toContain("Output [3, 3] sees rows 6 to 217, columns 6 to 217.");
    await press("ArrowUp");
    expect(await explorer.locator("tr[aria-selected=true]").textContent()).toContain("conv2d_13");
    await press("Home");
    expect(await words()).toContain("conv2d_1, conv 3×3, relu: 224 × 224 × 64, 1,792 parameters");
    const focused = () =>
      explorer.locator("tr[aria-selected=true]").evaluate((node) => node === document.activeElement);
    expect(await focused()).toBe(true);
    expect(await opened.open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("moves what an output sees, by key and by pointer", async () => {
    await line("maxPool2d_4").click();
    const picture = explorer.getByRole("application");
    await picture.focus();
    await press("Home");
    expect(await words()).toContain("Output [0, 0] sees rows −42 to 57, columns −42 to 57. What lies outside");
    await press("ArrowRight");
    expect(await words()).toContain("Output [0, 1] sees rows −42 to 57, columns −26 to 73.");
    await picture.scrollIntoViewIfNeeded();
    const box = (await explorer.locator("rect.cw-map").boundingBox())!;
    await opened.open.page.mouse.click(box.x + box.width - 3, box.y + box.height - 3);
    expect(await words()).toContain("Output [13, 13] sees");
    const live = explorer.locator("[aria-live=polite]");
    await expect.poll(() => live.textContent()).toContain("An output sees 100 pixels, jump 16. Output [13, 13] sees");
  });

  it("computes everything anew when the input or a layer changes", async () => {
    await field("input width").fill("448");
    expect((await cells("dense_1"))[4]).toBe("206 M");
    await line("conv2d_1 conv").click();
    await field("stride S").fill("2");
    expect((await cells("maxPool2d_5")).slice(1, 4)).toEqual(["3 × 7 × 512", "421", "64"]);
    await explorer.getByRole("switch").check();
    expect(await field("padding P").isDisabled()).toBe(true);
    expect((await cells("conv2d_1 conv"))[1]).toBe("112 × 224 × 64");
  });

  it("says where it no longer fits, in the library's words, and can be mended there", async () => {
    await field("input height").fill("20");
    expect(await explorer.locator(".cw-problem.cw-region").textContent()).toContain(
      'layer "maxPool2d_5" receives [1, 14, 512]: its window covers 2 cells of the height, which is only 1',
    );
    expect((await cells("maxPool2d_5"))[1]).toBe("does not fit");
    expect((await cells("dense_1"))[1]).toBe("–");
    await line("maxPool2d_5").click();
    await field("filter F").fill("1");
    expect(await explorer.locator(".cw-problem.cw-region").textContent()).toBe("");
    await field("input height").fill("0");
    expect(await explorer.getByRole("alert").filter({ hasText: "height must" }).count()).toBe(1);
  });

  it("fits a narrow page, and turns dark with it", async () => {
    await fits(opened, explorer, 390);
    await opened.open.setTheme("JupyterLab Dark");
    const ink = () =>
      explorer
        .locator("td")
        .first()
        .evaluate((node) => getComputedStyle(node).color);
    await expect.poll(ink).toMatch(/rgba?\(2\d\d, 2\d\d, 2\d\d/);
    await opened.open.setTheme("JupyterLab Light");
  });

  it("works in a saved notebook that is not trusted and has no kernel", async () => {
    await tryReopened(opened, { from: "network.ipynb", to: "network2.ipynb" }, async (copy) => {
      await copy.getByLabel("input height", { exact: true }).fill("32");
      expect(await copy.locator(".cw-equation").textContent()).toContain("32 × 224 × 3 → 1000");
    });
  });
});
