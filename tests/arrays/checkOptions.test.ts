import { checkOptions } from "cnn-workbook/arrays";
import * as filters from "cnn-workbook/filters";
import * as images from "cnn-workbook/images";
import { barPlot, linePlot } from "cnn-workbook/plots";
import * as signals from "cnn-workbook/signals";
import { describe, expect, it } from "vitest";

interface Slide {
  size?: number;
  stride?: number;
}

const check = (options: unknown) => checkOptions<Slide>(options as Slide, "slide", ["size", "stride"]);

describe("checkOptions(options, caller, allowed)", () => {
  it("returns what is right, and an empty object where nothing came", () => {
    const options = { stride: 2 };
    expect(check(options)).toBe(options);
    expect(check(undefined)).toEqual({});
  });

  it("names an option that does not exist, and those that do", () => {
    expect(() => check({ strid: 2 })).toThrow("`strid` is no option of slide; it has `size`, `stride`");
  });

  it.each([
    [5, "{ size: 5 }, got 5"],
    ["same", '{ size: "same" }, got "same"'],
    [null, "{ size: … }, got null"],
    [[1, 2], "{ size: … }, got an array of 2"],
    [Math.max, "{ size: … }, got the function max"],
  ])("says what an object of options looks like where %o came", (options, message) => {
    expect(() => check(options)).toThrow(`the options of slide must be an object such as ${message}`);
  });
});

const signal = [1, 2, 3, 4, 5];
const image = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]; // biome-ignore format: a matrix
const edges = { boundary: "wrap", fillValue: 0 };

/** Each function that takes options: what stands before them, and all of them with values that are right. */
const takers: [name: string, take: (...given: never[]) => unknown, before: unknown[], all: object][] = [
  ["correlate1d", signals.correlate1d, [signal, [1]], { mode: "same", stride: 2, dilation: 1 }],
  ["convolve1d", signals.convolve1d, [signal, [1]], { mode: "same", stride: 2, dilation: 1 }],
  ["downsample", signals.downsample, [signal], { factor: 2, antialias: true }],
  ["upsample", signals.upsample, [signal], { factor: 2, method: "hold" }],
  ["gaussianKernel1d", signals.gaussianKernel1d, [], { sigma: 1, radius: 2 }],
  ["ecg", signals.ecg, [], { seconds: 1, sampleRate: 100, heartRate: 60, heartRateDeviation: 0, noise: 0, seed: 1 }],
  ["correlate2d", filters.correlate2d, [image, [[1]]], { mode: "same", stride: 2, dilation: 1, ...edges }],
  ["convolve2d", filters.convolve2d, [image, [[1]]], { mode: "same", stride: 2, dilation: 1, ...edges }],
  ["boxFilter", filters.boxFilter, [image], { size: 3, ...edges }],
  ["gaussianFilter", filters.gaussianFilter, [image], { sigma: 1, radius: 1, ...edges }],
  ["gaussianLaplace", filters.gaussianLaplace, [image], { sigma: 1, ...edges }],
  ["medianFilter", filters.medianFilter, [image], { size: 3, ...edges }],
  ["laplacian", filters.laplacian, [image], edges],
  ["sobel", filters.sobel, [image], { mode: "same", ...edges }],
  ["prewitt", filters.prewitt, [image], { mode: "same", ...edges }],
  ["scharr", filters.scharr, [image], { mode: "same", ...edges }],
  ["unsharpMask", filters.unsharpMask, [image], { sigma: 1, amount: 1, clip: true }],
  [
    "peakLocalMax",
    filters.peakLocalMax,
    [image],
    { minDistance: 1, threshold: 0, thresholdRel: 0, excludeBorder: false, numPeaks: 1 },
  ],
  ["resizeImage", images.resizeImage, [image], { height: 2, width: 2, antialias: true }],
  ["crop", images.crop, [image], { top: 1, left: 1, height: 1, width: 1 }],
  ["flip", images.flip, [image], { axis: "vertical" }],
  ["histogram", images.histogram, [image], { bins: 2, range: [0, 9] }],
];

describe("functions that take options", () => {
  it.each(takers)("%s knows all of its own, and no other", (name, take, before, all) => {
    const call = take as unknown as (...given: unknown[]) => unknown;
    expect(() => call(...before, all)).not.toThrow();
    expect(() => call(...before, { ...all, colour: 1 })).toThrow(`\`colour\` is no option of ${name}; it has \``);
    expect(() => call(...before, 5)).toThrow(`the options of ${name} must be an object such as {`);
  });

  it.each(takers)("%s without them works or says what is missing", (_name, take, before) => {
    const call = take as unknown as (...given: unknown[]) => unknown;
    try {
      call(...before);
    } catch (error) {
      expect((error as Error).message).toMatch(/^`\w+` must be|^\w+ needs/);
    }
  });

  it("loadImage knows its options too", async () => {
    const bytes = images.encodePng(image);
    await expect(images.loadImage(bytes, { maxPixels: 9, seconds: 3 })).resolves.toMatchObject({ shape: [3, 3] });
    // @ts-expect-error a misspelt option
    await expect(images.loadImage(bytes, { maxPixel: 9 })).rejects.toThrow("`maxPixel` is no option of loadImage");
  });

  it("say what they need", () => {
    const call = (take: unknown, ...given: unknown[]) => (take as (...given: unknown[]) => unknown)(...given);
    expect(() => call(signals.gaussianKernel1d)).toThrow("`sigma` must be a number greater than 0, got undefined");
    expect(() => call(filters.gaussianFilter, image)).toThrow("`sigma` must be a number greater than 0, got undefined");
    expect(() => call(filters.boxFilter, image, 5)).toThrow("boxFilter must be an object such as { size: 5 }, got 5");
    expect(() => call(images.resizeImage, image)).toThrow("resizeImage needs `height` or `width`, got neither");
    expect(() => call(images.crop, image)).toThrow("crop needs `top`, `left`, `height` or `width`, got none");
    expect(() => call(images.flip, image)).toThrow('`axis` must be one of "horizontal", "vertical", got undefined');
    expect(() => call(barPlot)).toThrow(/barPlot needs `title`/);
    expect(() => call(linePlot)).toThrow(/linePlot needs `title`/);
    const text = { title: "a", xLabel: "b", yLabel: "c", alt: "d" };
    expect(() => call(barPlot, undefined, text)).toThrow(
      "`bars` must be { labels: [...], values: [...] }, got undefined",
    );
    expect(() => call(linePlot, undefined, text)).toThrow("`series` must be { y: [...]");
  });
});
