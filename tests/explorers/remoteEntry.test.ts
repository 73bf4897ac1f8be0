import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { expect, it, vi } from "vitest";

const FILE = "share/jupyter/labextensions/cnn-workbook/static/remoteEntry.js";
const code = readFileSync(join(__dirname, "..", "..", FILE), "utf8");

class Widget {
  node = {};
  isDisposed = false;
  addClass() {}
  dispose() {
    this.isDisposed = true;
  }
}

interface Renderer extends Widget {
  renderModel(model: { data: unknown }): Promise<void>;
}

/** What JupyterLab gets from the script. */
interface Entry {
  init(scope: unknown): void;
  get(): Promise<() => { default: { rendererFactory: { createRenderer(options: { mimeType: string }): Renderer } }[] }>;
}

/** The renderer for figures, in a page where `draw` draws. */
async function rendererWith(draw: unknown): Promise<Renderer> {
  const window: { cnnWorkbook: unknown; _JUPYTERLAB: Record<string, Entry> } = {
    cnnWorkbook: { draw },
    _JUPYTERLAB: {},
  };
  const script = { onload: () => {} };
  const document = {
    currentScript: { src: "folder/remoteEntry.js" },
    createElement: () => script,
    head: { append: () => setTimeout(() => script.onload()) },
  };
  vm.runInNewContext(code, { window, document });
  const { init, get } = window._JUPYTERLAB["cnn-workbook"];
  init({ "@lumino/widgets": { "2": { get: async () => () => ({ Widget }) } } });
  return (await get())().default[0].rendererFactory.createRenderer({ mimeType: "figure" });
}

it("draws one figure, and then what came last, when it changes while it is being drawn", async () => {
  const drawn = { update: vi.fn(async () => {}), dispose: vi.fn() };
  const draw = vi.fn(async () => drawn);
  const renderer = await rendererWith(draw);
  await Promise.all([1, 2, 3].map((data) => renderer.renderModel({ data })));
  expect(draw.mock.calls.map((args: unknown[]) => args[2])).toEqual([1]);
  expect(drawn.update.mock.calls).toEqual([[3]]);
  await renderer.renderModel({ data: 4 });
  expect(drawn.update.mock.calls).toEqual([[3], [4]]);
});

it("stops listening when the output went away while it was being drawn", async () => {
  const drawn = { update: vi.fn(), dispose: vi.fn() };
  const renderer = await rendererWith(async () => {
    renderer.isDisposed = true;
    return drawn;
  });
  await renderer.renderModel({ data: 1 });
  expect(drawn.dispose).toHaveBeenCalledTimes(1);
});
