import { correlate2d, gaussianFilter, kernels, prewitt, scharr, sobel, toList } from "cnn-workbook";
import {
  arrowPlot,
  centred,
  compareKernels,
  directionHistogram,
  kernelError,
  learnKernel,
  marksAbove,
  page,
  piece,
  softEdge,
  tallPeaks,
  tiltOf,
  trueTilt,
  turn,
  zeroCrossings,
} from "cnn-workbook/lessons/06-edges";
import { describe, expect, it } from "vitest";

describe("turn", () => {
  it("moves the upper right corner to the lower right, clockwise", () => {
    const picture = [
      [0, 9],
      [0, 0],
    ];
    expect(toList(turn(picture, 90)).map(Math.round)).toEqual([0, 0, 0, 9]);
  });
  it("leaves a picture alone at 0 degrees", () => expect(toList(turn(page, 0))).toEqual(toList(page)));
});

describe("tiltOf", () => {
  const tilt = (degrees: number) => tiltOf(scharr(gaussianFilter(turn(page, degrees), { sigma: 1 })), 320);
  it("finds how the sheet is turned", () => expect(Math.abs(tilt(0) - trueTilt)).toBeLessThan(0.2));
  it("follows when it is turned on", () => expect(Math.abs(tilt(7) - trueTilt - 7)).toBeLessThan(0.2));
  it("differs by more than a degree between pairs of kernels, as a prediction says", () =>
    expect(tiltOf(sobel(page), 80) - tiltOf(prewitt(page), 60)).toBeGreaterThan(1));
  it("is NaN where no arrow is strong", () => expect(tiltOf(sobel([[1, 2, 3]]), 1000)).toBeNaN());
});

describe("directionHistogram", () => {
  it("counts each strong arrow with its magnitude, in the bin of its direction", () => {
    const step = [
      [8, 8, 0, 0],
      [8, 8, 0, 0],
    ];
    const { degrees, weights } = directionHistogram(sobel(step), { threshold: 1 });
    expect(weights.flatMap((weight, i) => (weight > 0 ? [[degrees[i], weight]] : []))).toEqual([[1, 4 * 32]]);
  });
});

describe("tallPeaks", () => {
  const bins = (weights: Record<number, number>) => ({
    degrees: Array.from({ length: 180 }, (_, i) => 2 * i - 179),
    weights: Array.from({ length: 180 }, (_, i) => weights[i] ?? 0),
  });
  it("leaves out low peaks, and weighs a peak with its neighbours", () =>
    expect(tallPeaks(bins({ 10: 6, 11: 6, 12: 0, 90: 2, 120: 9 }))).toEqual([-158, 61]));
  it("joins the two ends, where the directions meet", () => expect(tallPeaks(bins({ 0: 4, 179: 2 }))).toEqual([-180]));
  it("finds the four sides of the sheet near its tilt", () => {
    const found = tallPeaks(directionHistogram(sobel(gaussianFilter(page, { sigma: 2 })), { threshold: 60 }));
    expect(found).toHaveLength(4);
    for (const [i, at] of found.entries()) expect(Math.abs(at - (trueTilt - 180 + 90 * i))).toBeLessThan(1);
  });
});

describe("marksAbove", () => {
  it("marks the threshold itself", () =>
    expect(marksAbove([[1, 5, 7, 2]], 5)).toEqual({ image: [[0, 255, 255, 0]], percent: 50 }));
});

describe("zeroCrossings", () => {
  it("looks to the right and down, and leaves out what is not steep", () => {
    const values = [
      [-3, 4, 0.1],
      [1, 4, -0.1],
    ];
    expect(zeroCrossings(values, 1)).toEqual({
      image: [
        [255, 0, 0],
        [0, 255, 0],
      ],
      percent: 100 / 3,
    });
    expect(zeroCrossings(values, 0).image).toEqual([
      [255, 0, 255],
      [0, 255, 0],
    ]);
  });
});

describe("piece", () => {
  const picture = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  it("cuts a square", () => expect(toList(piece(picture, { top: 1, left: 2, side: 1 }))).toEqual([6]));
  it("takes the nearest that fits in a small picture", () =>
    expect(toList(piece(picture, { top: 9, left: 9, side: 5 }))).toEqual([2, 3, 5, 6]));
});

describe("centred", () => {
  it("subtracts the mean and divides by 255", () => expect(centred([[0, 255]])).toEqual([[-0.5, 0.5]]));
});

describe("compareKernels", () => {
  it("gives title and rounded weights as its alt text", () => {
    const kernel = [
      [1.234, 0, -1],
      [2, -0.001, 0],
      [0, 0, 0.5],
    ];
    expect(compareKernels(kernel, { title: "Ten steps", learned: "learned" }).alt).toBe(
      "Ten steps. learned, in rows: 1.23 0 -1, 2 0 0, 0 0 0.5. Sobel's x, in rows: 1 0 -1, 2 0 -2, 1 0 -1.",
    );
  });
});

describe("softEdge", () => {
  it("darkens to the right at 0 degrees and downwards at 90", () => {
    expect(sobel(softEdge(0)).direction.get(2, 2)).toBeCloseTo(0, 9);
    expect(sobel(softEdge(90)).direction.get(2, 2)).toBeCloseTo(Math.PI / 2, 9);
  });
});

describe("kernelError", () => {
  it("is the mean square difference from what is wanted", () => {
    const picture = [
      [8, 8, 0, 1],
      [8, 8, 0, 1],
      [8, 8, 0, 1],
    ];
    const error = kernelError({ picture, wanted: [[30, 30]] });
    const given = toList(correlate2d(picture, kernels.sobelX, { mode: "valid" }));
    const sobelX = [
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ];
    expect(given).toEqual([32, 28]);
    expect(error(sobelX)).toBe((2 ** 2 + 2 ** 2) / 2);
  });
  it("names shapes that do not fit", () => {
    expect(() => kernelError({ picture: page, wanted: [[1]] })).toThrow(
      "`wanted` must be [298, 398] for this picture, got [1, 1]",
    );
  });
});

describe("learnKernel", () => {
  const picture = [
    [1, -1, 0, 2],
    [0, 2, -1, 1],
    [-2, 1, 1, 0],
    [1, 0, 2, -1],
  ];
  const wanted = correlate2d(picture, kernels.sobelY, { mode: "valid" });
  it("brings the error down, from where it starts", () => {
    const { kernel, errors } = learnKernel({ picture, wanted }, { learningRate: 0.02, steps: 200 });
    expect(errors).toHaveLength(201);
    expect(errors[200]).toBeLessThan(errors[0] / 1000);
    const onwards = learnKernel({ picture, wanted }, { learningRate: 0.02, steps: 0, start: kernel });
    expect(onwards.errors).toEqual([errors[200]]);
  });
  it("makes the error grow where the learning rate is too large", () => {
    const { errors } = learnKernel({ picture, wanted }, { learningRate: 1, steps: 5 });
    expect(errors[5]).toBeGreaterThan(1000 * errors[0]);
  });
});

describe("arrowPlot", () => {
  it("names shapes that do not fit", () => {
    const gradient = sobel(page, { mode: "valid" });
    expect(() => arrowPlot(page, gradient, { title: "t", alt: "a" })).toThrow(
      "`gradient` must have the picture's shape [300,400], got [298,398]",
    );
  });
});
