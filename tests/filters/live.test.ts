import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ArrayInput } from "cnn-workbook/arrays";
import * as filters from "cnn-workbook/filters";
import { describe, expect, it } from "vitest";
import { farthest } from "../golden/golden.js";

interface LiveCase {
  name: keyof typeof ours;
  arguments: ArrayInput[];
  options: object;
  answer: ArrayInput;
}

const { boxFilter, convolve2d, correlate2d, gaussianFilter, gaussianLaplace, laplacian, matchTemplate, medianFilter } =
  filters;
const ours = {
  boxFilter,
  convolve2d,
  correlate2d,
  gaussianFilter,
  gaussianLaplace,
  laplacian,
  matchTemplate,
  medianFilter,
};

const script = fileURLToPath(new URL("../golden/live.py", import.meta.url));
const places = [fileURLToPath(new URL("../../.venv/bin/python", import.meta.url)), "python3"];
const peers = "import scipy, skimage";
const python = places.find((place) => spawnSync(place, ["-c", peers]).status === 0);

/** Runs where `python3`, or the one in .venv, has SciPy and scikit-image; the golden files cover every other machine. */
describe.skipIf(python === undefined)("SciPy and scikit-image agree on images from 1 to 40 pixels a side", () => {
  it.each(Object.keys(ours))("%s", (name) => {
    const cases = answers().filter((theirs) => theirs.name === name);
    expect(cases.length).toBeGreaterThan(20);
    for (const theirs of cases) {
      const filter = ours[theirs.name] as (...given: unknown[]) => ArrayInput;
      const difference = farthest(filter(...theirs.arguments, theirs.options), theirs.answer);
      expect(difference, JSON.stringify(theirs.options)).toBeLessThan(1e-9);
    }
  });
});

let said: LiveCase[] | undefined;

function answers(): LiveCase[] {
  said ??= spawnSync(python ?? "", [script, "1"], { encoding: "utf8", maxBuffer: 1e9 })
    .stdout.trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return said;
}
