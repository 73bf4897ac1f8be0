import { architectures, summarize } from "cnn-workbook/architectures";
import {
  asOnSlide,
  besideSlide,
  countedRows,
  differs,
  family,
  familyFigure,
  forDigits,
  p9,
  seenBeforeTheEnd,
  shareFigure,
  sharingFigure,
  slideRows,
  slideTotals,
} from "cnn-workbook/lessons/10-counting";
import { expect, it } from "vitest";

const vgg = summarize(architectures.vgg16);
const share = (column: "params" | "multiplyAdds", types: string[]) =>
  vgg.rows.filter(({ type }) => types.includes(type)).reduce((sum, row) => sum + row[column], 0) / vgg.totals[column];

it("what the predictions say about VGG-16 holds", () => {
  expect(share("params", ["dense"])).toBeCloseTo(0.9, 1);
  expect(vgg.rows.find(({ name }) => name === "dense_1")!.params / vgg.totals.params).toBeCloseTo(0.75, 1);
  expect(share("multiplyAdds", ["conv2d"])).toBeGreaterThan(0.99);
  expect(architectures.resNet50 && summarize(architectures.resNet50).totals.trainableParams).toBeLessThan(
    vgg.totals.params / 5,
  );
  const [outputs, parameters] = [32 * 2 * 4 * vgg.totals.activations, 4 * 4 * vgg.totals.params];
  expect(outputs / 1e9).toBeCloseTo(3.9, 1);
  expect(parameters / 1e9).toBeCloseTo(2.2, 1);
  expect(2 * 4 * vgg.totals.activations).toBeLessThan(parameters);
});

it("every row of the lecture's table is right, and the total of its memory is not", () => {
  const counted = countedRows(vgg);
  expect(counted).toHaveLength(slideRows.length);
  expect(counted[0].memory).toBe(224 * 224 * 3);
  counted.forEach(({ memory, weights }, i) => {
    expect(Math.abs(slideRows[i].memory / memory - 1)).toBeLessThan(0.01);
    expect(weights).toBe(slideRows[i].weights);
  });
  const memory = counted.reduce((sum, row) => sum + row.memory, 0);
  expect(memory / 1e6).toBeCloseTo(15.2, 1);
  expect(differs(memory, slideTotals.memory)).toBe(true);
  expect((slideTotals.memory * 4) / 1e6).toBe(96);
});

it("a row that differs from the slide gets an arrow", () => {
  const counted = countedRows(vgg);
  expect(besideSlide(counted)).not.toContain("←");
  const lines = besideSlide(counted.map((row, i) => (i === 4 ? { ...row, weights: 1 } : row))).split("\n");
  expect(lines.map((line) => line.includes("←")).indexOf(true)).toBe(4);
  expect(lines.filter((line) => line.includes("←"))).toHaveLength(1);
});

it("the figure of sharing has a set for each neuron, and a set for each filter", () => {
  const [own, shared] = sharingFigure(3, 6).data.map(({ z }) => (z as number[][]).flatMap((row) => Array.from(row)));
  expect(new Set(own).size).toBe(18);
  expect(shared).toEqual([...Array(6).fill(1), ...Array(6).fill(2), ...Array(6).fill(3)]);
});

it("the 3 × 3 does most of the work of GoogLeNet's first module, and the rest is as p12 says", () => {
  const layers = architectures.googLeNet2014.layers.filter(({ type }) => type === "concat").slice(0, 1);
  const { rows } = summarize({ name: "module", input: [28, 28, 192], layers });
  const weights = rows.filter(({ type }) => type === "conv2d").map(({ multiplyAdds }) => multiplyAdds / (28 * 28));
  expect(weights[2]).toBe(110_592);
  expect(weights[4]).toBe(12_800);
  expect(weights[0] + weights[1] + weights[3] + weights[5]).toBe(39_936);
});

it("the table is written as on the slide", () => {
  expect([3.2e6, 150e3, 25e3, 4096, 24e6].map(asOnSlide)).toEqual(["3.2M", "150K", "25K", "4096", "24M"]);
});

it("three 3 × 3 have 27 weights where one 7 × 7 has 49", () => {
  expect(p9.definition.answer).toBe(Math.round((100 * 27) / 49));
});

it("the shares of both sides add up to 100 percent", () => {
  const { data } = shareFigure(vgg, { title: "t", alt: "a" });
  const sums = data.map(({ x }) => (x as number[]).reduce((sum, value) => sum + value, 0));
  expect(sums[0]).toBeCloseTo(-100, 6);
  expect(sums[1]).toBeCloseTo(100, 6);
});

it("the family has each network in one form, with its published counts", () => {
  const members = family();
  expect(members.filter(({ key }) => key.startsWith("alexNet"))).toHaveLength(1);
  expect(members).toContainEqual({
    key: "vgg16",
    name: "VGG-16",
    params: 138_357_544,
    multiplyAdds: 15_470_264_320,
  });
  const [points] = familyFigure(members).data;
  expect(points.x).toEqual(members.map(({ params }) => params));
  expect((points.text as string[]).filter((name) => name !== "").length).toBeGreaterThan(10);
});

it("what a network sees is read before the first layer that sees everything", () => {
  const layers = [
    { type: "conv2d", kernel: 5, filters: 1 },
    { type: "maxPool2d", size: 2 },
    { type: "flatten" },
  ] as const;
  expect(seenBeforeTheEnd(summarize(forDigits(layers)))).toBe(6);
  expect(seenBeforeTheEnd(summarize(forDigits(layers.slice(0, 1))))).toBe(5);
  expect(seenBeforeTheEnd(summarize(forDigits(layers.slice(2))))).toBe(1);
});
