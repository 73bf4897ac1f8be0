import { run } from "cnn-workbook/exercises";
import {
  drawnEvenly,
  patient,
  pick,
  q4,
  sizesByLayer,
  smallDigits,
  spreadOf,
  starts,
  versions,
  withCounts,
} from "cnn-workbook/lessons/16-training-well";
import { expect, it } from "vitest";
import { comparison } from "../../lessons/16-training-well/compare.js";
import { faults } from "../../lessons/16-training-well/patients.js";
import { wardFigure, wardTable } from "../../lessons/16-training-well/ward.js";

const digits = smallDigits(60, 1);
const history = (...validationAccuracy: number[]) => ({
  loss: [2],
  accuracy: [0.5],
  validationLoss: [1.5],
  validationAccuracy,
});
const countsOf = (labels: number[]) => [...new Array(10).keys()].map((c) => labels.filter((l) => l === c).length);

it("He keeps the size through eight layers, 0.01 silences, 1 explodes, 0 is silent at once", () => {
  const last = (name: keyof typeof starts) => sizesByLayer(starts[name])[8];
  expect(last("he")).toBeGreaterThan(0.5);
  expect(last("he")).toBeLessThan(2);
  expect(last("small")).toBeLessThan(1e-6);
  expect(last("large")).toBeGreaterThan(1e5);
  expect(last("zeros")).toBe(0);
});

it("a layer multiplies the size by √(n/2) σ, for other numbers of units too", () => {
  const [before, after] = sizesByLayer(() => 0.3, { layers: 1, units: 200 });
  expect(after / before).toBeCloseTo(Math.sqrt(200 / 2) * 0.3, 0);
});

it("places are picked in order, also twice", () => {
  const two = pick(digits, [7, 7, 3]);
  expect(two.labels).toEqual([7, 7, 3].map((place) => digits.labels[place]));
  expect(two.images.get(1, 5, 6, 0)).toBe(digits.images.get(7, 5, 6, 0));
  expect(two.images.get(2, 5, 6, 0)).toBe(digits.images.get(3, 5, 6, 0));
});

it("counts hold class by class", () => {
  expect(countsOf(withCounts(digits, [1, 0, 2, 3, 6, 1, 1, 1, 1, 4]).labels)).toEqual([1, 0, 2, 3, 6, 1, 1, 1, 1, 4]);
});

it("versions without a change repeat, with one they differ from each other", () => {
  const same = versions(digits, 2);
  expect(same.images.shape).toEqual([120, 14, 14, 1]);
  expect([...same.images.data.subarray(0, 60 * 196)]).toEqual([...digits.images.data]);
  const shifted = versions(digits, 2, { translation: 0.2 }).images.data;
  expect([...shifted.subarray(0, 196)]).not.toEqual([...shifted.subarray(60 * 196, 61 * 196)]);
});

it("mean and deviation make the pixels mean 0 and deviation 1", () => {
  const { mean, deviation } = spreadOf(digits);
  const images = { ...digits.images, data: digits.images.data.map((v) => (v - mean) / deviation) };
  const after = spreadOf({ ...digits, images: images as typeof digits.images });
  expect(after.mean).toBeCloseTo(0, 9);
  expect(after.deviation).toBeCloseTo(1, 9);
});

it("each patient has one fault", () => {
  const sound = smallDigits(1000, 1);
  const b = patient("B");
  expect(countsOf(b.data.labels)).toEqual(countsOf(sound.labels.slice(0, b.data.labels.length)));
  expect(b.data.labels).not.toEqual(sound.labels.slice(0, b.data.labels.length));
  expect(Math.min(...countsOf(patient("F").data.labels))).toBe(5);
  for (const name of ["A", "C", "E"] as const) expect(patient(name).data).toBe(sound);
  const d = patient("D");
  expect(d.data.labels.length + d.validation.labels.length).toBe(8 * 150);
});

it("the title of a comparison names the lowest and the highest, and while it runs how far it is", () => {
  const done: [string, ReturnType<typeof history>][] = [
    ["a", history(0.2, 0.5)],
    ["b", history(0.6, 0.9)],
  ];
  const titleOf = (figure: ReturnType<typeof comparison>) => (figure.layout.title as { text: string }).text;
  expect(titleOf(comparison(done, { title: "Two" }))).toBe("Two: from 50 % (a) to 90 % (b)");
  expect(titleOf(comparison(done, { title: "Two" }, 3))).toBe("Two (2 of 3 done)");
  const bars = comparison(done, { title: "Two", measure: "validationLoss", bars: "kind" });
  expect(bars.alt).toBe("Two. At the end, a: 1.50; b: 1.50.");
  expect(bars.data[0].type).toBe("bar");
});

it("drawn evenly, a rare class comes as often as the others", () => {
  const rare = withCounts(digits, [6, 6, 6, 6, 6, 6, 6, 6, 6, 1]);
  const counts = countsOf(drawnEvenly(rare, 2000, 4).labels);
  expect(Math.min(...counts)).toBeGreaterThan(150);
  expect(Math.max(...counts)).toBeLessThan(250);
});

it("a visit shows the losses from before the first step, each patient on its own axes, and a table", () => {
  const elsewhere = [0.5, 0, 1, 0.25, 0.75, 0.5, 0.5, 0.5, 0.5, 0.5];
  const findings = { before: 4, history: { ...history(0.8), loss: [3, 2], validationLoss: [3.5, 2.5] }, elsewhere };
  const { data, layout, alt } = wardFigure([
    ["A", findings],
    ["B", findings],
  ]);
  expect(data[0]).toMatchObject({ x: [0, 1, 2], y: [4, 3, 2], xaxis: "x" });
  expect(data[3]).toMatchObject({ x: [1, 2], y: [3.5, 2.5], xaxis: "x2", yaxis: "y2", showlegend: false });
  expect(layout).toHaveProperty("xaxis2");
  expect(alt).toContain("B: training loss from 4.00 to 2.00, validation loss from 3.50 to 2.50.");
  const line = wardTable([["A", findings]]).split("\n")[2];
  expect(line.trim().split(/\s+/)).toEqual("A 4.000 50 80 50 50 0 100 25 75 50 50 50 50 50".split(" "));
});

it("six patients: an unknown word, and a confusion of its own, are answered without giving the fault away", () => {
  const right = (patient: string) => faults[patient as keyof typeof faults];
  expect(run(q4, (patient) => (patient === "B" ? "Labels" : right(patient)))).toMatchObject({
    status: "wrong",
    message: expect.stringContaining("one of the words of the table"),
  });
  const confused = run(q4, (patient) => (patient === "D" ? "rate" : right(patient)));
  expect(confused).toMatchObject({ status: "wrong", message: expect.stringContaining("Why is one so easy") });
  expect(JSON.stringify(confused)).not.toContain("leakage");
  expect(run(q4, (patient) => (patient > "B" ? "" : patient === "A" ? "scale" : "rate"))).toMatchObject({
    mistake: "A taken for scale",
  });
});
