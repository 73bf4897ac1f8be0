import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRoot } from "../../scripts/paths.mjs";
import { openChromium } from "./chromium.js";
import { type Lab, startLab } from "./lab.js";
import { openNotebook } from "./labPage.js";

/** Where the pictures of the run lessons are left, for whoever wants to look at them. */
const pictures = path.join(tmpdir(), "cnn-workbook-screenshots");
const lessons = readdirSync(inRoot("notebooks")).filter((name) => name.endsWith(".ipynb"));

let browser: Browser;
let lab: Lab;

beforeAll(async () => {
  [browser, lab] = await Promise.all([openChromium(), startLab()]);
});
afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

describe.each(lessons)("%s in JupyterLab", (name) => {
  it("runs to its end without an error and draws every figure", async () => {
    lab.write(name, JSON.parse(readFileSync(inRoot("notebooks", name), "utf8")));
    const open = await openNotebook(browser, lab, name);
    const outputs = await open.runAll();
    expect(outputs.flat().filter(({ output_type }) => output_type === "error")).toEqual([]);
    expect(await open.drawn()).toBeGreaterThan(0);
    expect(await open.page.getByText("cannot be drawn").count()).toBe(0);
    await picturesOf(open.page, name);
    await open.setTheme("JupyterLab Dark");
    expect(await open.drawn()).toBeGreaterThan(0);
    expect(open.strangers).toEqual([]);
    await open.close();
  });
});

/** One picture of every output that has a figure in it. */
async function picturesOf(page: Page, name: string): Promise<void> {
  const outputs = page.locator(".cnn-workbook-output");
  for (let i = 0; i < (await outputs.count()); i++) {
    await outputs.nth(i).scrollIntoViewIfNeeded();
    await outputs.nth(i).screenshot({ path: path.join(pictures, name.replace(".ipynb", ""), `${i}.png`) });
  }
}
