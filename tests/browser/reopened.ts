import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { openNotebook } from "./labPage.js";
import type { OpenExplorer } from "./openExplorer.js";

/** Saves the notebook, opens a copy that is not trusted, ends its kernel, and tries the explorer there. */
export async function tryReopened(
  { open, lab, browser }: OpenExplorer,
  names: { from: string; to: string },
  attempt: (explorer: Locator) => Promise<void>,
): Promise<void> {
  await open.save();
  const saved = lab.read(names.from);
  saved.cells[1].source = "2 + 2";
  lab.write(names.to, saved);
  const again = await openNotebook(browser, lab, names.to);
  try {
    await again.endKernel();
    const copy = (await again.cell(0)).locator(".cw-explorer");
    expect(await again.isTrusted()).toBe(false);
    await attempt(copy);
  } finally {
    await again.close();
  }
}

/** Whether the explorer fits a page of `width` pixels, its side bar closed, without a bar to scroll it sideways. */
export async function fits({ open }: OpenExplorer, explorer: Locator, width: number): Promise<void> {
  await open.page.evaluate(() => {
    (window as unknown as { jupyterapp: { shell: { collapseLeft(): void } } }).jupyterapp.shell.collapseLeft();
  });
  await open.page.setViewportSize({ width, height: 900 });
  await expect.poll(() => explorer.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
  await open.page.setViewportSize({ width: 1300, height: 1000 });
}
