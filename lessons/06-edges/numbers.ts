import {
  correlate2d,
  gaussianFilter,
  kernels,
  laplacian,
  prewitt,
  sampleImage,
  scharr,
  sobel,
  toList,
  toNested,
} from "cnn-workbook";
import { tiltOf } from "./directions.js";
import { learnKernel } from "./learnKernel.js";
import { page } from "./page.js";

const list = (values: ArrayLike<number>) => Array.from(values).join(", ").replaceAll("-", "−");

/** The step of the slides, 10 on the bright side, and what the kernel for vertical edges gives in each row. */
const step = new Array(6).fill([10, 10, 10, 0, 0, 0]);
export const stepRow = list(toList(correlate2d(step, kernels.verticalEdges, { mode: "valid" })).slice(0, 4));

const [bright, dark] = [
  [10, 10, 10, 0, 0, 0],
  [0, 0, 0, 10, 10, 10],
];
const checkered = correlate2d([bright, bright, bright, dark, dark, dark], kernels.horizontalEdges, { mode: "valid" });
export const checkeredRow = list((toNested(checkered) as number[][])[1]);

/** The patch on which Sobel's pair is worked out. */
const patch = [
  [8, 8, 8],
  [8, 7, 6],
  [8, 4, 0],
];
const found = sobel(patch, { mode: "valid" });
export const byHand = {
  x: found.x.get(0, 0),
  y: found.y.get(0, 0),
  magnitude: found.magnitude.get(0, 0),
  degrees: ((found.direction.get(0, 0) * 180) / Math.PI).toFixed(1),
};

/** The tilt of the sheet as each pair of kernels measures it after smoothing with sigma 1, and Sobel without. */
const soft = gaussianFilter(page, { sigma: 1 });
export const measured = {
  sharp: tiltOf(sobel(page), 100).toFixed(1),
  prewitt: tiltOf(prewitt(soft), 75).toFixed(1),
  sobel: tiltOf(sobel(soft), 100).toFixed(1),
  scharr: tiltOf(scharr(soft), 400).toFixed(1),
};

/** What a Laplacian gives across a step from 0 to 10. */
export const bend = list(toList(laplacian([[0, 0, 0, 10, 10, 10]])));

const size = (weights: ArrayLike<number>) => Math.hypot(...Array.from(weights));
/** Noise for an answer of 1, of both kernels. */
export const noise = {
  sobel: (size(kernels.sobelX.data) / 4).toFixed(2),
  laplacian: size(kernels.laplacian4.data).toFixed(2),
  ratio: (size(kernels.laplacian4.data) / (size(kernels.sobelX.data) / 4)).toFixed(0),
};

/** One weight: pixels 1, 0, 2 should become 3, 0, 6. */
const oneError = (weight: number) => ((weight - 3) ** 2 + (2 * weight - 6) ** 2) / 3;
const nudge = 0.01;
const slope = (oneError(nudge) - oneError(0)) / nudge;
export const oneWeight = {
  nudge,
  atZero: oneError(0).toFixed(0),
  atOne: oneError(1).toFixed(2),
  nudged: oneError(nudge).toFixed(3),
  slope: slope.toFixed(2).replace("-", "−"),
  next: (-0.1 * slope).toFixed(3),
};

const stones = sampleImage("harbour").lo(290, 280).hi(60, 60);
const mean = toList(stones).reduce((sum, value) => sum + value, 0) / stones.size;
const grey = (toNested(stones) as number[][]).map((row) => row.map((value) => (value - mean) / 255));
const wanted = correlate2d(grey, kernels.sobelX, { mode: "valid" });
const learned = learnKernel({ picture: grey, wanted }, { learningRate: 1, steps: 200 });
/** How far the photograph brings the error down. */
export const photograph = {
  before: learned.errors[0].toPrecision(2),
  after: learned.errors[learned.errors.length - 1].toPrecision(1),
};
