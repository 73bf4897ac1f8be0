import { toNested } from "cnn-workbook/arrays";
import { convolve2d, correlate2d } from "cnn-workbook/filters";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { margins, outputSides } from "../../lib/explorers/convolution2d/axes.js";
import { moveBy, moveTo, moveToPlace, withKernel, withSliding } from "../../lib/explorers/convolution2d/moves.js";
import { presetsFor } from "../../lib/explorers/convolution2d/presets.js";
import {
  type Convolution2dState,
  currentOutput,
  outputCount,
  outputs,
  placeOf,
  startState,
  terms,
  windowStart,
} from "../../lib/explorers/convolution2d/state.js";
import {
  announcement,
  equation,
  finding,
  flipSentence,
  regionSentence,
} from "../../lib/explorers/convolution2d/words.js";

/** The 5 × 5 example of the slides. */
const slides = startState({
  image: [
    [3, 3, 2, 1, 0],
    [0, 0, 1, 3, 1],
    [3, 1, 2, 2, 3],
    [2, 0, 0, 2, 2],
    [2, 0, 0, 0, 1],
  ],
  kernel: [
    [0, 1, 2],
    [2, 2, 0],
    [0, 1, 2],
  ],
  padding: "valid",
  stride: 1,
  dilation: 1,
  flip: false,
  basic: false,
  layer: false,
  title: "",
});
const wide: Convolution2dState = {
  ...slides,
  image: [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
  ],
  kernel: [[1, 10]],
};

const rows = (height: number, width: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  });
const side = (most: number) => fc.integer({ min: 1, max: most });
const states: fc.Arbitrary<Convolution2dState> = fc
  .tuple(side(7), side(7), side(5), side(5), fc.boolean(), fc.boolean(), fc.nat())
  .chain(([h, w, k, l, flip, padded, at]) =>
    fc.tuple(rows(h, w), rows(Math.min(h, k), Math.min(w, l))).map(([image, kernel]) => {
      const state = { ...slides, image, kernel, flip, padding: padded ? ("same" as const) : ("valid" as const) };
      return { ...state, at: at % outputCount(state) };
    }),
  );

describe("the state of the 2-D convolution explorer", () => {
  it("gives the nine sums of the slides", () => {
    expect(outputs(slides)).toEqual([
      [12, 12, 17],
      [10, 17, 19],
      [9, 6, 14],
    ]);
    expect(terms(slides).map((row) => row.map(({ product }) => product))).toEqual([
      [0, 3, 4],
      [0, 0, 0],
      [0, 1, 4],
    ]);
  });

  it("adds up to what the library gives, at every position, in both modes, flipped or not, for even kernels too", () => {
    fc.assert(
      fc.property(states, (state) => {
        const sum = terms(state)
          .flat()
          .reduce((total, { product }) => total + product, 0);
        expect(sum).toBeCloseTo(currentOutput(state), 9);
        expect([outputs(state).length, outputs(state)[0].length]).toEqual(outputSides(state));
        const slide = state.flip ? convolve2d : correlate2d;
        const { image, kernel, padding } = state as unknown as {
          image: number[][];
          kernel: number[][];
          padding: "valid";
        };
        expect(outputs(state)).toEqual(toNested(slide(image, kernel, { mode: padding })));
      }),
    );
  });

  it("never reaches beyond the zeros that are drawn", () => {
    fc.assert(
      fc.property(states, (state) => {
        const [top, left, bottom, right] = margins(state);
        const [row, column] = windowStart(state);
        expect(row).toBeGreaterThanOrEqual(-top);
        expect(column).toBeGreaterThanOrEqual(-left);
        expect(row + state.kernel.length).toBeLessThanOrEqual(state.image.length + bottom);
        expect(column + state.kernel[0].length).toBeLessThanOrEqual(state.image[0].length + right);
      }),
    );
  });

  it("counts outputs in reading order, rows of their own length", () => {
    expect(outputSides(wide)).toEqual([2, 3]);
    expect(placeOf(wide, 4)).toEqual([1, 1]);
  });

  it("moves within the output", () => {
    expect(moveTo(slides, 99).at).toBe(8);
    expect(moveTo(slides, -1).at).toBe(0);
    expect(placeOf(moveToPlace(wide, 7, 1))).toEqual([1, 1]);
    expect(placeOf(moveBy(moveToPlace(wide, 0, 2), 1, 1))).toEqual([1, 2]);
  });

  it("keeps its window when zeros are added round the image or the kernel changes", () => {
    const middle = moveToPlace(slides, 1, 2);
    expect(windowStart(withSliding(middle, { padding: "same" }))).toEqual(windowStart(middle));
    expect(windowStart(withSliding(withSliding(middle, { padding: "same" }), { padding: "valid" }))).toEqual(
      windowStart(middle),
    );
    expect(placeOf(withKernel(middle, [[1]]))).toEqual([1, 2]);
  });

  it("offers the kernels that fit, and the one it began with", () => {
    const names = (image: number[][], kernel: number[][]) => presetsFor(image, kernel).map(({ name }) => name);
    expect(names([[1, 2]], [[5]])).toEqual(["as at first"]);
    const identity = [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ];
    expect(names(identity, identity)).toEqual(["identity", "vertical edges", "horizontal edges", "box", "sharpen"]);
  });
});

describe("the words of the 2-D convolution explorer", () => {
  it("writes the sum out, pixel first", () => {
    expect(equation(slides)).toBe("3×0 + 3×1 + 2×2 + 0×2 + 0×2 + 1×0 + 3×0 + 1×1 + 2×2 = 12");
    expect(equation({ ...wide, kernel: [[-1, 0.5]], at: 5 })).toBe("7×(−1) + 8×0.5 = −3");
  });

  it("says it aloud, the sum first, without weights of zero", () => {
    expect(announcement(moveTo(wide, 1))).toBe("Output row 0, column 1 is 32: 2 times 1 plus 3 times 10.");
    expect(announcement({ ...wide, kernel: [[0]] })).toBe("Output row 0, column 0 is 0: all weights here are zero.");
  });

  it("says how large the output is, and how many weights lie over zeros", () => {
    expect(regionSentence(slides)).toBe("5 × 5 image, 3 × 3 kernel: 3 × 3 outputs.");
    expect(regionSentence({ ...slides, padding: "same" })).toBe(
      "5 × 5 image, 3 × 3 kernel: 5 × 5 outputs. 5 weights lie beside the image, over zeros.",
    );
    expect(regionSentence({ ...wide, padding: "same", at: 3 })).toContain("1 weight lies beside");
  });

  it("names what turning does, and where it makes no difference", () => {
    expect(flipSentence(slides)).toBe("Correlation: it slides as it is. Neural networks do this.");
    expect(flipSentence({ ...slides, flip: true })).toContain("turned by half a turn before it slides.");
    expect(flipSentence({ ...slides, kernel: [[1, 2, 1]] })).toContain("the same both ways");
    expect(
      flipSentence({
        ...slides,
        kernel: [
          [1, 2],
          [1, 2],
        ],
      }),
    ).not.toContain("the same both ways");
  });

  it("states the finding", () => {
    expect(finding(slides)).toContain("The kernel 0 1 2 / 2 2 0 / 0 1 2 is slid over the image 3 3 2 1 0 / 0 0 1 3 1");
    expect(finding(slides)).toContain("the sums are 12 12 17 / 10 17 19 / 9 6 14");
  });
});
