import type { Browser, Locator, Page } from "playwright-core";
import type { Lab } from "./lab.js";
import type { Notebook, Output } from "./notebook.js";

const FIGURE = "application/vnd.plotly.v1+json";
const EXPLORER = "application/vnd.cnn-workbook.explorer+json";

/** A notebook open in JupyterLab in a browser. */
export interface LabPage {
  page: Page;
  /** Addresses on other machines that the page asked for. */
  strangers: string[];
  /** Runs all cells and waits until the last has ended. Gives the outputs of each cell. */
  runAll(): Promise<Output[][]>;
  /** Starts all cells, opens another tab in front of the notebook, and returns to it when they have ended. */
  runAllHidden(): Promise<void>;
  save(): Promise<void>;
  /** Ends the kernel and starts no other. */
  endKernel(): Promise<void>;
  outputs(): Promise<Output[][]>;
  /** Whether JupyterLab trusts the notebook's outputs. */
  isTrusted(): Promise<boolean>;
  setTheme(name: string): Promise<void>;
  /** The output area of a code cell, scrolled into view. */
  cell(index: number): Promise<Locator>;
  /** Waits until each figure and explorer is drawn; gives how many there are. */
  drawn(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a notebook of the server. */
export async function openNotebook(browser: Browser, lab: Lab, name: string, width = 1300): Promise<LabPage> {
  // Nothing glides, so that what is measured stands still.
  const context = await browser.newContext({ viewport: { width, height: 1000 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const strangers: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && !["localhost", "127.0.0.1"].includes(hostname)) strangers.push(request.url());
  });
  await page.goto(lab.address(name));
  await page.waitForSelector(".jp-NotebookPanel .jp-Cell", { timeout: 60_000 });
  await page.evaluate(() => (window as unknown as LabWindow).jupyterapp.shell.currentWidget.context.ready);
  const command = (id: string, args = {}) =>
    page.evaluate(
      async ([id, args]) => {
        await (window as unknown as LabWindow).jupyterapp.commands.execute(id, args);
      },
      [id, args] as const,
    );
  const outputs = async () => (await content(page)).cells.flatMap((cell) => (cell.outputs ? [cell.outputs] : []));
  const cell = async (index: number) => {
    const area = page.locator(".jp-CodeCell").nth(index).locator(".jp-OutputArea").first();
    await area.scrollIntoViewIfNeeded();
    return area;
  };
  return {
    page,
    strangers,
    outputs,
    cell,
    async runAll() {
      await page.evaluate(() => (window as unknown as LabWindow).jupyterapp.shell.currentWidget.sessionContext.ready);
      await command("notebook:run-all-cells");
      return outputs();
    },
    async runAllHidden() {
      await page.evaluate(async () => {
        const { commands, shell } = (window as unknown as LabWindow).jupyterapp;
        const panel = shell.currentWidget;
        await panel.sessionContext.ready;
        const running = commands.execute("notebook:run-all-cells", {});
        await commands.execute("launcher:create", {});
        await running;
        shell.activateById(panel.id);
      });
    },
    save: () => command("docmanager:save"),
    endKernel: () =>
      page.evaluate(async () => {
        const { sessionContext } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget;
        await sessionContext.ready;
        await sessionContext.shutdown();
      }),
    isTrusted: () =>
      page.evaluate(() => {
        const { model } = (window as unknown as LabWindow).jupyterapp.shell.currentWidget.content;
        return Array.from(model.cells, (one) => one.trusted).every(Boolean);
      }),
    async setTheme(theme) {
      await command("apputils:change-theme", { theme });
      await page.waitForSelector(`body[data-jp-theme-name="${theme}"]`, { state: "attached" });
    },
    async drawn() {
      const all = await outputs();
      let count = 0;
      for (const [index, list] of all.entries()) {
        const area = await cell(index);
        const figures = list.filter(({ data }) => data?.[FIGURE]).length;
        const explorers = list.filter(({ data }) => data?.[EXPLORER]).length;
        for (let i = 0; i < figures; i++) {
          await area
            .locator(".js-plotly-plot")
            .nth(i)
            .locator(".main-svg .subplot")
            .first()
            .waitFor({ state: "attached" });
        }
        for (let i = 0; i < explorers; i++) await area.locator(".cw-explorer .cw-scene").nth(i).waitFor();
        count += figures + explorers;
      }
      return count;
    },
    close: () => context.close(),
  };
}

function content(page: Page): Promise<Notebook> {
  return page.evaluate(() =>
    (window as unknown as LabWindow).jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON(),
  );
}

/** The parts of JupyterLab that are used here; it is there because of `--expose-app-in-browser`. */
interface LabWindow {
  jupyterapp: {
    commands: { execute(id: string, args: object): Promise<unknown> };
    shell: {
      activateById(id: string): void;
      currentWidget: {
        id: string;
        context: { ready: Promise<void> };
        sessionContext: { ready: Promise<void>; shutdown(): Promise<void> };
        content: { model: { cells: Iterable<{ trusted: boolean }>; sharedModel: { toJSON(): Notebook } } };
      };
    };
  };
}
