import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inRoot } from "../../scripts/paths.mjs";
import { openChromium } from "./chromium.js";
import { type Lab, startLab } from "./lab.js";
import { type LabPage, openNotebook } from "./labPage.js";

const LESSON = "09-output-size.ipynb";

let browser: Browser;
let lab: Lab;
let open: LabPage;

beforeAll(async () => {
  [browser, lab] = await Promise.all([openChromium(), startLab()]);
  copyFileSync(inRoot("notebooks", "glossary.md"), path.join(lab.folder, "glossary.md"));
  // The last text of the lesson is enough.
  const lesson = JSON.parse(readFileSync(inRoot("notebooks", LESSON), "utf8"));
  lesson.cells = lesson.cells.filter(({ source }: { source: string[] }) =>
    source.join("").includes("## Further reading"),
  );
  lab.write(LESSON, lesson);
  open = await openNotebook(browser, lab, LESSON);
});
afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

/** How far below the top of the page's view a word stands. */
async function distance(id: string): Promise<number> {
  const view = (await open.page.locator(".jp-MarkdownViewer .jp-RenderedMarkdown").boundingBox())!;
  const word = open.page.locator(`.jp-MarkdownViewer [data-jupyter-id="${id}"]`);
  return (await word.boundingBox())!.y - view.y;
}

it("a word under a lesson opens the glossary at that word, as a page to read", async () => {
  await open.page.locator(".jp-RenderedMarkdown a", { hasText: /^dilation$/ }).click();
  await open.page.locator(".jp-MarkdownViewer h1", { hasText: "Words of the course" }).waitFor();
  await expect.poll(() => distance("dilation")).toBeLessThan(40);
  expect(await distance("dilation")).toBeGreaterThan(-40);
});

it("a related word is a click away, and so is the lesson", async () => {
  await open.page
    .locator(".jp-MarkdownViewer a", { hasText: /^reach$/ })
    .first()
    .click();
  await expect.poll(async () => Math.abs(await distance("reach"))).toBeLessThan(40);
  const entry = open.page.locator(".jp-MarkdownViewer p", { has: open.page.locator('[data-jupyter-id="reach"]') });
  await entry.getByRole("link", { name: "09", exact: true }).click();
  await open.page.locator(".jp-NotebookPanel h2", { hasText: "Further reading" }).waitFor();
});
