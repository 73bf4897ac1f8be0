import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jupyterEnv } from "../../scripts/jupyterEnv.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import { checkLinks } from "../../scripts/site/checks/links.mjs";
import { lookAtPage } from "../../scripts/site/checks/lookAtPage.mjs";
import { serve } from "../../scripts/site/checks/serve.mjs";
import { openChromium } from "./chromium.js";

const LESSON = "01-convolution-1d.html";
const phone = { width: 390, height: 844 };

let folder: string;
let out: string;
let browser: Browser;
let server: { address: string; close(): void };

function site(to: string, ...args: string[]) {
  const command = [inRoot("scripts", "site.mjs"), "--no-build", "--out", to, ...args];
  return spawnSync(process.execPath, command, { encoding: "utf8", env: jupyterEnv() });
}

/** Opens a page of the site, and closes it when `look` is done. */
async function open(name: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: phone, reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    await page.goto(server.address + name);
    await look(page);
  } finally {
    await context.close();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-site-"));
  out = path.join(folder, "site");
  browser = await openChromium();
});
afterAll(async () => {
  server?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm run site", () => {
  it("writes two lessons that pass every check: HTML, links, sizes, axe, figures, other hosts", async () => {
    const { stdout, stderr, status } = site(out, "01", "04", "--check");
    server = await serve(out);
    expect(stderr).toBe("");
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/✓ check: pages in Chromium .* [1-9]\d* figures drawn/);
  }, 900_000);

  it("does not run again what has not changed", () => {
    const { stdout } = site(path.join(folder, "again"), "01");
    expect(stdout).toMatch(/✓ 01-convolution-1d .* ran before/);
  });

  it("replaces no folder with other files", () => {
    const { stderr, status } = site(inRoot("docs"), "01");
    expect(stderr).toMatch(/docs holds other files, which a site would replace/);
    expect(status).toBe(1);
  });
});

describe("the site", () => {
  it("says on its first page what each lesson teaches", () =>
    open("index.html", async (page) => {
      const entry = page.locator(".lesson", { hasText: "01 · Convolution in one dimension" });
      expect(await entry.getByRole("listitem").allTextContents()).toContain(
        "compute a convolution with pencil and paper, and write it as a loop",
      );
    }));

  it("finds a section by its words and leads to it", () =>
    open(LESSON, async (page) => {
      await page.getByRole("searchbox", { name: "Search" }).fill("flip kernel correlat");
      const link = page.getByRole("link", { name: "To flip or not to flip" }).and(page.locator(".results a"));
      await link.click();
      expect(page.url()).toContain("#to-flip-or-not-to-flip");
      expect(await page.getByRole("heading", { name: "To flip or not to flip" }).isVisible()).toBe(true);
    }));

  it("finds a word of the glossary, which leads on to its lesson", () =>
    open("index.html", async (page) => {
      await page.getByRole("searchbox", { name: "Search" }).fill("cross-correlation");
      await page.locator(".results").getByText("in Words of the course").first().waitFor();
      await page.goto(`${server.address}glossary.html`);
      const lesson = page.locator('a[href^="01-convolution-1d.html#"]').first();
      await lesson.click();
      const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
      expect(await page.locator(`[id="${anchor}"]`).isVisible()).toBe(true);
    }));

  it("runs explorers by keyboard, without a kernel", () =>
    open(LESSON, async (page) => {
      await page.locator(".cell", { hasText: "basic: true" }).scrollIntoViewIfNeeded();
      const explorer = page.locator(".cw-explorer").first();
      await explorer.getByRole("slider", { name: "position n" }).focus();
      for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
      expect(await explorer.locator(".cw-equation").textContent()).toContain("n = 0: ");
      expect(await explorer.locator(".cw-equation").textContent()).toContain("= 7");
    }));

  it("keeps the colours that were chosen, and follows the system's before", () =>
    open(
      LESSON,
      async (page) => {
        const dark = () => page.evaluate(() => document.body.dataset.jpThemeLight === "false");
        expect(await dark()).toBe(true);
        await page.selectOption("#colours", "light");
        await page.goto(`${server.address}solutions/${LESSON}`);
        expect(await dark()).toBe(false);
      },
      { colorScheme: "dark" },
    ));

  it("keeps solutions apart, one click from their exercise", () =>
    open(LESSON, async (page) => {
      expect(await page.locator("#exercise-q2").textContent()).toContain("todo()");
      expect(await page.getByText("Not written yet").count()).toBe(0);
      await page.locator("#exercise-q2").getByRole("link", { name: "Show the solution" }).click();
      const solved = page.locator("#exercise-q2");
      expect(await solved.textContent()).not.toContain("todo()");
      expect(await solved.textContent()).toContain("Passed: 01.2");
    }));

  it("shows pictures and words in the place of figures where there are no scripts", () =>
    open(
      LESSON,
      async (page) => {
        expect(await page.locator(".alt", { hasText: "Four seconds of a noisy heart signal" }).isVisible()).toBe(true);
        expect(await page.locator('.still img[alt^="The kernel 1, 1, 1"]').isVisible()).toBe(true);
        expect(await page.locator("math").count()).toBeGreaterThan(0);
      },
      { javaScriptEnabled: false },
    ));

  it("prints figures that were never scrolled to", () =>
    open("04-convolution-2d.html", async (page) => {
      await page.locator(".drawn").first().waitFor();
      await page.pdf({ format: "A4" });
      const drawn = await page.locator(".live.drawn").count();
      expect(drawn).toBeGreaterThan((await page.locator(".live").count()) / 2);
    }));
});

describe("the checks of the site", () => {
  it("find a link to nowhere, an anchor that is not there and a page that no other leads to", async () => {
    const file = path.join(out, "index.html");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("</main>", '<a href="gone.html">a</a> <a href="#nothing">b</a></main>'));
    writeFileSync(path.join(out, "lonely.html"), text);
    const { faults } = await checkLinks(out, server.address);
    expect(faults).toEqual([
      expect.stringMatching(/links to .*gone\.html, which answers 404/),
      "index.html links to index.html#nothing, which is not there",
      "no page links to lonely.html",
    ]);
  });

  it("find what axe, the window's width and other hosts show", async () => {
    const text = readFileSync(path.join(out, "index.html"), "utf8");
    const faulty =
      '<img src="http://127.0.0.1:9/a.png"><div style="width:900px;color:#999;background:#fff">wide</div></main>';
    writeFileSync(path.join(out, "faulty.html"), text.replace("</main>", faulty));
    const { faults } = await lookAtPage(browser, { address: server.address, page: "faulty.html", viewport: phone });
    const said = faults.join("\n");
    expect(said).toContain("asks for http://127.0.0.1:9/a.png");
    expect(said).toMatch(/is \d+ pixels wider than the window/);
    expect(said).toContain("image-alt");
    expect(said).toContain("color-contrast");
  });
});
