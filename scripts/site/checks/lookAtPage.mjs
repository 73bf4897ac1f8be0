import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SERIOUS = new Set(["serious", "critical"]);

/**
 * Opens a page in a window and reads it to its end: scripts' errors, requests to other hosts, figures not drawn, a page
 * that must be scrolled sideways, what axe finds in light and dark, and figures that are missing on paper.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {{ address: string, page: string, viewport: { width: number, height: number } }} where
 * @returns {Promise<{ faults: string[], figures: number }>}
 */
export async function lookAtPage(browser, { address, page: name, viewport }) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", ({ message }) => faults.push(`error: ${message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`asks for ${url}`);
  });
  try {
    await page.goto(address + name);
    const figures = await readToTheEnd(page, faults);
    const { width, room } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    if (width > room) faults.push(`is ${width - room} pixels wider than the window`);
    await page.evaluate(axe);
    faults.push(...(await findBarriers(page, "light")));
    // Nothing but contrast depends on the colours.
    faults.push(...(await findBarriers(page, "dark", ["color-contrast"])));
    faults.push(...(await missingOnPaper(page)));
    return { faults, figures };
  } finally {
    await context.close();
  }
}

/** Scrolls until every figure and explorer has been drawn, and counts them. */
async function readToTheEnd(page, faults) {
  const outputs = page.locator(".live");
  const count = await outputs.count();
  for (let i = 0; i < count; i++) {
    const output = outputs.nth(i);
    await output.scrollIntoViewIfNeeded();
    const drawn = page.locator(".live").nth(i).and(page.locator(".drawn"));
    await drawn.waitFor({ timeout: 60_000 }).catch(() => faults.push(`output ${i + 1} was not drawn`));
  }
  return count;
}

/** What is drawn inside a figure has no text for screen readers but the figure's own, and takes axe half its time. */
async function findBarriers(page, colours, rules) {
  await page.selectOption("#colours", colours);
  // Explorers and figures follow a moment later.
  await page.waitForTimeout(500);
  const options = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
  const violations = await page.evaluate(
    async (asked) => (await window.axe.run({ exclude: [[".svg-container svg"]] }, asked)).violations,
    options,
  );
  return violations
    .filter(({ impact }) => SERIOUS.has(impact))
    .map(({ id, help, nodes }) => `${colours}: ${help} (${id}), ${nodes.length} times: ${nodes[0].html.slice(0, 200)}`);
}

/** Every figure, drawn or as its picture or words, must take room on paper. */
async function missingOnPaper(page) {
  await page.emulateMedia({ media: "print" });
  const missing = await page.evaluate(
    () => [...document.querySelectorAll(".live")].filter((output) => output.getBoundingClientRect().height < 20).length,
  );
  const bar = await page.locator(".bar").isVisible();
  return [...(missing > 0 ? [`${missing} figures are missing on paper`] : []), ...(bar ? ["the bar is printed"] : [])];
}
