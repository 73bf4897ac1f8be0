import { toNested } from "cnn-workbook/arrays";
import { correlate2d } from "cnn-workbook/filters";
import { conv2d } from "cnn-workbook/layers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { margins, outputSides, touched, unusedPixels } from "../../lib/explorers/convolution2d/axes.js";
import { moveTo, moveToPlace, withSliding } from "../../lib/explorers/convolution2d/moves.js";
import { drawScene } from "../../lib/explorers/convolution2d/scene.js";
import {
  type Convolution2dState,
  currentOutput,
  fits,
  outputCount,
  outputs,
  terms,
  windowStart,
} from "../../lib/explorers/convolution2d/state.js";
import { announcement, finding, misfit, regionSentence, sizeLines } from "../../lib/explorers/convolution2d/words.js";

const plain = { padding: "valid", stride: 1, dilation: 1, flip: false, basic: false, layer: true, at: 0 } as const;
/** 4 × 5 pixels, all different. */
const start: Convolution2dState = {
  ...plain,
  image: [0, 1, 2, 3].map((row) => [0, 1, 2, 3, 4].map((column) => 10 * row + column)),
  kernel: [
    [1, 2],
    [3, 4],
  ],
};

const count = (text: string, part: string) => text.split(part).length - 1;
const rows = (height: number, width: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  });
const side = (most: number) => fc.integer({ min: 1, max: most });
const paddings = fc.constantFrom<Convolution2dState["padding"]>("valid", "same", "full", 0, 1, 3);
const states = fc
  .tuple(side(7), side(7), side(4), side(4), paddings, side(4), side(3), fc.nat())
  .chain(([h, w, k, l, padding, stride, dilation, at]) =>
    fc.tuple(rows(h, w), rows(Math.min(h, k), Math.min(w, l))).map(([image, kernel]): Convolution2dState => {
      const state = { ...plain, image, kernel, padding, stride, dilation };
      return { ...state, at: at % outputCount(state) };
    }),
  )
  .filter(fits);

describe("a layer's kernel in the 2-D convolution explorer", () => {
  it("adds up, by hand", () => {
    const wide = { ...start, stride: 3, dilation: 2, padding: 1 };
    // Row 0 of the window is the padding; weights 3 and 4 lie on row 1, columns −1 and 1.
    expect(terms(wide).map((row) => row.map(({ product }) => product))).toEqual([
      [0, 0],
      [0, 4 * 11],
    ]);
    expect(outputSides(wide)).toEqual([2, 2]);
    expect(windowStart(moveTo(wide, 3))).toEqual([2, 2]);
    expect(outputs(wide)[1][1]).toBe(1 * 22 + 2 * 24);
  });

  it("adds up to what the library gives, at every position", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { image, kernel, padding, stride, dilation } = state as typeof state & { image: number[][] };
        const sum = terms(state)
          .flat()
          .reduce((total, { product }) => total + product, 0);
        expect(sum).toBeCloseTo(currentOutput(state), 9);
        const weights = kernel.map((row) => row.map((weight) => [[weight]]));
        const oracle =
          padding === "full"
            ? correlate2d(image, kernel as number[][], { mode: "full", stride, dilation })
            : conv2d(image, weights, { padding, stride, dilation });
        expect(outputs(state)).toEqual(toNested(oracle));
      }),
    );
  });

  it("crosses out exactly the pixels whose change changes no output", () => {
    fc.assert(
      fc.property(states, (given) => {
        const state = { ...given, kernel: given.kernel.map((row) => row.map(() => 1)) };
        const [top, left] = margins(state);
        const [rowsUsed, columnsUsed] = touched(state);
        const before = JSON.stringify(outputs(state));
        let unused = 0;
        state.image.forEach((row, y) => {
          row.forEach((_, x) => {
            const image = state.image.map((line, i) => line.map((v, j) => (i === y && j === x ? v + 1000 : v)));
            const same = JSON.stringify(outputs({ ...state, image })) === before;
            expect(rowsUsed[top + y] && columnsUsed[left + x]).toBe(!same);
            if (same) unused++;
          });
        });
        expect(unusedPixels(state)).toBe(unused);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps its window, as nearly as it can, when a number changes", () => {
    const there = moveToPlace(start, 2, 2);
    expect(windowStart(withSliding(there, { padding: 2 }))).toEqual([2, 2]);
    expect(windowStart(withSliding(there, { stride: 2 }))).toEqual([2, 2]);
    expect(windowStart(withSliding(moveToPlace(start, 2, 3), { stride: 3 }))).toEqual([0, 3]);
  });

  it("survives a kernel that fits nowhere", () => {
    const none = withSliding({ ...start, at: 5 }, { dilation: 3 });
    const wider = { ...none, kernel: [[1, 1, 1]] };
    expect(fits(wider)).toBe(false);
    expect([outputs(wider), outputCount(wider), wider.at]).toEqual([[], 1, none.at]);
    expect(misfit(wider)).toBe("Nothing fits: a window that reaches over 7 cells finds no place on 5 cells.");
    expect([announcement(wider), regionSentence(wider)]).toEqual([misfit(wider), misfit(wider)]);
    expect(drawScene(wider, 500).content).not.toMatch(/NaN|cw-frame|cw-arrow/);
    expect(fits(withSliding(wider, { padding: "full" }))).toBe(true);
  });
});

describe("the words of a layer's kernel", () => {
  it("fill in the formula, once for a square", () => {
    expect(sizeLines(start)).toEqual(["rows: (4 − 2 + 2 × 0) / 1 + 1 = 3", "columns: (5 − 2 + 2 × 0) / 1 + 1 = 4"]);
    const square = { ...start, image: start.image.map((row) => row.slice(0, 4)), stride: 3, padding: 1 };
    expect(sizeLines(square)).toEqual(["rows and columns: (4 − 2 + 2 × 1) / 3 + 1 = 2.33, rounded down 2"]);
  });

  it("say how many pixels lie under no weight", () => {
    expect(regionSentence(start)).toContain("Every pixel lies under a weight somewhere.");
    expect(regionSentence({ ...start, stride: 3 })).toBe(
      "4 × 5 image, 2 × 2 kernel: 1 × 2 outputs. Crossed out: 12 of 20 pixels lie under no weight at any position.",
    );
    expect(finding({ ...start, stride: 3 })).toContain("12 of 20 pixels");
  });

  it("say aloud the output and the size", () => {
    expect(announcement(moveTo(start, 4))).toBe(
      "Output row 1, column 0 of 3 × 4 is 176: 10 times 1 plus 11 times 2 plus 20 times 3 plus 21 times 4.",
    );
  });
});

describe("the picture of a layer's kernel", () => {
  it("frames each weight where there are gaps, and crosses out what no weight touches", () => {
    expect(count(drawScene(start, 600).content, 'class="cw-frame"')).toBe(1);
    const gaps = drawScene({ ...start, dilation: 2, stride: 2 }, 600).content;
    expect(count(gaps, 'class="cw-frame"')).toBe(4);
    expect(count(gaps, "cw-reach")).toBe(1);
    // Of 4 × 5 only rows 0 and 2, columns 0, 2 and 4 are touched.
    expect(count(gaps, 'class="cw-unused"')).toBe(20 - 6);
  });
});
