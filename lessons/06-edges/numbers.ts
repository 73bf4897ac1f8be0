import { correlate2d, kernels, laplacian, sampleImage, sobel, toList } from "cnn-workbook";
import { learnKernel } from "./learnKernel.js";
import { centred, piece } from "./piece.js";

const list = (values: ArrayLike<number>) => Array.from(values).join(", ").replaceAll("-", "−");

/** What the kernel for vertical edges gives in each row of a step of 10. */
const step = new Array(6).fill([10, 10, 10, 0, 0, 0]);
export const stepRow = list(toList(correlate2d(step, kernels.verticalEdges, { mode: "valid" })).slice(0, 4));

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

/** What a Laplacian gives across a step from 0 to 10. */
export const bend = list(toList(laplacian([[0, 0, 0, 10, 10, 10]])));

const size = (weights: ArrayLike<number>) => Math.hypot(...Array.from(weights));
/** Noise for an answer of 1, of both kernels. */
export const noise = {
  sobel: (size(kernels.sobelX.data) / 4).toFixed(2),
  laplacian: size(kernels.laplacian4.data).toFixed(2),
};

/** One weight: pixels 1, 0, 2 should become 3, 0, 6. */
const oneError = (weight: number) => ((weight - 3) ** 2 + (2 * weight - 6) ** 2) / 3;
const nudge = 0.01;
const slope = (oneError(nudge) - oneError(0)) / nudge;
export const oneWeight = {
  nudge,
  atZero: oneError(0).toFixed(0),
  atOne: oneError(1).toFixed(2),
  nudged: oneError(nudge).toFixed(4),
  slope: slope.toFixed(2).replace("-", "−"),
  next: (-0.1 * slope).toFixed(3),
};

const grey = centred(piece(sampleImage("harbour"), { top: 290, left: 280, side: 60 }));
const wanted = correlate2d(grey, kernels.sobelX, { mode: "valid" });
const learned = learnKernel({ picture: grey, wanted }, { learningRate: 1, steps: 200 });
/** How far the photograph brings the error down. */
export const photograph = {
  before: learned.errors[0].toPrecision(2),
  after: learned.errors[learned.errors.length - 1].toPrecision(2),
};
