import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LabPage } from "./labPage.js";
import { type OpenExplorer, openExplorer } from "./openExplorer.js";

const source = `import { boundaryExplorer, show } from "cnn-workbook";
show(boundaryExplorer({ preset: "corner" }));`;

let opened: OpenExplorer;
let open: LabPage;
let explorer: Locator;

beforeAll(async () => {
  opened = await openExplorer("boundary.ipynb", source);
  open = opened.open;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  explorer = await opened.explorer();
  await button("corner").click();
});

const button = (name: string) => explorer.getByRole("button", { name, exact: true });
const slider = (name: string) => explorer.getByRole("slider", { name, exact: true });
const result = () => explorer.locator(".cw-region").textContent();
const equation = () => explorer.locator(".cw-equation").textContent();
const centre = async (part: Locator) => {
  const box = (await part.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

describe("the boundary explorer in JupyterLab", () => {
  it("starts with points that are wrong, and shows one answer", async () => {
    expect(await explorer.locator(".cw-wrong").count()).toBeGreaterThan(0);
    await button("one answer").click();
    expect(await result()).toBe("40 of 40 points are right. Yes for all discs, no for all squares.");
    expect(await explorer.locator(".cw-wrong").count()).toBe(0);
  });

  it("is turned and moved by keys, and JupyterLab does not take them", async () => {
    await slider("direction (degrees)").focus();
    await opened.press("Home");
    await slider("bias of the unit").fill("-1.5");
    expect(await equation()).toContain("unit 0 = max(0, 1 x + 0 y − 1.5)");
    await slider("direction (degrees)").focus();
    await opened.press("ArrowRight");
    expect(await slider("direction (degrees)").inputValue()).toBe("1");
    expect(await open.page.locator(".jp-CodeCell").first().getAttribute("class")).toContain("jp-mod-active");
  });

  it("takes typed numbers, and leaves the network as it was at one that is none", async () => {
    const typed = explorer.getByLabel("direction (degrees), as a number");
    await typed.fill("90");
    expect(await equation()).toContain("max(0, 0 x + 1 y");
    await typed.fill("900");
    expect(await typed.getAttribute("aria-invalid")).toBe("true");
    expect(await equation()).toContain("max(0, 0 x + 1 y");
  });

  it("moves a line that is dragged by its diamond, and turns one by its number", async () => {
    await button("1").click();
    const hold = await centre(explorer.locator(".cw-hold.cw-chosen"));
    await open.page.mouse.move(hold.x, hold.y);
    await open.page.mouse.down();
    await open.page.mouse.move(hold.x - 40, hold.y - 60, { steps: 5 });
    await open.page.mouse.up();
    const after = await centre(explorer.locator(".cw-hold.cw-chosen"));
    expect(Math.hypot(after.x - hold.x + 40, after.y - hold.y + 60)).toBeLessThan(6);
    const disc = await centre(explorer.locator(".cw-turn.cw-chosen"));
    await open.page.mouse.move(disc.x, disc.y);
    await open.page.mouse.down();
    await open.page.mouse.move(after.x - 60, after.y, { steps: 5 });
    await open.page.mouse.up();
    const turn = Number(await slider("direction (degrees)").inputValue());
    expect(Math.abs(turn - 180)).toBeLessThan(6);
  });

  it("has 1 to 8 units", async () => {
    await button("one unit fewer").click();
    expect(await button("one unit fewer").isDisabled()).toBe(true);
    for (let i = 0; i < 7; i++) await button("one unit more").click();
    expect(await explorer.locator(".cw-turn").count()).toBe(8);
    expect(await button("one unit more").isDisabled()).toBe(true);
  });

  it("tells a screen reader how many points are right", async () => {
    await button("one answer").click();
    await expect
      .poll(() => explorer.locator("[aria-live=polite]").textContent())
      .toContain("40 of 40 points are right");
  });

  it("fits a narrow page", async () => {
    await open.page.setViewportSize({ width: 760, height: 900 });
    await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    await open.page.setViewportSize({ width: 1280, height: 900 });
  });
});
