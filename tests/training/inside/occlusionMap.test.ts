import { occlusionMap } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";
import { leftBehind, twoPixels } from "./models.js";

const plane = [[1, 5, 5], [5, 5, 1]]; // biome-ignore format: a picture
const whole = Math.exp(2) / (Math.exp(2) + Math.exp(-3));
const withoutFirst = 1 / (1 + Math.exp(-3));
const withoutLast = Math.exp(2) / (Math.exp(2) + 1);

async function map(options: Parameters<typeof occlusionMap>[2]): Promise<number[]> {
  return [...(await occlusionMap(twoPixels(), plane, options)).data];
}

function expectClose(got: number[], wanted: number[]): void {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i], 5);
  });
}

describe("occlusionMap(model, image, options)", () => {
  it("falls where the class was seen, as by hand", async () => {
    expectClose(await map({ size: 1, classIndex: 0 }), [withoutFirst, whole, whole, whole, whole, withoutLast]);
  });

  it("hides a square around each place, cut at the border", async () => {
    const [first, last, both] = [withoutFirst, withoutLast, 0.5];
    // A square of three hides the first pixel from the left four places, the last from the right four.
    expectClose(await map({ size: 3, classIndex: 0 }), [first, both, last, first, both, last]);
    // A square of two reaches up and to the left.
    expectClose(await map({ size: 2, classIndex: 0 }), [first, first, whole, first, first, last]);
  });

  it("goes in steps, fills with what is asked for, and is of the most probable class where none is named", async () => {
    expectClose(await map({ size: 1, stride: 2 }), [withoutFirst, whole]);
    const brighter = Math.exp(4) / (Math.exp(4) + Math.exp(-3));
    expectClose(await map({ size: 1, stride: 2, fillValue: 2 }), [brighter, whole]);
  });

  it("works with one sigmoid", async () => {
    const sigmoid = async (classIndex: number) =>
      [...(await occlusionMap(twoPixels(1), plane, { size: 1, classIndex })).data].at(-1);
    expect(await sigmoid(0)).toBeCloseTo(0.5, 6);
    expect(await sigmoid(1)).toBeCloseTo(0.5, 6);
  });

  it("leaves no tensors behind", async () => {
    const model = twoPixels();
    expect(await leftBehind(() => occlusionMap(model, plane, { size: 2 }))).toBe(0);
  });

  it.each([
    [{ size: 0 }, "`size` must be a whole number of at least 1, got 0"],
    [{ size: 1, stride: 0 }, "`stride` must be a whole number of at least 1, got 0"],
    [{ size: 1, fillValue: Number.NaN }, "`fillValue` must be a finite number, got NaN"],
    [{ size: 1, classIndex: 5 }, "`classIndex` must be a whole number from 0 to 1, got 5"],
    [{ side: 1 } as never, "`side` is no option of occlusionMap"],
    [undefined as never, "`size` must be a whole number of at least 1, got undefined"],
  ])("of %j says what is wrong", async (options, message) => {
    await expect(map(options)).rejects.toThrow(message);
  });
});
