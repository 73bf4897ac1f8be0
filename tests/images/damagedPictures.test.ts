import { inflateSync } from "node:zlib";
import { loadImage } from "cnn-workbook/images";
import { describe, expect, it, vi } from "vitest";
import { golden } from "../golden/golden.js";

interface Damaged {
  picture: string;
  changes: [place: number, mask: number][];
  reads: "nothing" | "the same" | { width: number; height: number; zlib: string };
}

const cases = golden<Damaged>("damaged");
const names = [...new Set(cases.map(({ picture }) => picture))];
const whole = new Map(golden<{ name: string; base64: string }>("pictures").map(({ name, base64 }) => [name, base64]));

interface Picture {
  shape: number[];
  values: ArrayLike<number>;
}

/** Red, green and blue, whatever the number of channels. */
function coloured(image: Awaited<ReturnType<typeof loadImage>>): Picture {
  const values = Array.from(image.data, Math.round);
  const all = image.dimension === 3 ? values : values.flatMap((value) => [value, value, value]);
  return { shape: image.shape.slice(0, 2), values: all };
}

/** Whether both show the same; where a GIF's screen has become larger than its picture, Pillow is not white. */
function agrees(ours: Picture, theirs: Picture, tolerance: number, whiteAllowed: boolean): boolean {
  if (ours.shape.join() !== theirs.shape.join()) return false;
  return Array.from(ours.values).every(
    (value, i) => Math.abs(value - theirs.values[i]) <= tolerance || (whiteAllowed && value === 255),
  );
}

/**
 * Whether a JPEG's brightness ran out of range, which it does in none of the whole pictures. A changed factor makes it
 * do so by far; there Pillow's decoder (libjpeg) wraps around and ours stops at black and white.
 */
function overflows({ values }: Picture): boolean {
  return Array.from(values).some((value) => value === 0 || value === 255);
}

describe("pictures with changed bytes are read as Pillow reads them or as before the damage, or refused", () => {
  it.each(names)("%s", async (name) => {
    const printed = vi.spyOn(console, "log");
    const content = Buffer.from(whole.get(name)!, "base64");
    const right = coloured(await loadImage(content));
    for (const { changes, reads } of cases.filter(({ picture }) => picture === name)) {
      const changed = Buffer.from(content);
      for (const [place, mask] of changes) changed[place] ^= mask;
      const result = await loadImage(changed, { seconds: 1, maxPixels: 4000 }).catch((error: Error) => error);
      const told = `changed bytes ${JSON.stringify(changes)}`;
      if (result instanceof Error) {
        expect(result.message, told).toMatch(/^the picture .*[.] [A-Z].*[.]$/);
        expect(result.message, told).not.toMatch(/undefined|NaN|within 1 seconds/);
        continue;
      }
      const ours = coloured(result);
      const theirs = typeof reads === "object" ? unpacked(reads) : right;
      const tolerance = name.startsWith("JPEG") ? 3 : 1;
      const larger = name.startsWith("GIF") && ours.shape.join() !== right.shape.join();
      if (name.startsWith("JPEG") && overflows(theirs)) expect(ours.shape, told).toEqual(theirs.shape);
      else expect(agrees(ours, right, 0, false) || agrees(ours, theirs, tolerance, larger), told).toBe(true);
    }
    expect(printed).not.toHaveBeenCalled();
  });
});

function unpacked(reads: { width: number; height: number; zlib: string }): Picture {
  return { shape: [reads.height, reads.width], values: inflateSync(Buffer.from(reads.zlib, "base64")) };
}
