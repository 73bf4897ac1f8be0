import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openChromium } from "./chromium.js";
import { type Lab, startLab } from "./lab.js";
import { type LabPage, openNotebook } from "./labPage.js";
import { notebook, type Output } from "./notebook.js";

const text = `title: "T", alt: "What it shows."`;
const labelled = `${text}, xLabel: "n (sample)", yLabel: "value (mV)"`;

/** A notebook with every kind of figure, a cell for each. */
const every = notebook([
  `import { barPlot, heatmap, imagePlot, linePlot, liveFigure, scatterPlot, show, stemPlot } from "cnn-workbook";
const ramp = Array.from({ length: 64 }, (_, y) => Array.from({ length: 64 }, (_, x) => 2 * (x + y)));`,
  `show(linePlot([{ y: [1, 3, 2], name: "a" }, { y: [2, 1, 3], name: "b" }], { ${labelled} }));`,
  `show(stemPlot({ y: [1, 2, 3] }, { ${labelled} }));`,
  `show(scatterPlot({ y: [1, 2, 3] }, { ${labelled} }));`,
  `show(barPlot({ labels: ["p", "q"], values: [3, 4] }, { ${labelled} }));`,
  `show(imagePlot([{ image: ramp, title: "left" }, { image: ramp, title: "right" }], { ${text} }));`,
  `show(heatmap([[1, 0, -1], [2, 0, -2], [1, 0, -1]], { ${text} }));`,
  `show(heatmap(Array.from({ length: 100 }, (_, y) => Array.from({ length: 90 }, (_, x) => x * y)), { ${text} }));`,
  `const live = liveFigure(linePlot({ y: [0] }, { ${labelled} }));
for (let i = 1; i <= 5; i++) {
  live.update(linePlot({ y: Array.from({ length: i + 1 }, (_, k) => k * k) }, { ${labelled} }));
  await new Promise((resolve) => setTimeout(resolve, 50));
}`,
]);

let browser: Browser;
let lab: Lab;
let open: LabPage;
let outputs: Output[][];

beforeAll(async () => {
  [browser, lab] = await Promise.all([openChromium(), startLab()]);
  lab.write("every.ipynb", every);
  open = await openNotebook(browser, lab, "every.ipynb");
  outputs = await open.runAll();
});
afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

/** How many elements of the output of a cell match. */
async function count(cell: number, selector: string): Promise<number> {
  return (await open.cell(cell)).locator(selector).count();
}

describe("figures in JupyterLab", () => {
  it("run without an error, one output each, and all are drawn", async () => {
    expect(outputs.flat().filter(({ output_type }) => output_type === "error")).toEqual([]);
    expect(outputs.map((list) => list.length)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await open.drawn()).toBe(8);
  });

  it("have the nodes that their data ask for", async () => {
    expect(await count(1, ".scatterlayer .trace path.js-line")).toBe(2);
    expect(await count(2, ".scatterlayer .errorbar")).toBe(3);
    expect(await count(3, ".scatterlayer .points path")).toBe(3);
    expect(await count(4, ".barlayer .point")).toBe(2);
    expect(await count(5, ".imagelayer image")).toBe(2);
    expect(await count(6, ".heatmaplayer .heatmap-label")).toBe(9);
    expect(await count(7, ".heatmaplayer image")).toBe(1);
  });

  it("speak their alt text", async () => {
    const figure = (await open.cell(1)).getByRole("img", { name: "What it shows." });
    expect(await figure.count()).toBe(1);
  });

  it("update in place", async () => {
    const data = outputs[8][0].data?.["application/vnd.plotly.v1+json"] as { data: { y: number[] }[] };
    expect(data.data[0].y).toEqual([0, 1, 4, 9, 16, 25]);
    expect(await count(8, ".scatterlayer .points path")).toBe(6);
  });

  it("show the value of the pixel under the pointer", async () => {
    const area = await open.cell(5);
    const box = (await area.locator(".imagelayer image").first().boundingBox())!;
    // The middle of row 16, column 32 of 64.
    await open.page.mouse.move(box.x + (32.5 / 64) * box.width, box.y + (16.5 / 64) * box.height);
    const hover = area.locator(".hoverlayer .hovertext");
    await hover.waitFor();
    expect(await hover.textContent()).toBe("row 16, column 32value 96");
  });

  it("zoom together", async () => {
    const area = await open.cell(5);
    const box = (await area.locator(".imagelayer image").first().boundingBox())!;
    await open.page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
    await open.page.mouse.down();
    await open.page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, { steps: 5 });
    await open.page.mouse.up();
    const widths = () =>
      area.locator(".imagelayer image").evaluateAll((images) => images.map((one) => Number(one.getAttribute("width"))));
    await expect.poll(async () => (await widths())[1]).toBeGreaterThan(box.width * 1.5);
    const [first, second] = await widths();
    expect(first).toBeCloseTo(second, 0);
  });

  it("keep within a narrow window", async () => {
    await open.page.setViewportSize({ width: 620, height: 900 });
    const room = async (cell: number) => {
      const area = await open.cell(cell);
      const [outer, inner] = await Promise.all([area.boundingBox(), area.locator(".main-svg").first().boundingBox()]);
      return outer!.width - inner!.width;
    };
    await expect.poll(() => room(5)).toBeGreaterThanOrEqual(0);
    await expect.poll(() => room(1)).toBeGreaterThanOrEqual(0);
    await open.page.setViewportSize({ width: 1300, height: 1000 });
  });

  it("follow the dark theme and return", async () => {
    const colour = async () => {
      const title = (await open.cell(1)).locator(".gtitle");
      return title.evaluate((node) => getComputedStyle(node).fill);
    };
    const light = await colour();
    await open.setTheme("JupyterLab Dark");
    await expect.poll(colour).not.toBe(light);
    const background = (await open.cell(1)).locator(".main-svg").first();
    expect(await background.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
    await open.setTheme("JupyterLab Light");
    await expect.poll(colour).toBe(light);
  });

  it("ask no other machine for anything, and offer to send nothing", async () => {
    expect(await count(1, ".modebar-btn[data-title^=Zoom]")).toBe(1);
    expect(await count(1, ".modebar-btn[data-title^=Share]")).toBe(0);
    expect(open.strangers).toEqual([]);
  });
});

describe("figures made while another tab is in front", () => {
  it("are drawn in full width when the notebook returns", async () => {
    const wait = "await new Promise((resolve) => setTimeout(resolve, 1500));";
    lab.write(
      "hidden.ipynb",
      notebook([every.cells[0].source, `${wait}\n${every.cells[1].source}`, every.cells[5].source]),
    );
    const hidden = await openNotebook(browser, lab, "hidden.ipynb");
    await hidden.runAllHidden();
    expect(await hidden.drawn()).toBe(2);
    const width = async () => (await (await hidden.cell(1)).locator(".main-svg").first().boundingBox())?.width;
    await expect.poll(width).toBeGreaterThan(600);
    await hidden.close();
  });
});

describe("a saved notebook that is not trusted", () => {
  it("still draws all its figures", async () => {
    await open.save();
    const saved = lab.read("every.ipynb");
    saved.cells[0].source = "// other code than that which was signed";
    lab.write("untrusted.ipynb", saved);
    const again = await openNotebook(browser, lab, "untrusted.ipynb");
    expect(await again.isTrusted()).toBe(false);
    expect(await again.drawn()).toBe(8);
    await again.close();
  });
});

describe("where plotly.js cannot be loaded", () => {
  it("a sentence says so, beside the picture or its description", async () => {
    await open.save();
    lab.write("without.ipynb", lab.read("every.ipynb"));
    const context = await browser.newContext();
    await context.route("**/plotly.js*", (route) => route.abort());
    const page = await context.newPage();
    await page.goto(lab.address("without.ipynb"));
    const cells = page.locator(".jp-CodeCell");
    await cells.nth(1).getByText("This figure cannot be drawn: plotly.js did not load").waitFor();
    expect(await cells.nth(1).locator(".cnn-workbook-output").textContent()).toContain("What it shows.");
    await cells.nth(5).locator('img[alt="What it shows."]').waitFor();
    await context.close();
  });
});
