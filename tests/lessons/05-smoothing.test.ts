import { boxFilter, boxKernel1d, gaussianKernel1d, toNdarray } from "cnn-workbook";
import { describe, expect, it } from "vitest";
import { addGrain, addSpecks, errorOf } from "../../lessons/05-smoothing/damage.js";
import { spokeContrast, starPicture, stripesLeft } from "../../lessons/05-smoothing/patterns.js";
import { errorParts, goal, rowsOf, ruins, scoreRestore } from "../../lessons/05-smoothing/restoring.js";

const wall = Array.from({ length: 100 }, () => new Array(120).fill(128));

describe("damage", () => {
  it("errorOf is the root of the mean squared difference", () => {
    expect(errorOf([[13, 20]], [[10, 24]])).toBeCloseTo(Math.sqrt((9 + 16) / 2), 12);
  });
  it("errorOf refuses pictures of different shapes", () => {
    expect(() => errorOf([[1, 2]], [[1], [2]])).toThrow("`image` must have the shape of `clean`, [2,1], got [1,2]");
  });
  it("addGrain pushes every pixel by about the deviation, within 0 to 255", () => {
    expect(errorOf(addGrain(wall, { deviation: 20 }), wall)).toBeCloseTo(20, 0);
    const dark = addGrain([new Array(500).fill(3)], { deviation: 50 });
    expect(Math.min(...dark.data)).toBe(0);
  });
  it("addSpecks makes the given share black or white and leaves the rest", () => {
    const { data } = addSpecks(wall, { share: 0.2 });
    const hit = data.filter((value) => value !== 128);
    expect(hit.length / data.length).toBeCloseTo(0.2, 1);
    expect([...new Set(hit)].sort()).toEqual([0, 255]);
  });
  it("the same seed gives the same damage, another seed another", () => {
    expect(addGrain(wall, { deviation: 5, seed: 4 }).data).toEqual(addGrain(wall, { deviation: 5, seed: 4 }).data);
    expect(addSpecks(wall, { share: 0.1, seed: 4 }).data).not.toEqual(addSpecks(wall, { share: 0.1, seed: 5 }).data);
  });
});

describe("patterns", () => {
  it("a box leaves nothing of stripes as wide as itself, and exchanges finer ones", () => {
    expect(stripesLeft(boxKernel1d(9), 9)).toBeCloseTo(0, 12);
    expect(stripesLeft(boxKernel1d(9), 6)).toBeCloseTo(-2 / 9, 12);
  });
  it("a Gaussian leaves exp(−2π² sigma² / period²)", () => {
    const expected = Math.exp(-2 * Math.PI ** 2 * (3 / 20) ** 2);
    expect(stripesLeft(gaussianKernel1d({ sigma: 3 }), 20)).toBeCloseTo(expected, 4);
  });
  it("the star has twice as many borders on a circle as white spokes", () => {
    const star = starPicture({ size: 101, spokes: 8 });
    const circle = Array.from({ length: 720 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 720;
      return star[Math.round(50 + 40 * Math.sin(angle))][Math.round(50 + 40 * Math.cos(angle))];
    });
    expect(circle.filter((value, i) => value !== circle.at(i - 1))).toHaveLength(16);
    expect(star[50][50]).toBe(127.5);
    expect(star[0][0]).toBe(127.5);
  });
});

describe("spokeContrast", () => {
  it("is 255 on a star, less after a box, and negative where the box exchanges black and white", () => {
    const star = starPicture();
    expect(spokeContrast(star, { pair: 12 })).toBe(255);
    expect(spokeContrast(boxFilter(star, { size: 9 }), { pair: 14 })).toBeGreaterThan(20);
    expect(spokeContrast(boxFilter(star, { size: 9 }), { pair: 6 })).toBeLessThan(-20);
  });
});

describe("the ruins", () => {
  it("errorParts measures the pixels that were hit and the others apart", () => {
    const parts = errorParts([[10, 3, 4]], {
      clean: toNdarray([[10, 9, 0]], "clean"),
      damaged: toNdarray([[7, 255, 0]], "damaged"),
    });
    expect(parts.others).toBe(0);
    expect(parts.hit).toBeCloseTo(Math.sqrt((36 + 16) / 2), 12);
  });
  it("are far from the goal as they are, and the clean pictures reach it", () => {
    expect(scoreRestore((damaged) => damaged)).toBeGreaterThan(4 * goal);
    const clean = ruins.map((ruin) => rowsOf(ruin.clean));
    let next = 0;
    expect(scoreRestore(() => clean[next++])).toBe(0);
  });
});
