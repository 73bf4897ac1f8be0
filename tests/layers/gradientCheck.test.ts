import { inspect } from "node:util";
import {
  dense,
  denseBackward,
  gradientCheck,
  maxPool2d,
  maxPool2dBackward,
  relu,
  reluBackward,
} from "cnn-workbook/layers";
import type ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const square = ({ x }: { x: { get(i: number): number } }) => x.get(0) ** 2;

describe("gradientCheck(f, inputs, gradients)", () => {
  it("finds that x² has the slope 6 at 3", () => {
    const check = gradientCheck(square, { x: [3] }, { x: [6] });
    expect(check).toMatchObject({ status: "agrees", kinks: 0, worst: { name: "x", index: [0], computed: 6 } });
    expect(check.worst?.numerical).toBeCloseTo(6, 8);
  });

  it("finds the worst place, and its relative error: one hundredth of the largest slope", () => {
    const f = ({ a, b }: Record<"a" | "b", ReturnType<typeof ndarray>>) =>
      5 * a.get(0) + b.get(0, 1) * 2 + b.get(1, 0) * 10;
    const inputs = { a: [1], b: [[1, 1], [1, 1]] }; // biome-ignore format: a matrix
    const check = gradientCheck(f, inputs, { a: [5], b: [[0, 2.1], [10, 0]] }); // biome-ignore format: a matrix
    expect(check.status).toBe("differs");
    expect(check.relativeErrors.a).toBeLessThan(1e-9);
    expect(check.relativeErrors.b).toBeCloseTo(0.01, 6);
    expect(check.worst).toMatchObject({ name: "b", index: [0, 1], computed: 2.1 });
    expect(check.worst?.numerical).toBeCloseTo(2, 6);
  });

  it("sees an error just above the tolerance, and lets one just below pass", () => {
    const off = (share: number) => gradientCheck(square, { x: [3] }, { x: [6 * (1 + share)] }).status;
    expect(off(1.1e-6)).toBe("differs");
    expect(off(0.9e-6)).toBe("agrees");
    expect(gradientCheck(square, { x: [3] }, { x: [6.05] }, { tolerance: 0.01 }).status).toBe("agrees");
  });

  it("takes an array with the gradient that comes back to it", () => {
    const [input, weights, gradient] = [[1, 2], [[3, 4], [5, 6]], [10, -1]]; // biome-ignore format: a matrix
    const f = (inputs: { input: unknown; weights: unknown }) =>
      dense(inputs.input as number[], inputs.weights as number[]);
    const right = denseBackward(gradient, input as number[], weights);
    expect(gradientCheck(f, { input, weights }, right, { gradient }).status).toBe("agrees");
    const untransposed = { ...right, input: dense(gradient, weights) };
    expect(gradientCheck(f, { input, weights }, untransposed, { gradient })).toMatchObject({
      status: "differs",
      worst: { name: "input" },
    });
  });

  it("is not led astray by rounding where the slope is 0", () => {
    const shifted = ({ x }: { x: ReturnType<typeof ndarray> }) =>
      1000 + Math.sin(x.get(0)) ** 2 + Math.cos(x.get(0)) ** 2;
    expect(gradientCheck(shifted, { x: [0.7] }, { x: [0] }).status).toBe("agrees");
    expect(gradientCheck(shifted, { x: [0.7] }, { x: [0.001] }).status).toBe("differs");
  });

  it("does not change the inputs", () => {
    const x = Float64Array.of(0.1, 0.2);
    gradientCheck(({ x }) => x.get(0) * x.get(1), { x }, { x: [0.2, 0.1] });
    expect([...x]).toEqual([0.1, 0.2]);
  });
});

describe("corners", () => {
  const reluCheck = (x: number[], gradients: number[]) =>
    gradientCheck(({ x }) => relu(x), { x }, { x: gradients }, { gradient: x.map(() => 5) });

  it("are left out and counted, where the gradient lies between the two slopes", () => {
    expect(reluCheck([0, 2], [0, 5])).toMatchObject({ status: "agrees", kinks: 1 });
    expect(reluCheck([0, 2], [2.5, 5])).toMatchObject({ status: "agrees", kinks: 1 });
    expect(reluCheck([0, 2], [-1, 5])).toMatchObject({ status: "differs", worst: { index: [0] } });
    expect(reluCheck([0, 2], [0, 4])).toMatchObject({ status: "differs", kinks: 1, worst: { index: [1] } });
  });

  it("leave it undecided where there is nothing else", () => {
    const check = reluCheck([0], reluBackward([5], [0]).data as unknown as number[]);
    expect(check).toMatchObject({ status: "undecided", kinks: 1, relativeErrors: {} });
    expect(check.worst).toBeUndefined();
  });

  it("beside a number, but not on it, are seen past", () => {
    expect(reluCheck([2e-6, -2e-6], [5, 0])).toMatchObject({ status: "agrees", kinks: 0 });
    expect(reluCheck([2e-6, -2e-6], [0, 0])).toMatchObject({ status: "differs", kinks: 0 });
  });

  it("of a window with two equal largest values are two", () => {
    const input = [[7, 1, 0], [7, 2, 3]]; // biome-ignore format: a matrix
    const size: [number, number] = [2, 3];
    const gradients = { input: maxPool2dBackward([[4]], input, { size }) };
    const check = gradientCheck(({ input }) => maxPool2d(input, { size }), { input }, gradients, { gradient: [[4]] });
    expect(check).toMatchObject({ status: "agrees", kinks: 2 });
  });
});

describe("the report", () => {
  it("says how each array compares, and where they are farthest apart", () => {
    const f = ({ input, bias }: Record<"input" | "bias", ReturnType<typeof ndarray>>) =>
      2 * input.get(0, 0) + 4 * bias.get(0);
    const right = gradientCheck(f, { input: [[1, 1]], bias: [1] }, { input: [[2, 0]], bias: [4] });
    expect(inspect(right)).toMatch(/^The gradients agree with the slopes, within a relative error of 0.000001.\n {2}input {2}\[1, 2\] {2}relative error .+\n {2}bias {3}\[1\] {5}relative error/); // biome-ignore format: one line
    const wrong = gradientCheck(f, { input: [[1, 1]], bias: [1] }, { input: [[2, 1]], bias: [4] });
    expect(inspect(wrong)).toContain(
      "The gradients differ from the slopes, by a relative error of more than 0.000001.",
    );
    expect(inspect(wrong)).toContain("Farthest apart at input[0][1]: gradient 1, slope 0.");
  });

  it("writes an error as it is read: 0, 0.1, 4e-7", () => {
    const f = ({ x }: { x: ReturnType<typeof ndarray> }) => 2 * x.get(0);
    const errorOf = (gradient: number) => inspect(gradientCheck(f, { x: [1] }, { x: [gradient] })).split("\n")[1];
    expect(errorOf(2)).toBe("  x  [1]  relative error 0");
    expect(errorOf(1.8)).toBe("  x  [1]  relative error 0.1");
    expect(errorOf(2 * (1 - 4e-7))).toBe("  x  [1]  relative error 4e-7");
  });

  it("tells of corners", () => {
    const check = gradientCheck(({ x }) => relu(x), { x: [0] }, { x: [0] }, { gradient: [1] });
    expect(inspect(check)).toBe(
      "Undecided: all entries of an array lie on corners. Try other inputs.\n" +
        "  x  [1]  not compared, 1 of its entries on corners, left out",
    );
  });
});

describe("what gradientCheck is given", () => {
  it("is named when it is wrong", () => {
    const one = { x: [1] };
    const check = (f: unknown, gradients: object, options?: object) => () =>
      gradientCheck(f as typeof square, one, gradients, options);
    expect(check(square, {})).toThrow("`gradients` has none for `x`");
    expect(check(square, { x: [[1]] })).toThrow("`gradients.x` must have the shape of `x`, [1], got [1, 1]");
    expect(check(() => Number.NaN, one)).toThrow("`f` must give a finite number, got NaN");
    expect(check(() => [1, 2], one)).toThrow("`f` gives an array [2]: pass its gradient as the option `gradient`");
    expect(check(() => [1, 2], one, { gradient: [1] })).toThrow(
      "`gradient` must have the shape of what `f` gives, [2], got [1]",
    );
    expect(check(square, one, { step: 0 })).toThrow("`step` must be a number greater than 0, got 0");
    expect(check(square, one, { tolerance: -1 })).toThrow("`tolerance` must be a number greater than 0, got -1");
    expect(check(square, one, { epsilon: 1 })).toThrow("`epsilon` is no option of gradientCheck");
  });
});
