import { toNested } from "cnn-workbook/arrays";
import { correlate2d, kernels } from "cnn-workbook/filters";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels } from "../../lib/explorers/kernel/display.js";
import { packPicture, unpackPicture } from "../../lib/explorers/kernel/packPicture.js";
import { presetOf, presets } from "../../lib/explorers/kernel/presets.js";
import { drawScene, layOut } from "../../lib/explorers/kernel/scene.js";
import {
  type KernelState,
  moveToPixel,
  pixelOf,
  resultAt,
  startState,
  terms,
  withDisplay,
  withKernel,
  withPicture,
  withPreset,
  withSide,
} from "../../lib/explorers/kernel/state.js";
import { announcement, finding, pixelSentence, resultSentence, sumSentence } from "../../lib/explorers/kernel/words.js";

/** 3 × 4 pixels, all different. */
const picture = [
  [10, 20, 30, 40],
  [50, 60, 70, 80],
  [90, 100, 250, 255],
];
const named = (name: keyof typeof kernels) => toNested(kernels[name]) as number[][];
const start = (kernel: number[][], pixels = picture) => startState({ picture: packPicture(pixels), kernel, title: "" });

const pictures = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([height, width]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
);
const square = (side: number) =>
  fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: side, maxLength: side }), {
    minLength: side,
    maxLength: side,
  });
const states: fc.Arbitrary<KernelState> = fc
  .tuple(pictures, fc.oneof(square(3), square(5)), fc.nat(), fc.nat())
  .map(([pixels, kernel, row, column]) =>
    moveToPixel(start(kernel, pixels), row % pixels.length, column % pixels[0].length),
  );

describe("the state of the kernel editor", () => {
  it("has the products under the pixel, mirrored beyond the border", () => {
    const corner = moveToPixel(start(named("horizontalEdges")), 0, 3);
    const samples = terms(corner).map((row) => row.map(({ sample }) => sample));
    expect(samples).toEqual([
      [30, 40, 40],
      [30, 40, 40],
      [70, 80, 80],
    ]);
    expect(terms(corner)[0].map(({ inside }) => inside)).toEqual([false, false, false]);
    expect(resultAt(corner)).toBe(110 - 230);
  });

  it("adds up to what correlate2d gives, at every pixel of any picture", () => {
    fc.assert(
      fc.property(states, (state) => {
        const sum = terms(state)
          .flat()
          .reduce((total, { weight, sample }) => total + weight * sample, 0);
        expect(sum).toBeCloseTo(resultAt(state), 9);
        const { picture, kernel } = state as unknown as { picture: number[][]; kernel: number[][] };
        const options = { mode: "same", boundary: "symm" } as const;
        expect(state.result).toEqual(toNested(correlate2d(picture, kernel, options)));
      }),
    );
  });

  it("starts in the middle and stays on the picture", () => {
    const state = start(named("identity"));
    expect(pixelOf(state)).toEqual([1, 2]);
    expect(pixelOf(moveToPixel(state, -5, Number.POSITIVE_INFINITY))).toEqual([0, 3]);
    expect(pixelOf(moveToPixel(state, 9.7, 1.9))).toEqual([2, 1]);
  });

  it("shows the sign where flat areas become 0, unless one chose another way", () => {
    expect(start(named("laplacian4")).display).toBe("midGrey");
    expect(start(named("sharpen")).display).toBe("clipped");
    const edges = withPreset(start(named("sharpen")), named("sobelX"));
    expect(edges.display).toBe("midGrey");
    const typed = withKernel(withDisplay(edges, "size"), named("boxBlur"));
    expect(typed.display).toBe("size");
  });

  it("puts zeros around a kernel that grows, which changes nothing, and keeps the middle of one that shrinks", () => {
    const small = start(named("emboss"));
    const large = withSide(small, 5);
    expect(large.kernel.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
    expect(large.result).toEqual(small.result);
    expect(withSide(large, 3).kernel).toEqual(small.kernel);
  });

  it("keeps the kernel for another picture", () => {
    const other = withPicture(moveToPixel(start(named("emboss")), 2, 3), [[7]]);
    expect([other.kernel, pixelOf(other), other.result]).toEqual([named("emboss"), [0, 0], [[7]]]);
  });

  it("knows its presets by their weights", () => {
    expect(presets.map(({ kernel }) => presetOf(kernel))).toEqual(presets.map((_, i) => i));
    expect(presetOf([[1, 2, 3]])).toBe(-1);
  });

  it("packs a picture into a byte a pixel", () => {
    const packed = packPicture([
      [0, 254.6],
      [255, -3],
    ]);
    expect(unpackPicture(packed)).toEqual([
      [0, 255],
      [255, 0],
    ]);
    fc.assert(
      fc.property(pictures, (pixels) => {
        expect(unpackPicture(packPicture(pixels))).toEqual(pixels);
      }),
    );
  });

  it("turns values into grey levels in three ways", () => {
    const values = [[-255, -1, 0, 100, 300]];
    expect(levels(values, "clipped")).toEqual([[0, 0, 0, 100, 255]]);
    expect(levels(values, "midGrey")).toEqual([[0, 127, 127.5, 177.5, 255]]);
    expect(levels(values, "size")).toEqual([[255, 1, 0, 100, 255]]);
  });
});

describe("the words of the kernel editor", () => {
  it.each([
    [[[0, 1, 0]], "sum to 1, and there is only one: each output is a copy of one pixel."],
    [[[0.25, 0.5, 0.25]], "sum to 1: flat areas keep their brightness. None is negative: each output is an average."],
    [[[-1, 3, -1]], "sum to 1: flat areas keep their brightness."],
    [[[0.1, 0.2, -0.3]], "sum to 0: flat areas become 0, and only changes are seen."],
    [[[0, 0, 0]], "sum to 0: all are 0, and so is the result."],
    [[[-1, 0, 0]], "sum to −1: flat areas are multiplied by −1."],
  ])("%j says what its sum does", (kernel, words) => {
    expect(sumSentence(kernel)).toBe(`The weights ${words}`);
  });

  it("measure the result", () => {
    const doubled = start([
      [0, 0, 0],
      [0, 2, 0],
      [0, 0, 0],
    ]);
    // The mean of the twelve pixels is 1055 / 12, and two of them are above 255 when doubled.
    expect(resultSentence(doubled)).toBe(
      "Mean brightness 87.9 before, 175.8 after; 0 % of the values are below 0, 17 % above 255.",
    );
    const many = Array.from({ length: 30 }, (_, i) => Array.from({ length: 30 }, (): number => (i === 0 ? 0 : 9)));
    many[0][0] = 255;
    const once = withKernel(start(named("identity"), many), [
      [0, 0, 0],
      [0, 1.1, 0],
      [0, 0, 0],
    ]);
    expect(resultSentence(once)).toContain("under 1 % above 255");
  });

  it("never counts rounding as black or white", () => {
    const white = Array.from({ length: 9 }, () => new Array(9).fill(255));
    expect(resultSentence(start(named("boxBlur"), white))).toContain("0 % above 255");
  });

  it("speak of the pixel, or of the whole when that has changed", () => {
    const state = moveToPixel(start(named("verticalEdges")), 1, 1);
    expect(pixelSentence(state)).toBe("Row 1, column 1: 60 becomes −200");
    expect(announcement(state)).toBe(
      "Row 1, column 1: 60 becomes −200: 10 times 1 plus 30 times −1 plus 50 times 1 plus 70 times −1 " +
        "plus 90 times 1 plus 250 times −1.",
    );
    expect(announcement(withSide(state, 5))).toContain("The weights sum to 0");
  });

  it("state the finding", () => {
    const words = finding(start(named("sharpen")));
    expect(words).toContain("A picture of 3 × 4 pixels, and what the kernel 0 −1 0 / −1 5 −1 / 0 −1 0 makes of it.");
    expect(words).toContain("The weights sum to 1");
    expect(words).toContain("Mean brightness 87.9 before, ");
  });
});

describe("the picture of the kernel editor", () => {
  it.each([200, 340, 780])("puts both pictures beside each other within %i pixels", (room) => {
    for (const pixels of [picture, [[5]], Array.from({ length: 128 }, () => new Array(40).fill(9))]) {
      const { lefts, width, height, top } = layOut(start(named("identity"), pixels), room);
      expect(lefts[1]).toBeGreaterThan(lefts[0] + width);
      expect(lefts[1] + width).toBeLessThanOrEqual(room);
      expect(top + height).toBeLessThanOrEqual(420);
    }
  });

  it("finds the pixel under a point of either picture", () => {
    const state = start(named("identity"));
    const { layout, pixelAt } = drawScene(state, 400);
    const at = (which: number, row: number, column: number) =>
      pixelAt(layout.lefts[which] + (column + 0.5) * layout.scale, layout.top + (row + 0.5) * layout.scale);
    expect(at(1, 2, 3)).toMatchObject({ which: 1 });
    expect([Math.floor(at(0, 2, 3)?.row ?? -1), Math.floor(at(0, 2, 3)?.column ?? -1)]).toEqual([2, 3]);
    expect(pixelAt(layout.lefts[1] - 3, layout.top + 5)).toBeUndefined();
    expect(pixelAt(5, 2)).toBeUndefined();
  });
});
