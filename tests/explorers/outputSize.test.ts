import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toList } from "../../lib/arrays/index.js";
import { withChosen, withLayers, withNumber, withSame, withView } from "../../lib/explorers/outputSize/changes.js";
import { receptiveField, seenRows } from "../../lib/explorers/outputSize/field.js";
import { drawScene } from "../../lib/explorers/outputSize/scene.js";
import {
  type LayerSettings,
  moveTo,
  type OutputSizeState,
  outputCount,
  startState,
  steps,
} from "../../lib/explorers/outputSize/state.js";
import {
  announcement,
  fieldSentence,
  fieldSum,
  finding,
  fitSentence,
  formula,
  unbuilt,
} from "../../lib/explorers/outputSize/words.js";
import { conv2d } from "../../lib/layers/index.js";

const layer = (kernel: number, stride = 1, padding: number | "same" = 0, dilation = 1): LayerSettings => ({
  kernel,
  stride,
  padding,
  dilation,
});
const state = (input: number, ...layers: LayerSettings[]) => startState({ input, layers, view: "windows", title: "" });
/** Slides 4: 7 cells, a filter of 3. */
const slides = (stride: number, padding = 0) => state(7, layer(3, stride, padding));
const stack = withView(state(16, layer(3), layer(2, 2), layer(3)), "field");

const layers = fc.record({
  kernel: fc.integer({ min: 1, max: 5 }),
  stride: fc.integer({ min: 1, max: 3 }),
  padding: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant("same" as const)),
  dilation: fc.integer({ min: 1, max: 3 }),
});
const states: fc.Arbitrary<OutputSizeState> = fc
  .record({
    input: fc.integer({ min: 1, max: 20 }),
    layers: fc.array(layers, { minLength: 1, maxLength: 4 }),
    view: fc.constantFrom("windows" as const, "field" as const),
    chosen: fc.integer({ min: 0, max: 3 }),
    at: fc.integer({ min: 0, max: 25 }),
  })
  .map((made) => moveTo({ ...made, chosen: Math.min(made.chosen, made.layers.length - 1) }, made.at));

describe("the sizes of the explorer", () => {
  it("are those of the slides: 5, 3, 2.33, and 7 with padding", () => {
    const found = [slides(1), slides(2), slides(3), slides(1, 1)].map((one) => steps(one)[0]);
    expect(found.map(({ count }) => count)).toEqual([5, 3, 2, 7]);
    expect(found.map(({ leftOver }) => leftOver)).toEqual([0, 0, 1, 0]);
    expect(found[2].exact).toBeCloseTo(7 / 3, 12);
  });

  it("go on from layer to layer, and end where nothing fits", () => {
    const tenTimes = state(32, ...Array.from({ length: 10 }, () => layer(5)));
    expect(steps(tenTimes).map(({ count }) => count)).toEqual([28, 24, 20, 16, 12, 8, 4, 0]);
    expect(unbuilt(tenTimes)).toBe("Layer 8 cannot be built: 4 cells are too few for it.");
  });

  it("put the odd zero of “same” at the end", () => {
    expect(steps(state(8, layer(3, 2, "same")))[0]).toMatchObject({ count: 4, before: 0, after: 1 });
  });

  it("are those of conv2d", () => {
    fc.assert(
      fc.property(states, ({ input, layers: [one] }) => {
        const [step] = steps(state(input, one));
        fc.pre(step.count > 0);
        const weights = [Array.from({ length: one.kernel }, () => [[1]])];
        const row = [new Array(input).fill(0)];
        const padding = { top: 0, bottom: 0, left: step.before, right: step.after };
        const options = { stride: [1, one.stride], dilation: [1, one.dilation], padding } as const;
        expect(conv2d(row, weights, options).shape).toEqual([1, step.count]);
      }),
    );
  });
});

describe("what an output sees", () => {
  it("is 5 for two layers of 3, and 8 with a pooling between", () => {
    expect(receptiveField(steps(state(9, layer(3), layer(3))))).toEqual({ size: 5, jump: 1 });
    expect(receptiveField(steps(stack))).toEqual({ size: 8, jump: 2 });
    expect(seenRows(moveTo(stack, 1))).toEqual([[2, 3, 4, 5, 6, 7, 8, 9], [2, 3, 4, 5, 6, 7], [1, 2, 3], [1]]);
  });

  it("has gaps with dilation, and nothing behind padding", () => {
    expect(seenRows(withView(state(9, layer(3, 1, 0, 3)), "field"))[0]).toEqual([0, 3, 6]);
    expect(seenRows(withView(state(9, layer(3, 1, 1), layer(3, 1, 1)), "field"))[0]).toEqual([-1, 0, 1, 2]);
  });

  it("are the input cells that change it, and no others", () => {
    fc.assert(
      fc.property(states, (given) => {
        const one = moveTo({ ...given, view: "field" }, given.at);
        fc.pre(steps(one)[0].count > 0);
        const seen = new Set(seenRows(one)[0]);
        for (let cell = 0; cell < one.input; cell++) expect(changes(one, cell)).toBe(seen.has(cell));
      }),
    );
  });

  it("reaches as far as the formula says, where no padding is in the way", () => {
    fc.assert(
      fc.property(states, (given) => {
        const bare = given.layers.map((one) => ({ ...one, padding: 0 }));
        const one = moveTo({ ...given, layers: bare, view: "field" }, given.at);
        const built = steps(one).filter(({ count }) => count > 0);
        fc.pre(built.length > 0);
        const seen = seenRows(one)[0];
        expect(seen[seen.length - 1] - seen[0] + 1).toBe(receptiveField(built).size);
      }),
    );
  });
});

/** Whether a 1 in this input cell reaches the output pointed at, by conv2d with weights of 1. */
function changes(one: OutputSizeState, cell: number): boolean {
  let row: number[][] = [Array.from({ length: one.input }, (_, i) => (i === cell ? 1 : 0))];
  for (const { layer: made, before, after } of steps(one).filter(({ count }) => count > 0)) {
    const weights = [Array.from({ length: made.kernel }, () => [[1]])];
    const padding = { top: 0, bottom: 0, left: before, right: after };
    row = [toList(conv2d(row, weights, { stride: [1, made.stride], dilation: [1, made.dilation], padding }))];
  }
  return row[0][one.at] > 0;
}

describe("changing the numbers", () => {
  it("changes the chosen layer only, and keeps the place within the outputs", () => {
    const second = withNumber(withChosen(state(16, layer(3), layer(3)), 1), "stride", 2);
    expect(second.layers.map(({ stride }) => stride)).toEqual([1, 2]);
    expect(withNumber(moveTo(state(16, layer(3)), 99), "input", 5).at).toBe(2);
  });

  it("adds layers like the last one, up to five, and takes them away down to one", () => {
    const five = [2, 3, 4, 5, 6].reduce((one, count) => withLayers(one, count), state(30, layer(5, 2)));
    expect(five.layers).toHaveLength(5);
    expect(five.layers[4]).toEqual(layer(5, 2));
    expect(five.chosen).toBe(4);
    expect(withLayers(five, 1)).toMatchObject({ chosen: 0, layers: [layer(5, 2)] });
    expect(withLayers(five, 0).layers).toHaveLength(1);
  });

  it("switches “same” on and off", () => {
    const same = withSame(slides(2, 1), true);
    expect(same.layers[0].padding).toBe("same");
    expect(withSame(same, false).layers[0].padding).toBe(0);
  });
});

describe("the words of the explorer", () => {
  const words = (one: OutputSizeState) => [formula(steps(one)[0]), fitSentence(steps(one)[0])];

  it("fill in the formula", () => {
    expect(words(slides(2))).toEqual([
      "(7 − 3 + 2 × 0) / 2 + 1 = 3",
      "3 windows, and the last one ends at the last cell: it fits.",
    ]);
    expect(words(slides(3))).toEqual([
      "(7 − 3 + 2 × 0) / 3 + 1 = 2.33, rounded down 2",
      "2 windows; 1 cell at the end is in none of them. The formula gives no whole number, and frameworks round down.",
    ]);
  });

  it("say what padding, dilation and “same” do", () => {
    expect(words(state(9, layer(3, 1, 0, 2)))[0]).toBe("reach 2 × (3 − 1) + 1 = 5;  (9 − 5 + 2 × 0) / 1 + 1 = 5");
    expect(words(state(8, layer(3, 2, "same")))[0]).toBe("same: 8 / 2, rounded up = 4  (1 zero, 0 before and 1 after)");
    expect(words(state(12, layer(3, 2, 1)))[1]).toContain("6 windows; 1 zero at the end is in none of them");
    expect(words(state(2, layer(5, 1, 1)))[1]).toBe(
      "Nothing fits: a window that reaches over 5 cells finds no place on 4 cells, zeros included.",
    );
  });

  it("add up the receptive field", () => {
    expect(fieldSum(stack)).toBe("1 + 2 × 1 + 1 × 1 + 2 × 2 = 8");
    expect(fieldSentence(stack)).toBe("Output 0 of layer 3 sees input cells 0 to 7.");
    expect(fieldSentence(withView(slides(1, 1), "field"))).toBe(
      "Output 0 of layer 1 sees input cells −1 to 1 (1 of them padding).",
    );
    expect(fieldSentence(withView(state(2, layer(3)), "field"))).toContain("no output to look at");
    const beside = withView(state(5, layer(2, 1, 3)), "field");
    expect(fieldSentence(beside)).toBe("Output 0 of layer 1 sees padding only.");
  });

  it("tell a screen reader, and state the finding", () => {
    expect(announcement(moveTo(slides(2), 1))).toMatch(/^Window 1 covers cells 2 to 4\. \(7 − 3/);
    expect(finding(stack)).toBe(
      "16 cells go in; after each layer there are 14, 7, 5. Output 0 of layer 3 sees input cells 0 to 7.",
    );
  });
});

describe("drawScene(state, width)", () => {
  const count = (text: string, part: string) => text.split(part).length - 1;

  it("draws a bar for each window and crosses out what is in none", () => {
    const { content } = drawScene(slides(3), 700);
    expect(count(content, "cw-weight")).toBe(2 * 3);
    expect(count(content, "cw-strike")).toBe(1);
  });

  it("has its words beside the line from a window, in a narrow picture below it", () => {
    for (const room of [300, 700]) {
      const { content } = drawScene(moveTo(slides(1), 0), room);
      const end = Number(/class="cw-arrow" d="M[\d.]+ [\d.]+V([\d.]+)"/.exec(content)?.[1]);
      const words = Number(/class="cw-name cw-output"[^>]*? y="([\d.]+)"/.exec(content)?.[1]);
      expect(words).toBeGreaterThan(end);
    }
  });

  it("finds the output under a point", () => {
    const scene = drawScene(stack, 700);
    expect(scene.outputAt(0, scene.height - 5)).toBe(0);
    expect(scene.outputAt(699, scene.height - 5)).toBe(outputCount(stack) - 1);
    expect(scene.outputAt(300, 5)).toBeUndefined();
  });

  it("has no number that is none, whatever the state and the room", () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 280, max: 780 }), (one, room) => {
        const { content, width, height } = drawScene(one, room);
        expect(content).not.toMatch(/NaN|Infinity|undefined/);
        expect(width).toBeGreaterThanOrEqual(room);
        expect(height).toBeGreaterThan(0);
        for (const words of [announcement(one), finding(one)]) expect(words).not.toMatch(/NaN|undefined/);
      }),
    );
  });
});
