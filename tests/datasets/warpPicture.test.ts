import { toList, toNdarray } from "cnn-workbook/arrays";
import { describe, expect, it } from "vitest";
import { type Warp, warpPicture } from "../../lib/datasets/warpPicture.js";
import type { AnyBoundary } from "../../lib/filters/padPlane.js";
import { golden } from "../golden/golden.js";

const still: Warp = { turnedOver: [1, 1], angle: 0, scale: 1, shift: [0, 0] };

function warp(image: number[][], change: Partial<Warp>, boundary: AnyBoundary = "constant", fillValue = 0) {
  const plane = toNdarray(image, "image");
  const [height, width] = plane.shape;
  const out = new Float64Array(plane.size);
  warpPicture(plane.data, out, { height, width, channels: 1 }, { ...still, ...change }, { boundary, fillValue });
  return Array.from({ length: height }, (_, row) => [...out.subarray(row * width, (row + 1) * width)]);
}

const six = [
  [1, 2, 3],
  [4, 5, 6],
];

describe("warpPicture", () => {
  it("leaves a picture as it is, to the bit", () => {
    expect(warp(six, {})).toEqual(six);
  });

  it("turns it over exactly", () => {
    expect(warp(six, { turnedOver: [1, -1] })).toEqual([
      [3, 2, 1],
      [6, 5, 4],
    ]);
    expect(warp(six, { turnedOver: [-1, 1] })).toEqual([
      [4, 5, 6],
      [1, 2, 3],
    ]);
  });

  it("shifts it down and to the right", () => {
    expect(warp(six, { shift: [1, 0] }, "constant", 9)).toEqual([
      [9, 9, 9],
      [1, 2, 3],
    ]);
    expect(warp(six, { shift: [0, 0.5] }, "nearest")).toEqual([
      [1, 1.5, 2.5],
      [4, 4.5, 5.5],
    ]);
  });

  it("turns it clockwise", () => {
    const square = [
      [1, 2],
      [3, 4],
    ];
    const turned = warp(square, { angle: Math.PI / 2 }).map((row) => row.map((value) => Math.round(value * 1e9) / 1e9));
    expect(turned).toEqual([
      [3, 1],
      [4, 2],
    ]);
  });

  it("makes it twice as large about its middle", () => {
    expect(warp([[0, 4, 8]], { scale: 2 })).toEqual([[2, 4, 6]]);
  });

  it("keeps colours apart", () => {
    const out = new Float64Array(6);
    const around = { boundary: "wrap" as const, fillValue: 0 };
    warpPicture(
      Float64Array.of(1, 10, 100, 2, 20, 200),
      out,
      { height: 1, width: 2, channels: 3 },
      { ...still, shift: [0, 1] },
      around,
    );
    expect([...out]).toEqual([2, 20, 200, 1, 10, 100]);
  });

  type Case = Warp & { image: number[][]; boundary: AnyBoundary; out: number[][] };
  it.each(golden<Case>("warps"))("agrees with SciPy at boundary $boundary, by $angle", (theirs) => {
    const { image, boundary, out, ...change } = theirs;
    const ours = toList(toNdarray(warp(image, change, boundary, 7), "ours"));
    out.flat().forEach((value, i) => {
      expect(ours[i]).toBeCloseTo(value, 8);
    });
  });
});
