import { encodePng } from "cnn-workbook";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { failedCell } from "../../scripts/site/failedCell.mjs";
import { setFormulas } from "../../scripts/site/formulas.mjs";
import { lighterTrace } from "../../scripts/site/lighten.mjs";
import { searchIndex } from "../../scripts/site/searchIndex.mjs";
import { SEARCH } from "../../scripts/site/searchSettings.mjs";
import { shell } from "../../scripts/site/shell.mjs";

describe("setFormulas", () => {
  it("sets TeX as MathML, in the line or displayed", () => {
    const html = setFormulas('<p><span class="formula">a &lt; b</span></p><span class="formula display">x^2</span>');
    expect(html).toContain("<mo>&lt;</mo>");
    expect(html).toMatch(/<math [^>]*display="block"/);
    expect(html).toContain("<msup><mi>x</mi><mn>2</mn></msup>");
    expect(html).not.toContain("formula");
  });

  it("names a formula that is not understood", () => {
    expect(() => setFormulas('<span class="formula">\\frac{1</span>')).toThrow(
      "The formula \\frac{1 is not understood",
    );
  });
});

describe("lighterTrace", () => {
  const plane = (rows: number, columns: number, value: (row: number, column: number) => number) =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => value(i, j)));
  const grey = { type: "heatmap", showscale: false, zmin: -255, zmax: 255 };

  it("sends a large plane of grey as a picture of it", async () => {
    const light = await lighterTrace({ ...grey, z: plane(120, 100, (row) => (row < 60 ? -300 : 255)) });
    expect(light).toMatchObject({ type: "image", z: undefined });
    const expected = encodePng(plane(120, 100, (row) => (row < 60 ? 0 : 255))).toString("base64");
    expect(light.source).toBe(`data:image/png;base64,${expected}`);
  });

  it("reads planes that are packed", async () => {
    const cells = plane(120, 100, (row, column) => row - column);
    const bdata = Buffer.from(Int16Array.from(cells.flat()).buffer).toString("base64");
    const packed = await lighterTrace({ ...grey, z: { bdata, dtype: "i2", shape: "120, 100" } });
    expect(packed.source).toBe((await lighterTrace({ ...grey, z: cells })).source);
  });

  it("leaves small planes and those with a scale of colours as they are", async () => {
    expect(await lighterTrace({ ...grey, z: plane(28, 28, () => 1) })).toEqual({});
    expect(await lighterTrace({ type: "heatmap", z: plane(120, 100, () => 1) })).toEqual({});
  });

  it("sends a large photograph as a JPEG, and says that its values are approximate", async () => {
    let seed = 1;
    const noise = () => {
      seed = (seed * 16807) % 2147483647;
      return seed % 256;
    };
    const png = encodePng(plane(400, 400, noise));
    const hovertemplate = "row %{y}, column %{x}<br>value %{z[0]}<extra></extra>";
    const light = await lighterTrace({
      type: "image",
      source: `data:image/png;base64,${png.toString("base64")}`,
      hovertemplate,
    });
    expect(light.source).toMatch(/^data:image\/jpeg;base64,/);
    expect(light.hovertemplate).toContain("about value");
    const small = encodePng(plane(20, 20, noise)).toString("base64");
    expect(await lighterTrace({ type: "image", source: `data:image/png;base64,${small}`, hovertemplate })).toEqual({});
  });
});

it("searchIndex gives the address of the section that speaks of it", () => {
  const sections = [
    { id: "padding", title: "Padding", text: "Zeros round the picture." },
    { id: "stride", title: "Stride", text: "Every second place." },
  ];
  const script = searchIndex([{ name: "09-output-size", title: "09 · Output size", sections }]);
  const json = JSON.parse(/^window\.cnnWorkbookIndex = (.*);\n$/s.exec(script)?.[1] ?? "");
  const [best] = MiniSearch.loadJSON(json, SEARCH).search("zero");
  expect(best).toMatchObject({ address: "09-output-size.html#padding", title: "Padding", page: "09 · Output size" });
});

describe("failedCell", () => {
  const text = JSON.stringify({ cells: [{ source: ["# T"] }, { source: ["import x;\n", "\n", "slide(1);"] }] });
  it("names the cell by its number and first line, and the error", () => {
    const error = "An error occurred\n\nTypeError: no signal\n    at slide (file.ts:1:1)";
    const { message, fix } = failedCell("01-a", "student", text, { error, failed: 2 });
    expect(message).toBe("Cell 2 (slide(1);) of notebooks/01-a.ipynb failed: TypeError: no signal");
    expect(fix).toContain("lessons/01-a");
  });
  it("says so when the kernel did not start", () => {
    const { message } = failedCell("01-a", "solved", text, { error: "Kernel died", failed: null });
    expect(message).toBe("The kernel of notebooks/01-a.ipynb, exercises solved failed: Kernel died");
  });
});

it("shell escapes what it is given and lists sections only where there are several", () => {
  const sections = [
    { id: "a", level: 2, title: "a < b" },
    { id: "b", level: 3, title: "b" },
    { id: "c", level: 1, title: "the page" },
  ];
  const page = shell({ title: "T & U", description: '"', main: "<h1>T</h1>", root: "../", sections });
  expect(page).toContain("<title>T &amp; U – CNN workbook</title>");
  expect(page).toContain('<li class="level-2"><a href="#a">a &lt; b</a></li>');
  expect(page).not.toContain('href="#c"');
  expect(page).toContain('href="../assets/site.css"');
  expect(shell({ title: "T", description: "", main: "", sections: sections.slice(0, 1) })).not.toContain(
    "On this page",
  );
});
