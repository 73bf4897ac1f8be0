import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodePng, sampleImage, toGray, toList } from "cnn-workbook";
import {
  black,
  loadPhoto,
  original,
  shuffled,
  sign,
  stripesApart,
  white,
} from "cnn-workbook/lessons/03-images-are-arrays";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "lesson-03-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, image: Parameters<typeof encodePng>[0]): string {
  const path = join(folder, name);
  writeFileSync(path, encodePng(image));
  return path;
}

describe("the two photographs", () => {
  it("the black one keeps the order of the pixels, the white one has lost nearly all of it", () => {
    const [dark, light, scene] = [black, white, original].map(toList);
    expect(Math.max(...new Set(dark))).toBeLessThan(8);
    expect(scene.every((value, i) => dark[i] === Math.round(0.02 * value))).toBe(true);
    expect(light.filter((value) => value < 255).length / light.length).toBeLessThan(0.001);
  });
});

describe("loadPhoto(file)", () => {
  it("gives a grey file three equal channels", async () => {
    const photo = await loadPhoto(file("grey.png", [[5, 90, 200]]));
    expect(photo.shape).toEqual([1, 3, 3]);
    expect(toList(photo)).toEqual([5, 5, 5, 90, 90, 90, 200, 200, 200]);
  });

  it("makes wide and high pictures smaller in proportion, and leaves others", async () => {
    const row = (width: number) => Array.from({ length: width }, (_, x) => [x % 256, 10, 20]);
    expect((await loadPhoto(file("wide.png", Array(4).fill(row(1000))))).shape).toEqual([2, 500, 3]);
    expect((await loadPhoto(file("high.png", Array(1000).fill(row(6))))).shape).toEqual([500, 3, 3]);
    expect((await loadPhoto(file("narrow.png", [row(7), row(7)]))).shape).toEqual([2, 7, 3]);
  });
});

describe("shuffled(image, seed)", () => {
  it("keeps shape and numbers, changes places, and leaves its input", () => {
    const image = Array.from({ length: 5 }, (_, y) => Array.from({ length: 7 }, (_, x) => 7 * y + x));
    const mixed = shuffled(image, 3);
    expect(mixed.map((row) => row.length)).toEqual([7, 7, 7, 7, 7]);
    expect(mixed.flat()).not.toEqual(image.flat());
    expect(mixed.flat().sort((a, b) => a - b)).toEqual(image.flat());
    expect(image[0]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(shuffled(image, 4)).not.toEqual(mixed);
  });
});

it("the sign has two colours that are within one grey value", () => {
  const greys = toList(toGray(sign));
  expect(new Set(sign.flat().map(String)).size).toBe(2);
  expect(Math.max(...greys) - Math.min(...greys)).toBeLessThan(0.5);
});

it("the awning's stripes nearly vanish in red, and in no other channel", () => {
  const [red, green, blue] = stripesApart(sampleImage("street"));
  expect(red).toBeLessThan(20);
  expect(Math.min(green, blue)).toBeGreaterThan(100);
});
