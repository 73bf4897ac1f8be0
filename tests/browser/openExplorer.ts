import type { Browser, Locator } from "playwright-core";
import { expect } from "vitest";
import { openChromium } from "./chromium.js";
import { type Lab, startLab } from "./lab.js";
import { type LabPage, openNotebook } from "./labPage.js";
import { notebook } from "./notebook.js";

/** A notebook whose first cell shows an explorer, run in a JupyterLab of its own. */
export interface OpenExplorer {
  browser: Browser;
  lab: Lab;
  open: LabPage;
  explorer(): Promise<Locator>;
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Runs `source`, and a second cell after it, as the notebook `name`. */
export async function openExplorer(name: string, source: string): Promise<OpenExplorer> {
  const [browser, lab] = await Promise.all([openChromium(), startLab()]);
  const close = async () => {
    await browser.close();
    await lab.close();
  };
  try {
    lab.write(name, notebook([source, "1 + 1"]));
    const open = await openNotebook(browser, lab, name);
    const outputs = await open.runAll();
    expect(outputs.flat().filter(({ output_type }) => output_type === "error")).toEqual([]);
    const explorer = async () => (await open.cell(0)).locator(".cw-explorer");
    return { browser, lab, open, explorer, press: (key) => open.page.keyboard.press(key), close };
  } catch (error) {
    await close();
    throw error;
  }
}
