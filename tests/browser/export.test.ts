import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { convolutionExplorer } from "cnn-workbook/explorers";
import { imagePlot, linePlot, toBundle } from "cnn-workbook/plots";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jupyterEnv, venvPython } from "../../scripts/jupyterEnv.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import { openChromium } from "./chromium.js";
import { notebook } from "./notebook.js";

const shown = [
  linePlot({ y: [1, 3, 2] }, { title: "T", xLabel: "n", yLabel: "value", alt: "</script> rises & falls" }),
  imagePlot([[0, 255]], { title: "T", alt: "Dark and bright." }),
  convolutionExplorer({ signal: [1, 2, 3, 2, 1], kernel: [1, 1, 1] }),
];

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-export-"));
  const saved = notebook(shown.map(() => "show(figure)"));
  for (const [i, cell] of saved.cells.entries()) {
    const data = JSON.parse(JSON.stringify(toBundle(shown[i])));
    cell.outputs = [{ output_type: "display_data", data, metadata: {} }];
  }
  writeFileSync(path.join(folder, "lesson.ipynb"), JSON.stringify(saved));
  const command = ["-m", "nbconvert", "--to", "html", "--template", "cnn-workbook", "lesson.ipynb"];
  execFileSync(venvPython, command, { cwd: folder, env: jupyterEnv(), stdio: "pipe" });
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openPage() {
  const page = await browser.newPage();
  const address = pathToFileURL(path.join(folder, "lesson.html")).href;
  // Formulas are MathJax's part; this page has none.
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(address);
  return page;
}

describe("a lesson exported with the template cnn-workbook", () => {
  it("shows pictures and alt texts where the scripts are missing", async () => {
    const page = await openPage();
    expect(await page.getByText("</script> rises & falls").count()).toBe(1);
    expect(await page.locator('img[alt="Dark and bright."]').count()).toBe(1);
    expect(await page.locator('img[alt^="The kernel 1, 1, 1 is slid"]').count()).toBe(1);
  });

  it("draws live figures and explorers from one shared folder", async () => {
    const assets = path.join(folder, "assets");
    mkdirSync(assets);
    const built = inRoot("share", "jupyter", "labextensions", "cnn-workbook", "static");
    for (const name of ["explorers.js", "plotly.js"]) cpSync(path.join(built, name), path.join(assets, name));
    const page = await openPage();
    await page.getByRole("img", { name: "</script> rises & falls" }).locator(".js-line").waitFor({ state: "attached" });
    await page.locator(".imagelayer image").waitFor();
    await page.getByRole("slider", { name: "position n" }).fill("3");
    expect(await page.locator(".cw-equation").textContent()).toContain("= 7");
    expect(await page.locator("figure").count()).toBe(0);
  });
});
