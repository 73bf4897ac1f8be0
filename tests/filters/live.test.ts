import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ArrayInput } from "cnn-workbook/arrays";
import * as filters from "cnn-workbook/filters";
import * as images from "cnn-workbook/images";
import * as signals from "cnn-workbook/signals";
import { describe, expect, it } from "vitest";
import { farthest } from "../golden/golden.js";

type Answer = ArrayInput | null | { [part: string]: ArrayInput };

interface LiveCase {
  name: string;
  arguments: number[][][];
  options: object;
  answer: Answer;
}

const magnitude = (find: typeof filters.sobel) => (image: ArrayInput) => find(image).magnitude;

/** What answers under each name; most are the library's functions as they are. */
const ours: Record<string, unknown> = {
  ...filters,
  ...images,
  ...signals,
  separateKernel: multipliedOut,
  "matchTemplate of scikit-image": filters.matchTemplate,
  "sobel of scikit-image": magnitude(filters.sobel),
  "prewitt of scikit-image": magnitude(filters.prewitt),
  "scharr of scikit-image": magnitude(filters.scharr),
};

/** How far apart both may be: scikit-image's template matching works by Fourier transforms. */
const tolerances: Record<string, number> = { "matchTemplate of scikit-image": 1e-6 };

/** Every function of signals, images and filters that computes numbers from numbers. */
const names = [
  ...["correlate1d", "convolve1d", "downsample", "upsample", "gaussianKernel1d", "correlate2d", "convolve2d"],
  ...["boxFilter", "gaussianFilter", "medianFilter", "laplacian", "gaussianLaplace", "sobel", "prewitt", "scharr"],
  ...["sobel of scikit-image", "prewitt of scikit-image", "scharr of scikit-image", "unsharpMask", "separateKernel"],
  ...["matchTemplate", "matchTemplate of scikit-image", "peakLocalMax", "toGray", "resizeImage", "crop", "flip"],
  "histogram",
];

const script = fileURLToPath(new URL("../golden/live.py", import.meta.url));
const here = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
const places = [process.env.CNN_WORKBOOK_PYTHON, here, "python3"].filter((place) => place !== undefined);
const peers = "import scipy, skimage";
const python = places.find((place) => spawnSync(place, ["-c", peers]).status === 0);

/**
 * Runs where the Python named by CNN_WORKBOOK_PYTHON, the one in .venv, or `python3` has SciPy and scikit-image;
 * the golden files cover every other machine. LIVE_SEED chooses other inputs.
 */
describe.skipIf(python === undefined)("SciPy, scikit-image and NumPy agree on all sides from 1 to 40", () => {
  it.each(names)("%s", (name) => {
    const cases = answers().filter((theirs) => theirs.name === name);
    expect(cases.length).toBeGreaterThanOrEqual(40);
    for (const theirs of cases) {
      const ask = ours[name] as (...given: unknown[]) => unknown;
      const answer = ask(...theirs.arguments, theirs.options);
      const told = `${name} of ${theirs.arguments.map(shape)} with ${JSON.stringify(theirs.options)}`;
      expect(distance(answer, theirs.answer), told).toBeLessThan(tolerances[name] ?? 1e-9);
    }
  });

  it.each(["correlate1d", "correlate2d", "gaussianFilter", "sobel", "matchTemplate", "crop"])(
    "%s is asked about every height and every width",
    (name) => {
      const asked = answers().filter((theirs) => theirs.name === name);
      const sides = (axis: number) => new Set(asked.map((theirs) => shape(theirs.arguments[0])[axis]));
      for (let axis = 0; axis < (name.endsWith("1d") ? 1 : 2); axis++) expect(sides(axis).size).toBe(40);
    },
  );
});

function shape(array: unknown): number[] {
  return Array.isArray(array) ? [array.length, ...shape(array[0])] : [];
}

/** The largest difference, part by part; infinite where a part or a shape differs. */
function distance(answer: unknown, theirs: Answer): number {
  if (theirs === null || answer === undefined) return theirs === null && answer === undefined ? 0 : Infinity;
  if (Array.isArray(theirs)) {
    const both = [answer as ArrayInput, theirs as ArrayInput] as const;
    return both.every((array) => Array.isArray(array) && array.length === 0) ? 0 : farthest(...both);
  }
  const parts = answer as { [part: string]: ArrayInput };
  return Math.max(...Object.entries(theirs).map(([part, values]) => farthest(parts[part], values as ArrayInput)));
}

/** A separated kernel as a kernel again. */
function multipliedOut(kernel: ArrayInput): number[][] | undefined {
  const parts = filters.separateKernel(kernel);
  return parts && Array.from(parts.column.data, (a) => Array.from(parts.row.data, (b) => a * b));
}

let said: LiveCase[] | undefined;

function answers(): LiveCase[] {
  const seed = process.env.LIVE_SEED ?? "1";
  said ??= spawnSync(python ?? "", [script, seed], { encoding: "utf8", maxBuffer: 1e9 })
    .stdout.trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return said;
}
