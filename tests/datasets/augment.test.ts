import { toList, toNdarray, toNested } from "cnn-workbook/arrays";
import { augment, syntheticDigits } from "cnn-workbook/datasets";
import { gaussianFilter } from "cnn-workbook/filters";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const { images } = syntheticDigits({ count: 200, seed: 3 });
const SIZE = 28 * 28;
const picture = ({ data }: { data: Uint8Array | Float64Array }, i: number) => [
  ...data.subarray(i * SIZE, (i + 1) * SIZE),
];
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Where a picture's ink lies on average: row, column. */
function centre(values: number[]): [number, number] {
  const moment = (place: (i: number) => number) => sum(values.map((value, i) => value * place(i))) / sum(values);
  return [moment((i) => Math.floor(i / 28)), moment((i) => i % 28)];
}

/** A soft dot in the middle, 200 times. */
const dots = ndarray(
  Float64Array.from({ length: 200 * SIZE }, (_, i) => gaussian(i % SIZE)),
  [200, 28, 28, 1],
);

const EVERYTHING = { flip: "both", rotation: 10, zoom: 0.1, translation: 0.1, blur: 1, brightness: 0.2 } as const;

describe("augment(images, options)", () => {
  it("without any change gives a copy", () => {
    const out = augment(images, {});
    expect(toList(out)).toEqual(toList(images));
    expect(out.shape).toEqual(images.shape);
  });

  it("turns one picture in two over", () => {
    const out = augment(
      [...Array(400)].map(() => [[[1], [2], [3]]]),
      { flip: "horizontal", seed: 1 },
    );
    const rows = Array.from({ length: 400 }, (_, i) => [...out.data.subarray(3 * i, 3 * i + 3)].join());
    expect(new Set(rows)).toEqual(new Set(["1,2,3", "3,2,1"]));
    const turned = rows.filter((row) => row === "3,2,1").length;
    expect(turned).toBeGreaterThan(150);
    expect(turned).toBeLessThan(250);
  });

  it("turns over top and bottom where that is asked for, and both", () => {
    const square = [
      [1, 2],
      [3, 4],
    ];
    const seen = (flip: "vertical" | "both") =>
      new Set(Array.from({ length: 60 }, (_, seed) => JSON.stringify(toNested(augment(square, { flip, seed })))));
    expect(seen("vertical")).toEqual(new Set(["[[1,2],[3,4]]", "[[3,4],[1,2]]"]));
    expect(seen("both")).toEqual(new Set(["[[1,2],[3,4]]", "[[3,4],[1,2]]", "[[2,1],[4,3]]", "[[4,3],[2,1]]"]));
  });

  it("shifts by at most the given share of the side, in all directions", () => {
    const out = augment(dots, { translation: [0.1, 0], boundary: "constant" });
    const moves = Array.from({ length: 200 }, (_, i) => {
      const [row, column] = centre(picture(out, i));
      return [row - 13.5, column - 13.5];
    });
    expect(Math.max(...moves.map(([down]) => Math.abs(down)))).toBeLessThanOrEqual(2.81);
    expect(Math.max(...moves.map(([down]) => down))).toBeGreaterThan(2.2);
    expect(Math.min(...moves.map(([down]) => down))).toBeLessThan(-2.2);
    expect(Math.max(...moves.map(([, across]) => Math.abs(across)))).toBeLessThan(1e-6);
  });

  it("makes pictures larger and smaller by at most the given share", () => {
    const dot = ndarray(
      Float64Array.from({ length: 200 * SIZE }, (_, i) => gaussian(i % SIZE)),
      [200, 28, 28, 1],
    );
    const out = augment(dot, { zoom: 0.3 });
    const scales = Array.from({ length: 200 }, (_, i) => Math.sqrt(sum(picture(out, i)) / sum(picture(dots, i))));
    expect(Math.max(...scales)).toBeLessThan(1.31);
    expect(Math.max(...scales)).toBeGreaterThan(1.25);
    expect(Math.min(...scales)).toBeGreaterThan(0.69);
    expect(Math.min(...scales)).toBeLessThan(0.75);
  });

  it("turns about the middle, by at most the given angle", () => {
    const mark = [...Array(28)].map((_, y) => [...Array(28)].map((_, x) => gaussian((y + 6) * 28 + x)));
    const batch = [...Array(100)].map(() => mark.map((row) => row.map((value) => [value])));
    const out = augment(batch, { rotation: 30, boundary: "constant" });
    const angles = Array.from({ length: 100 }, (_, i) => {
      const [row, column] = centre(picture(out, i));
      return (Math.atan2(column - 13.5, 13.5 - row) * 180) / Math.PI;
    });
    expect(Math.max(...angles.map(Math.abs))).toBeLessThan(30.5);
    expect(Math.max(...angles)).toBeGreaterThan(25);
    expect(Math.min(...angles)).toBeLessThan(-25);
  });

  it("cuts out a piece, from every place", () => {
    const numbered = [...Array(4)].map((_, y) => [...Array(5)].map((_, x) => 10 * y + x));
    const corners = new Set(
      Array.from({ length: 200 }, (_, seed) => {
        const out = augment(numbered, { crop: [2, 3], seed });
        const first = out.get(0, 0);
        const whole = [0, 1, 2, 10, 11, 12].map((step) => first + step);
        expect(toList(out)).toEqual(whole);
        return first;
      }),
    );
    expect([...corners].sort((a, b) => a - b)).toEqual([0, 1, 2, 10, 11, 12, 20, 21, 22]);
    expect(augment(images, { crop: 24 }).shape).toEqual([200, 24, 24, 1]);
  });

  it("blurs by at most the given deviation", () => {
    const sharp = ndarray(Float64Array.from(picture(images, 0)), [28, 28]);
    const energy = (image: { data: ArrayLike<number> }) => sum(Array.from(image.data, (value) => value * value));
    const least = energy(gaussianFilter(sharp, { sigma: 2 }));
    const energies = Array.from({ length: 50 }, (_, seed) => energy(augment(sharp, { blur: 2, seed })));
    for (const one of energies) {
      expect(one).toBeGreaterThanOrEqual(least);
      expect(one).toBeLessThanOrEqual(energy(sharp));
    }
    expect(Math.min(...energies)).toBeLessThan(0.5 * (least + energy(sharp)));
  });

  it("makes brighter or darker, from 0 to 255", () => {
    const out = augment(
      [...Array(100)].map(() => [[[0], [100], [250]]]),
      { brightness: 0.2 },
    );
    const middle = Array.from({ length: 100 }, (_, i) => out.get(i, 0, 1, 0));
    expect(Math.min(...middle)).toBeGreaterThanOrEqual(49);
    expect(Math.max(...middle)).toBeLessThanOrEqual(151);
    expect(Math.max(...middle) - Math.min(...middle)).toBeGreaterThan(80);
    expect(out.data.reduce((a, b) => Math.min(a, b))).toBe(0);
    expect(out.data.reduce((a, b) => Math.max(a, b))).toBe(255);
  });

  it("gives the same for the same seed, others for another, and a longer batch begins like a shorter one", () => {
    const few = ndarray(images.data.slice(0, 20 * SIZE), [20, 28, 28, 1]);
    const out = augment(few, { ...EVERYTHING, seed: 5 });
    expect(augment(few, { ...EVERYTHING, seed: 5 }).data).toEqual(out.data);
    expect(augment(few, { ...EVERYTHING, seed: 6 }).data).not.toEqual(out.data);
    expect(augment(images, { ...EVERYTHING, seed: 5 }).data.slice(0, out.size)).toEqual(out.data);
  });

  it("keeps the rank and the input", () => {
    const colours = toNdarray([[[1, 2, 3], [4, 5, 6]]], "colours"); // biome-ignore format: a picture of 1 × 2
    const before = [...colours.data];
    expect(augment(colours, EVERYTHING).shape).toEqual([1, 2, 3]);
    expect(augment([[1, 2, 3]], EVERYTHING).shape).toEqual([1, 3]);
    expect([...colours.data]).toEqual(before);
  });

  it("reads transposed views", () => {
    const image = ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    expect(toNested(augment(image.transpose(1, 0), {}))).toEqual([[1, 4], [2, 5], [3, 6]]); // biome-ignore format: short
  });

  it.each([
    [{ flip: "left" }, '`flip` must be one of "horizontal", "vertical", "both", got "left"'],
    [{ rotation: 200 }, "`rotation` must be a finite number of at least 0 and at most 180, got 200"],
    [{ zoom: 1 }, "`zoom` must be less than 1, got 1"],
    [{ zoom: -0.1 }, "`zoom` must be a finite number of at least 0, got -0.1"],
    [{ translation: [0.1, 2] }, "`translation[1]` must be a finite number of at least 0 and at most 1, got 2"],
    [{ translation: [0.1] }, "`translation` must be a number or two, got an array of 1"],
    [{ crop: [2, 40] }, "`crop` [2, 40] is larger than the picture [28, 28]"],
    [{ crop: 2.5 }, "`crop` must be a whole number of at least 1, got 2.5"],
    [{ blur: -1 }, "`blur` must be a finite number of at least 0, got -1"],
    [{ brightness: 2 }, "`brightness` must be a finite number of at least 0 and at most 1, got 2"],
    [{ boundary: "edge" }, "`boundary` must be one of"],
    [{ seed: 1.5 }, "`seed` must be a whole number"],
    [{ rotate: 5 }, "`rotate` is no option of augment; it has `flip`, `rotation`"],
  ])("of %j says what is wrong", (options, message) => {
    expect(() => augment(images, options as object)).toThrow(message);
  });
});

/** A soft dot in the middle of a picture. */
function gaussian(i: number): number {
  return 200 * Math.exp(-((Math.floor(i / 28) - 13.5) ** 2 + ((i % 28) - 13.5) ** 2) / 8);
}
