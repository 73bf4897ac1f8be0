import { Module } from "node:module";
import { EXPLORER_TYPE, FIGURE_TYPE, imagePlot, linePlot, liveFigure, show } from "cnn-workbook/plots";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inNotebook } from "../../lib/plots/display.js";

const text = { title: "A line", xLabel: "n (sample)", yLabel: "value", alt: "It rises." };
const figure = linePlot({ y: [1, 2] }, text);
const cache = (Module as unknown as { _cache: Record<string, unknown> })._cache;
const FILE = "/somewhere/node_modules/tslab/dist/jupyter.js";

/** Stands in for the kernel; returns what it was sent. */
function fakeKernel() {
  const send = vi.fn();
  cache[FILE] = { exports: { lastWriteDisplayData: send } };
  return send;
}

afterEach(() => {
  delete cache[FILE];
  vi.restoreAllMocks();
});

describe("show(figure)", () => {
  it("sends all forms in one message", () => {
    const send = fakeKernel();
    show(imagePlot([[0, 255]], { title: "Two pixels", alt: "Dark and bright." }));
    expect(send).toHaveBeenCalledTimes(1);
    const [{ data }, update] = send.mock.calls[0];
    expect(Object.keys(data)).toEqual([FIGURE_TYPE, "image/png", "text/plain"]);
    expect(data["text/plain"]).toBe("Dark and bright.");
    expect(data[FIGURE_TYPE].layout.meta).toEqual({ alt: "Dark and bright." });
    expect(update).toBe(false);
  });

  it("sends an explorer's settings, and a picture for other viewers", () => {
    const send = fakeKernel();
    show({ explorer: "convolution1d", settings: { kernel: [1] }, alt: "Drag it.", html: "<p>Drag it.</p>" });
    expect(send.mock.calls[0][0].data).toEqual({
      [EXPLORER_TYPE]: { explorer: "convolution1d", settings: { kernel: [1] }, alt: "Drag it." },
      "text/html": "<p>Drag it.</p>",
      "text/plain": "Drag it.",
    });
  });

  it("prints the alt text outside a kernel", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    show(figure);
    expect(log).toHaveBeenCalledExactlyOnceWith("It rises.");
  });

  it("refuses what is no figure", () => {
    expect(() => show([1, 2] as never)).toThrow("`show` needs a figure, such as linePlot(...) or imagePlot(...) gives");
    expect(() => show(undefined as never)).toThrow("got undefined");
  });
});

describe("liveFigure(figure)", () => {
  it("draws again in the same place", () => {
    const send = fakeKernel();
    const live = liveFigure(figure);
    live.update(linePlot({ y: [1, 2, 3] }, text));
    const [[first, isUpdate], [second, isSecondUpdate]] = send.mock.calls;
    expect([isUpdate, isSecondUpdate]).toEqual([false, true]);
    expect(second.transient.display_id).toBe(first.transient.display_id);
    expect(second.data[FIGURE_TYPE].data[0].y).toEqual([1, 2, 3]);
  });
});

it("inNotebook() says whether a kernel runs this process", () => {
  expect(inNotebook()).toBe(false);
  fakeKernel();
  expect(inNotebook()).toBe(true);
});
