import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodePng, randomGenerator, sampleImage, toGray, toList } from "cnn-workbook";
import {
  black,
  loadPhoto,
  original,
  shuffled,
  sign,
  stripesApart,
  white,
} from "cnn-workbook/lessons/03-images-are-arrays";
import { afterAll, describe, expect, it, vi } from "vitest";

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
    expect((await loadPhoto(file("wide.png", Array(4).fill(row(640))))).shape).toEqual([2, 320, 3]);
    expect((await loadPhoto(file("high.png", Array(640).fill(row(6))))).shape).toEqual([320, 3, 3]);
    expect((await loadPhoto(file("narrow.png", [row(7), row(7)]))).shape).toEqual([2, 7, 3]);
  });

  it("tells the student to wait for a large file, and says nothing of a small one", async () => {
    const said = vi.spyOn(console, "log").mockImplementation(() => {});
    const random = randomGenerator(1);
    const noise = Array.from({ length: 1000 }, () => Array.from({ length: 1100 }, () => random.integer(0, 255)));
    await loadPhoto(file("small.png", [[1, 2]]));
    expect(said).not.toHaveBeenCalled();
    await loadPhoto(file("large.png", noise));
    expect(said.mock.calls.map(([line]) => line)).toEqual([
      expect.stringMatching(/large\.png, 1\.1 MB.*wait/),
      expect.stringContaining("1000 rows and 1100 columns"),
    ]);
    said.mockRestore();
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
