import {
  boxFilter,
  boxKernel1d,
  gaussianFilter,
  gaussianKernel1d,
  kernels,
  medianFilter,
  toNested,
} from "cnn-workbook";
import { addGrain, addSpecks, errorOf, scene } from "./damage.js";
import { stripesLeft } from "./patterns.js";
import { goal as asked, scoreRestore } from "./restoring.js";

const grainy = addGrain(scene, { deviation: 20 });
const specked = addSpecks(scene, { share: 0.022 });
const both = addSpecks(grainy, { share: 0.05 });
const error = (image: typeof scene) => errorOf(image, scene);
const one = (value: number) => value.toFixed(1).replace("-", "−");

/** How the picture was damaged. */
export const damage = {
  deviation: 20,
  specks: (100 * 0.022).toFixed(1),
  more: 5,
  grain: one(error(grainy)),
  speck: one(error(specked)),
};

/** What the box of 3 × 3 leaves of the grain, and what it takes from the picture: two sides of a right angle. */
const noiseLeft = 20 / 3;
const detailLost = error(boxFilter(scene));
export const boxed = {
  noise: one(noiseLeft),
  detail: one(detailLost),
  together: one(Math.hypot(noiseLeft, detailLost)),
  grain: one(error(boxFilter(grainy))),
  specks: one(error(boxFilter(specked))),
};

export const best = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6]
  .map((sigma) => ({ sigma, error: error(gaussianFilter(grainy, { sigma })) }))
  .reduce((least, next) => (next.error < least.error ? next : least));
export const bestError = best.error.toFixed(2);
export const boxError = error(boxFilter(grainy)).toFixed(2);

/** The 9 × 9 Gaussian with sigma 3: the weight at its rim, in percent of the one in the middle. */
export const rim = {
  share: Math.round(100 * Math.exp(-(4 ** 2) / (2 * 3 ** 2))),
  radius: Math.floor(4 * 3 + 0.5),
  side: gaussianKernel1d({ sigma: 3 }).size,
  sigmaFor9: 1,
  sideFor1: gaussianKernel1d({ sigma: 1 }).size,
};

/** What two ways of cutting leave of stripes 6 wide, in percent. */
export const cut = {
  short: one(100 * stripesLeft(gaussianKernel1d({ sigma: 3, radius: 4 }), 6)),
  long: one(100 * stripesLeft(gaussianKernel1d({ sigma: 3 }), 6)),
  box: one(100 * stripesLeft(boxKernel1d(9), 6)),
};

/** Products a pixel, whole and in two passes. */
export const products = [3, 9, 25].map((side) => ({ side, whole: side ** 2, passes: 2 * side }));
export const productTable = [
  "| kernel | in one piece | down, then across |",
  "| ---: | ---: | ---: |",
  ...products.map(({ side, whole, passes }) => `| ${side} × ${side} | ${whole} | ${passes} |`),
].join("\n");

/** Nine pixels with a speck in the middle. */
const nine = [52, 55, 50, 48, 255, 53, 51, 49, 54];
const inOrder = [...nine].sort((a, b) => a - b);
export const window9 = {
  rows: [0, 3, 6].map((start) => nine.slice(start, start + 3).join("  ")),
  inOrder: inOrder.map((value, i) => (i === 4 ? `**${value}**` : value)).join("  "),
  median: inOrder[4],
  mean: one(nine.reduce((sum, value) => sum + value, 0) / 9),
};

/** The course's sharpening kernel as an unsharp mask: five equal weights in a cross, amount 5. */
export const cross = {
  middle: 1 + 5 - 5 * 0.2,
  beside: String(-5 * 0.2).replace("-", "−"),
  kernel: (toNested(kernels.sharpen) as number[][]).map((line) => line.join("  ").replaceAll("-", "−")),
};

/** What each filter leaves of the damage. */
export const table = {
  grainGaussian: one(error(gaussianFilter(grainy, { sigma: 1 }))),
  grainMedian: one(error(medianFilter(grainy))),
  specksGaussian: one(error(gaussianFilter(specked, { sigma: 1 }))),
  specksMedian: one(error(medianFilter(specked))),
  cleanMedian: one(error(medianFilter(scene))),
  both: one(error(both)),
  medianFirst: one(error(gaussianFilter(medianFilter(both), { sigma: 0.8 }))),
  gaussianFirst: one(error(medianFilter(gaussianFilter(both, { sigma: 0.8 })))),
};

/** What mean and median of nine leave of the grain on a flat wall, in percent. */
const wall = Array.from({ length: 200 }, () => new Array(200).fill(128));
const grainyWall = addGrain(wall, { deviation: 20 });
const left = (image: typeof scene) => Math.round((100 * errorOf(image, wall)) / errorOf(grainyWall, wall));
export const wallShare = { mean: left(boxFilter(grainyWall)), median: left(medianFilter(grainyWall)) };

/** The way to exercise 05.5. */
export const goal = asked;
export const ladder = {
  damaged: scoreRestore((damaged) => damaged).toFixed(1),
  gaussian: scoreRestore((damaged) => gaussianFilter(damaged, { sigma: 1.2 })).toFixed(1),
  median: scoreRestore((damaged) => medianFilter(damaged)).toFixed(1),
  medianThenGaussian: scoreRestore((damaged) => gaussianFilter(medianFilter(damaged), { sigma: 0.7 })).toFixed(1),
};
