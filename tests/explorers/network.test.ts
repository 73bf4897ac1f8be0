import { type Architecture, architectures, summarize } from "cnn-workbook/architectures";
import { describe, expect, it } from "vitest";
import { optionsFor, slidingOf } from "../../lib/explorers/network/options.js";
import { drawScene } from "../../lib/explorers/network/scene.js";
import {
  choose,
  moveTo,
  moveToPlace,
  type NetworkState,
  outputCount,
  placeOf,
  startState,
  withInput,
  withOptions,
} from "../../lib/explorers/network/state.js";
import {
  announcement,
  finding,
  jumpText,
  rowSentence,
  seenSentence,
  seesText,
  short,
  totalSentence,
} from "../../lib/explorers/network/words.js";

/** 9 × 7 pixels, a window of 3 with a zero around, blocks of 2, all numbers in a row. */
const tiny: Architecture = {
  name: "Tiny",
  input: [9, 7, 1],
  layers: [
    { type: "conv2d", filters: 2, kernel: 3, padding: 1 },
    { type: "activation", activation: "relu" },
    { type: "maxPool2d", size: 2 },
    { type: "flatten" },
    { type: "dense", units: 5 },
  ],
};
const start = startState({ network: tiny, input: tiny.input });
const shapes = ({ rows }: NetworkState) => rows.map(({ output }) => output?.join(" "));

describe("the rows", () => {
  it("hold what one counts by hand, small layers in the line before", () => {
    expect(start.rows.map(({ name, label }) => [name, label])).toEqual([
      ["conv2d_1", "conv 3×3, relu"],
      ["maxPool2d_1", "max pool 2×2"],
      ["flatten_1", "flatten"],
      ["dense_1", "dense"],
    ]);
    expect(shapes(start)).toEqual(["9 7 2", "4 3 2", "24", "5"]);
    expect(start.rows.map(({ params }) => params)).toEqual([20, 0, 0, 125]);
    expect(start.rows.map(({ multiplyAdds }) => multiplyAdds)).toEqual([9 * 7 * 2 * 9, 0, 0, 120]);
    expect(start.rows.map(seesText)).toEqual(["3", "4", "all", "all"]);
    expect(start.rows.map(jumpText)).toEqual(["1", "2", "", ""]);
  });

  it.each(Object.entries(architectures))("of %s hold in all what summarize counts", (_name, network) => {
    const { rows, problem } = startState({ network, input: network.input });
    const { totals } = summarize(network);
    const sum = (column: "params" | "multiplyAdds") => rows.reduce((total, row) => total + row[column], 0);
    expect(problem).toBe("");
    expect(sum("params")).toBe(totals.params);
    expect(sum("multiplyAdds")).toBe(totals.multiplyAdds);
    expect(rows.length).toBeLessThanOrEqual(92);
  });

  it("fold a block of branches into one line", () => {
    const { rows } = startState({ network: architectures.resNet50, input: [224, 224, 3] });
    expect(rows).toHaveLength(20);
    expect(rows[2]).toMatchObject({ name: "add_1", label: "block, add (10 layers), relu" });
    expect(seesText(rows[17])).toBe("427");
  });
});

describe("changes", () => {
  it("of the input go through all layers", () => {
    const wider = withInput(start, { width: 12 });
    expect(shapes(wider)).toEqual(["9 12 2", "4 6 2", "48", "5"]);
    expect(wider.rows[3].params).toBe(48 * 5 + 5);
    expect(start.input).toEqual([9, 7, 1]);
  });

  it("of a layer do too", () => {
    const stride = withOptions(choose(start, 0), { stride: 2 });
    expect(shapes(stride)).toEqual(["5 4 2", "2 2 2", "8", "5"]);
    expect(seesText(stride.rows[1])).toBe("5");
    expect(tiny.layers[0]).not.toHaveProperty("stride");
  });

  it("stop where a layer no longer fits, with the library's words, and leave the rest to be mended", () => {
    const low = withInput(start, { height: 1 });
    expect(shapes(low)).toEqual(["1 7 2", undefined, undefined, undefined]);
    expect(low.problem).toContain('layer "maxPool2d_1" receives [1, 7, 2]: its window covers 2 cells of the height');
    expect(totalSentence(low)).toBe("1 × 7 × 1 → nothing comes out");
    const mended = withOptions(choose(low, 1), optionsFor(low.rows[1].layer, "kernel", 1));
    expect(mended.problem).toBe("");
    expect(shapes(mended)[1]).toBe("1 4 2");
  });

  it("make even the first layer fail, and keep all lines", () => {
    const none = withOptions(choose(start, 0), { padding: 0, kernel: 20 });
    expect(none.rows.map(({ output }) => output)).toEqual([undefined, undefined, undefined, undefined]);
    expect(outputCount(none)).toBe(1);
    expect(drawScene(none, 600).content).toContain("no output");
    expect(announcement(none)).toContain("Does not fit");
  });
});

describe("slidingOf(layer) and optionsFor(layer, choice, value)", () => {
  it.each([
    [
      { type: "conv2d", filters: 1, kernel: 3 },
      { kernel: 3, stride: 1, padding: 0 },
    ],
    [
      { type: "conv2d", filters: 1, kernel: [3, 1], padding: "same" },
      { kernel: undefined, stride: 1, padding: "same" },
    ],
    [
      { type: "maxPool2d", size: 3, padding: [1, 1] },
      { kernel: 3, stride: 3, padding: 1 },
    ],
    [
      { type: "averagePool2d", size: 2, stride: 1, padding: { top: 0, bottom: 1, left: 0, right: 1 } },
      { kernel: 2, stride: 1, padding: undefined },
    ],
    [{ type: "dense", units: 3 }, undefined],
  ] as const)("reads %o", (layer, expected) => {
    expect(slidingOf(layer as never)).toEqual(expected);
  });

  it("keeps a pooling's stride when its window changes", () => {
    expect(optionsFor({ type: "maxPool2d", size: 2 }, "kernel", 3)).toEqual({ size: 3, stride: 2 });
    expect(optionsFor({ type: "conv2d", filters: 1, kernel: 3 }, "kernel", 5)).toEqual({ kernel: 5 });
    expect(optionsFor({ type: "maxPool2d", size: 2 }, "padding", "same")).toEqual({ padding: "same" });
  });
});

describe("the output that is pointed at", () => {
  it("begins in the middle of the last picture, and stays in it", () => {
    expect(start.rows[start.chosen].name).toBe("maxPool2d_1");
    expect(placeOf(start)).toEqual([1, 1]);
    expect(placeOf(moveToPlace(start, 99, -2))).toEqual([3, 0]);
    expect(placeOf(moveTo(start, 11))).toEqual([3, 2]);
    expect(placeOf(withInput(moveTo(start, 11), { height: 4 }))).toEqual([1, 2]);
  });

  it("sees rows and columns that one finds by hand", () => {
    // Blocks of 2 over windows of 3 that begin a cell before the picture: row 1 comes from 2 and 3, these see 1 to 4.
    expect(seenSentence(start)).toBe("Output [1, 1] sees rows 1 to 4, columns 1 to 4.");
    expect(seenSentence(moveTo(start, 0))).toBe(
      "Output [0, 0] sees rows −1 to 2, columns −1 to 2. What lies outside of the picture is padding.",
    );
    expect(seenSentence(choose(start, 3))).toBe("Each of its numbers sees the whole picture.");
  });

  it("is found on the output and on the input", () => {
    const { pointer, input } = drawScene(start, 700);
    // The middle of what output [1, 1] sees is the corner between pixels 2 and 3.
    const [x, y] = [input.x + (3 * input.width) / 7, input.y + (3 * input.height) / 9];
    expect(pointer(x, y)?.(x, y).map(Math.round)).toEqual([1, 1]);
    expect(pointer(690, 5)).toBeUndefined();
  });
});

describe("words", () => {
  it("state shapes, counts and what is seen", () => {
    expect(finding(start)).toBe(
      "Tiny: 9 × 7 × 1 → 5: 145 parameters, 1,254 multiply-adds. Its last picture is 4 × 3 × 2, after maxPool2d_1; " +
        "each output there sees 4 × 4 pixels, 2 further on than its neighbour.",
    );
    expect(rowSentence(start.rows[0])).toBe("conv2d_1, conv 3×3, relu: 9 × 7 × 2, 20 parameters, 1,134 multiply-adds.");
    expect(announcement(start)).toContain("An output sees 4 pixels, jump 2. Output [1, 1] sees rows 1 to 4");
  });

  it.each([
    [0, "0"],
    [9999, "9,999"],
    [36_928, "36.9 k"],
    [138_357_544, "138 M"],
    [1_849_688_064, "1.85 G"],
  ])("writes %d as %s", (value, words) => {
    expect(short(value)).toBe(words);
  });
});

describe("drawScene(state, room)", () => {
  it.each([260, 374, 520, 780])("stays within a room of %d pixels, fields beyond the picture too", (room) => {
    const big = startState({ network: architectures.resNet50, input: [224, 224, 3] });
    for (const state of [start, moveTo(start, 0), big, choose(big, 19)]) {
      const { content, width } = drawScene(state, room);
      expect(width).toBe(room);
      for (const [, x, w] of content.matchAll(/<rect[^>]* x="([\d.-]+)"[^>]* width="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(room);
      }
      expect(content).not.toContain("NaN");
    }
  });
});
