import { toList, toNested } from "cnn-workbook/arrays";
import { matchTemplate } from "cnn-workbook/filters";
import { crop } from "cnn-workbook/images";
import { randomGenerator } from "cnn-workbook/signals";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

const random = randomGenerator(1);
const noise = Array.from({ length: 12 }, () => Array.from({ length: 15 }, () => random.uniform() * 255));

describe("matchTemplate(image, template)", () => {
  it("gives 1 for the template, -1 for its negative and 0 for a flat window", () => {
    expect(farthest(matchTemplate([[0, 0, 9, 0]], [[0, 5]]), [[0, 1, -1]])).toBeLessThan(1e-12);
  });

  it("finds where the template was cut out, however bright it is made", () => {
    const template = crop(noise, { top: 3, left: 8, height: 4, width: 5 });
    const brighter = template.data.map((value) => 20 + 0.3 * value);
    const response = matchTemplate(noise, ndarray(brighter, [4, 5]));
    expect(response.shape).toEqual([9, 11]);
    expect(response.get(3, 8)).toBeCloseTo(1, 12);
    expect(response.data.filter((value) => value > 0.95)).toHaveLength(1);
  });

  it("gives 0, and not a rounding error over another, for flat windows of any brightness", () => {
    const image = noise.map((row) => row.map((value, x) => (x < 8 ? 0.1 + 0.2 : value)));
    const response = matchTemplate(image, [[1, 2, 4], [3, 1, 1]]); // biome-ignore format: a matrix
    for (let y = 0; y < 11; y++) expect(toList(response.pick(y)).slice(0, 6)).toEqual(new Array(6).fill(0));
  });

  it("gives 0 everywhere for a flat template", () => {
    expect(toNested(matchTemplate([[1, 2, 3]], [[0.3, 0.3]]))).toEqual([[0, 0]]);
    expect(toNested(matchTemplate([[1, 2, 3]], [[8]]))).toEqual([[0, 0, 0]]);
  });

  it("changes neither input and reads views", () => {
    const image = ndarray(Float64Array.of(1, 5, 2, 8, 3, 9), [2, 3]);
    const before = image.data.slice();
    const turned = [[1, 8], [5, 3], [2, 9]]; // biome-ignore format: a matrix
    const template = [[1], [4]];
    expect(farthest(matchTemplate(image.transpose(1, 0), template), matchTemplate(turned, template))).toBe(0);
    expect(image.data).toEqual(before);
  });

  it("says what is wrong", () => {
    expect(() => matchTemplate([[1, 2]], [[1], [2]])).toThrow(
      "template [2, 1] is larger than the image [1, 2]; crop or resize it",
    );
    expect(() => matchTemplate([[[1, 2, 3]]], [[1]])).toThrow("use toGray(image)");
    expect(() => matchTemplate([[1]], [1])).toThrow("`template` must have 2 axes");
  });
});

describe("skimage.feature.match_template agrees", () => {
  it.each(golden<{ image: number[][]; template: number[][]; response: number[][] }>("templates"))(
    "$image.length rows, template of $template.length",
    ({ image, template, response }) => {
      expect(farthest(matchTemplate(image, template), response)).toBeLessThan(1e-9);
    },
  );
});
