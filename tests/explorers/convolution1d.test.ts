import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toList } from "../../lib/arrays/index.js";
import {
  type ConvolutionState,
  modeSpan,
  moveTo,
  outputCount,
  outputs,
  positionOf,
  startState,
  terms,
  withKernel,
} from "../../lib/explorers/convolution1d/state.js";
import {
  announcement,
  equation,
  finding,
  flipSentence,
  regionSentence,
} from "../../lib/explorers/convolution1d/words.js";
import { correlate1d } from "../../lib/signals/index.js";

/** The box and the triangle of the slides, n from −3 to 3. */
const slides = startState({
  signal: [1, 2, 3, 2, 1],
  kernel: [1, 1, 1],
  flip: false,
  first: -2,
  basic: false,
  title: "",
});
const lopsided: ConvolutionState = { ...slides, kernel: [3, 2, 1] };

const states = fc
  .record({
    signal: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 12 }),
    kernel: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 7 }),
    flip: fc.boolean(),
    basic: fc.boolean(),
    first: fc.integer({ min: -5, max: 5 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ share, ...rest }) => moveTo({ ...rest, at: 0 }, share * (outputCount({ ...rest, at: 0 }) - 1)));

describe("the state of the convolution explorer", () => {
  it("slides the box over the triangle from n = −3 to 3", () => {
    expect(outputs(slides)).toEqual([1, 3, 6, 7, 6, 3, 1]);
    expect([positionOf(slides, 0), positionOf(slides, 6)]).toEqual([-3, 3]);
  });

  it("starts with only the last weight over the signal", () => {
    expect(terms(slides).map(({ inside }) => inside)).toEqual([false, false, true]);
    expect(terms(slides).map(({ product }) => product)).toEqual([0, 0, 1]);
  });

  it("turns the kernel round for convolution", () => {
    const at = moveTo({ ...lopsided, flip: true }, 3);
    expect(terms(at).map(({ weight }) => weight)).toEqual([1, 2, 3]);
    expect(outputs({ ...lopsided, flip: true })[0]).toBe(3);
    expect(outputs(lopsided)[0]).toBe(1);
  });

  it("marks what each mode keeps, as the library does", () => {
    expect(modeSpan(slides, "valid")).toEqual([2, 4]);
    expect(modeSpan(slides, "same")).toEqual([1, 5]);
    expect(modeSpan(slides, "full")).toEqual([0, 6]);
    expect(modeSpan({ ...slides, signal: [1, 2] }, "valid")).toBeUndefined();
  });

  it("adds up to what correlate1d and convolve1d give, at every position", () => {
    fc.assert(
      fc.property(states, (state) => {
        const sum = terms(state).reduce((total, { product }) => total + product, 0);
        expect(sum).toBeCloseTo(outputs(state)[state.at], 9);
      }),
    );
  });

  it("keeps in mode same what the library keeps, also for even kernels", () => {
    fc.assert(
      fc.property(states, (given) => {
        const state = { ...given, flip: false };
        const [from, to] = modeSpan(state, "same") as [number, number];
        const same = toList(correlate1d([...state.signal], [...state.kernel], { mode: "same" }));
        expect(outputs(state).slice(from, to + 1)).toEqual(same);
        expect(positionOf(state, from)).toBe(state.first);
      }),
    );
  });

  it("stays within the first and last output", () => {
    expect(moveTo(slides, -5).at).toBe(0);
    expect(moveTo(slides, 99).at).toBe(6);
  });

  it("stays at the same n when the kernel changes", () => {
    const wider = withKernel(moveTo(slides, 3), [1, 1, 1, 1, 1]);
    expect(positionOf(wider, wider.at)).toBe(0);
  });
});

describe("the words of the convolution explorer", () => {
  it("writes the sum out", () => {
    expect(equation(moveTo(slides, 2))).toBe("1×1 + 2×1 + 3×1 = 6");
    expect(equation(moveTo({ ...slides, kernel: [1, 0, -1] }, 2))).toBe("1×1 + 2×0 + 3×(−1) = −2");
    expect(equation({ ...slides, kernel: [1 / 3], at: 1 })).toBe("2×0.333 = 0.667");
  });

  it("says it aloud, without what lies beside the signal", () => {
    expect(announcement(slides)).toBe("n = −3: 1 times 1 is 1.");
  });

  it("says which modes keep an output", () => {
    expect(regionSentence(slides)).toBe("2 weights lie beside the signal, over zeros: kept by full only.");
    expect(regionSentence(moveTo(slides, 1))).toContain(
      "1 weight lies beside the signal, over zeros: kept by same and full",
    );
    expect(regionSentence(moveTo(slides, 3))).toContain("kept by valid, same and full");
  });

  it("names what turning does, and where it makes no difference", () => {
    expect(flipSentence(slides)).toMatch(/^Correlation: .* the same both ways/);
    expect(flipSentence({ ...lopsided, flip: true })).toBe("Convolution: it is turned round before it slides.");
  });

  it("states the finding", () => {
    expect(finding(slides)).toContain("the sums are 1, 3, 6, 7, 6, 3, 1");
  });
});
