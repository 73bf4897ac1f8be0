import { toList } from "cnn-workbook";
import { averagePool2d, maxPool2d } from "cnn-workbook/layers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barAt, layOut } from "../../lib/explorers/pooling/layout.js";
import { drawScene } from "../../lib/explorers/pooling/scene.js";
import {
  changedOf,
  changesByPlace,
  chosenCells,
  FAR,
  homeOf,
  inputOf,
  type Kind,
  movedAlong,
  moveTo,
  outputOf,
  placeCount,
  SIDE,
  shiftOf,
  shiftTo,
  startState,
} from "../../lib/explorers/pooling/state.js";
import { announcement, changeSentence, finding, shiftWords } from "../../lib/explorers/pooling/words.js";

const pattern = [
  [1, 4, 2],
  [3, 9, 6],
  [8, 5, 7],
];
const patterns = [
  { name: "one cell", map: [[9]] },
  { name: "whole", map: pattern },
];
const one = startState({ patterns, kind: "largest", size: 2, stride: 2, title: "" });
const whole = { ...one, chosen: 1 };
const count = (text: string, part: string) => text.split(part).length - 1;
const changes = (state: typeof one) => changedOf(state).flat().filter(Boolean).length;

describe("the state of the pooling explorer", () => {
  it("begins unmoved, in the left column and upper row of a window", () => {
    expect(shiftOf(one)).toEqual([0, 0]);
    expect(homeOf(one)).toEqual([4, 4]);
    expect(inputOf(one)[4]).toEqual([0, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
    expect(outputOf(one)[2]).toEqual([0, 0, 9, 0, 0]);
    expect(changes(one)).toBe(0);
  });

  it("does not change while the one cell stays in its window, and in two outputs when it leaves it", () => {
    expect([1, 2, -1].map((across) => changes(shiftTo(one, 0, across)))).toEqual([0, 2, 2]);
    expect(changes(shiftTo(one, 1, 1))).toBe(0);
    expect(changesByPlace(one)).toEqual([2, 2, 2, 0, 0, 2, 2]);
  });

  it("keeps within reach, whatever is asked", () => {
    expect(shiftOf(shiftTo(one, -50, 50))).toEqual([-FAR, FAR]);
    expect(shiftOf(moveTo(one, 99))).toEqual([0, FAR]);
    expect(shiftOf(moveTo(one, -1))).toEqual([0, -FAR]);
    expect(placeCount()).toBe(2 * FAR + 1);
  });

  it("computes what the library computes", () => {
    const places = [fc.integer({ min: -FAR, max: FAR }), fc.integer({ min: -FAR, max: FAR })] as const;
    const sizes = [fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 3 })] as const;
    fc.assert(
      fc.property(...places, ...sizes, (down, across, size, stride) => {
        const state = shiftTo({ ...whole, size, stride }, down, across);
        const input = inputOf(state);
        expect(outputOf(state).flat()).toEqual(toList(maxPool2d(input, { size, stride })));
        expect(outputOf({ ...state, kind: "mean" }).flat()).toEqual(toList(averagePool2d(input, { size, stride })));
        const kept = outputOf({ ...state, kind: "keep one" });
        kept.forEach((row, r) => {
          row.forEach((value, c) => {
            expect(value).toBe(input[r * stride][c * stride]);
          });
        });
      }),
    );
  });

  it.each<Kind>(["largest", "mean", "keep one"])("moves the output along by whole strides: %s", (kind) => {
    expect(movedAlong(shiftTo({ ...whole, kind }, 0, 2))).toEqual([0, 1]);
    expect(movedAlong(shiftTo({ ...whole, kind }, -2, 2))).toEqual([-1, 1]);
    expect(movedAlong(shiftTo({ ...whole, kind }, 0, 1))).toBeUndefined();
    expect(movedAlong({ ...whole, kind })).toBeUndefined();
  });

  it("knows which cells come out, the first of equals, and none for means", () => {
    expect(chosenCells(one)).toHaveLength(25);
    expect(chosenCells(one)[12]).toEqual([4, 4]);
    expect(chosenCells(shiftTo(one, 1, 1))[12]).toEqual([5, 5]);
    expect(chosenCells({ ...one, kind: "keep one", stride: 3 })[4]).toEqual([3, 3]);
    expect(chosenCells({ ...one, kind: "mean" })).toEqual([]);
  });
});

describe("its words", () => {
  it("say where the pattern is and what that changes", () => {
    expect(shiftWords(one)).toBe("not moved");
    expect(shiftWords(shiftTo(one, -1, 2))).toBe("2 columns right, 1 row up");
    expect(changeSentence(one)).toBe("25 outputs. Move the pattern to see which change.");
    expect(changeSentence(shiftTo(one, 0, 1))).toBe(
      "0 of 25 outputs differ from before the move. The output stays as it was.",
    );
    expect(changeSentence(shiftTo(one, 2, -2))).toBe(
      "2 of 25 outputs differ from before the move. It is the first output, moved along by 1 column and 1 row.",
    );
    expect(announcement(shiftTo(one, 0, 1))).toContain(
      "Pattern 1 column right. Output 0 0 0 0 0 / 0 0 0 0 0 / 0 0 9 0 0",
    );
    expect(finding({ ...one, kind: "mean" })).toContain("Average pooling, size 2, stride 2: the output is 0 0 0 0 0");
  });
});

describe("its picture", () => {
  it("draws each cell, each window, each number and the marks", () => {
    const { content } = drawScene(shiftTo(whole, 0, 1), 700);
    expect(count(content, "cw-in")).toBe(SIDE * SIDE);
    expect(count(content, "cw-pool-window")).toBe(25);
    expect(count(content, "cw-value")).toBe(25);
    expect(count(content, "≠")).toBe(changes(shiftTo(whole, 0, 1)));
    expect(count(content, "cw-pool-count")).toBe(placeCount());
    expect(content).not.toContain("NaN");
  });

  it.each([260, 420, 780])("keeps every panel inside at %i pixels", (room) => {
    for (const state of [one, { ...whole, stride: 1 }, { ...whole, size: 3, stride: 3 }]) {
      const { input, output, bars, cell, width, height } = layOut(state, room);
      for (const panel of [input, output]) {
        expect(panel.x + panel.columns * cell).toBeLessThanOrEqual(width);
        expect(panel.y + panel.rows * cell).toBeLessThan(bars.y);
      }
      expect(bars.y).toBeLessThan(height);
      expect(bars.x + placeCount() * bars.column).toBeLessThanOrEqual(width);
      expect(cell).toBeGreaterThanOrEqual(24);
    }
  });

  it("finds the bar under a point", () => {
    const layout = layOut(one, 700);
    const { x, y, column } = layout.bars;
    expect(barAt(layout, x + 2.5 * column, y - 5)).toBe(2);
    expect(barAt(layout, x + 2.5 * column, y - 200)).toBeUndefined();
    expect(barAt(layout, x + 20 * column, y - 5)).toBeUndefined();
  });
});
