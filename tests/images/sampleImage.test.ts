import { tmpdir } from "node:os";
import { loadImage, sampleImage, sampleImages } from "cnn-workbook/images";
import { afterEach, describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript without types
import { harbour } from "../../data/make/harbour.mjs";
// @ts-expect-error plain JavaScript without types
import { lettering } from "../../data/make/lettering.mjs";
// @ts-expect-error plain JavaScript without types
import { render } from "../../data/make/render.mjs";
// @ts-expect-error plain JavaScript without types
import { street } from "../../data/make/street.mjs";
import { repositoryFolder } from "../../lib/images/repositoryFolder.js";

const home = process.cwd();
afterEach(() => process.chdir(home));

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe("sampleImage(name) gives a picture that ships", () => {
  it("in its shape", () => {
    expect(sampleImage("harbour").shape).toEqual([512, 512]);
    expect(sampleImage("street").shape).toEqual([368, 487, 3]);
    expect(sampleImage("form").shape).toEqual([406, 512]);
  });

  it.each(["harbour", "street"] as const)("%s has dark and bright parts", (name) => {
    const { data } = sampleImage(name);
    const sorted = data.slice().sort();
    expect(sorted[Math.floor(data.length * 0.02)]).toBeLessThan(60);
    expect(sorted[Math.floor(data.length * 0.98)]).toBeGreaterThan(190);
    expect(mean(data)).toBeGreaterThan(80);
    expect(mean(data)).toBeLessThan(170);
  });

  it.each(sampleImages)("%s is read the same by loadImage", async (name) => {
    const loaded = await loadImage(`${repositoryFolder()}/data/${name}.png`);
    expect(loaded.shape).toEqual(sampleImage(name).shape);
    expect(loaded.data).toEqual(sampleImage(name).data);
  });

  it("from any folder, as a new array each time", () => {
    process.chdir(tmpdir());
    sampleImage("harbour").set(0, 0, -1);
    expect(sampleImage("harbour").get(0, 0)).toBeGreaterThanOrEqual(0);
  });

  it("or says which there are", () => {
    expect(() => sampleImage("camera" as never)).toThrow(
      '`name` must be one of "harbour", "street", "form", got "camera"',
    );
  });
});

describe("the code that draws them", () => {
  it("measures how far a place is from the letters, which stand around the origin", () => {
    const bars = lettering("H", 10);
    expect(bars(-3, 0)).toBeCloseTo(0);
    expect(bars(3, 4)).toBeCloseTo(0);
    expect(bars(0, 0.2)).toBeCloseTo(0);
    expect(bars(1, -3)).toBeCloseTo(2);
    expect(bars(5, 5)).toBeCloseTo(2);
  });

  it.each([harbour, street])("draws $name the same each time", (scene) => {
    const small = { ...scene, width: 24, height: 20, samples: 1 };
    const first = render(small);
    expect(render(small)).toEqual(first);
    expect(first).toHaveLength(24 * 20 * 3);
    expect(new Set(first).size).toBeGreaterThan(50);
  });
});
