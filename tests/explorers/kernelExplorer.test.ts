import { kernelExplorer } from "cnn-workbook/explorers";
import { kernels } from "cnn-workbook/filters";
import { resizeImage, sampleImage, toGray } from "cnn-workbook/images";
import { toBundle } from "cnn-workbook/plots";
import { describe, expect, it } from "vitest";
import { type PackedPicture, unpackPicture } from "../../lib/explorers/kernel/packPicture.js";

const picture = [
  [0, 50, 100],
  [150, 200, 255],
];
const pictureOf = (explorer: { settings: Record<string, unknown> }) =>
  unpackPicture(explorer.settings.picture as PackedPicture);

describe("kernelExplorer(options)", () => {
  it("carries the picture as it is where it is small", () => {
    const explorer = kernelExplorer({ image: picture, kernel: kernels.sharpen });
    expect(explorer).toMatchObject({
      explorer: "kernel",
      settings: {
        kernel: [
          [0, -1, 0],
          [-1, 5, -1],
          [0, -1, 0],
        ],
        title: "",
      },
    });
    expect(pictureOf(explorer)).toEqual(picture);
  });

  it("makes a large colour picture grey and small, and the notebook stays small", () => {
    const street = sampleImage("street");
    const explorer = kernelExplorer({ image: street });
    const rows = pictureOf(explorer);
    expect([rows.length, rows[0].length]).toEqual([97, 128]);
    const expected = resizeImage(toGray(street), { width: 128 });
    expect(Math.abs(rows[50][60] - expected.get(50, 60))).toBeLessThanOrEqual(0.5);
    expect(JSON.stringify(toBundle(explorer)).length).toBeLessThan(70_000);
    const tall = pictureOf(kernelExplorer({ image: sampleImage("harbour").hi(400, 100) }));
    expect([tall.length, tall[0].length]).toEqual([128, 32]);
  });

  it("stands beside a picture and a sentence for other viewers", () => {
    const { html, alt } = kernelExplorer({ image: picture, kernel: kernels.laplacian4 });
    expect(alt).toContain("what the kernel 0 1 0 / 1 −4 1 / 0 1 0 makes of it. The weights sum to 0");
    expect(html).toContain(`alt="${alt}"`);
    expect(html).toContain("0 is mid-grey, lighter is positive, darker is negative. Open this notebook");
    const svg = Buffer.from(/base64,([^"]+)"/.exec(html ?? "")?.[1] ?? "", "base64").toString();
    expect(svg.split("<image ").length - 1).toBe(2);
    expect(kernelExplorer({ image: picture, alt: "Mine." }).alt).toBe("Mine.");
  });

  it("says what is wrong", () => {
    const make = (image: unknown, kernel?: number[][]) => () => kernelExplorer({ image: image as number[][], kernel });
    expect(make(picture, [[1, 2]])).toThrow("`kernel` must have 3 × 3 or 5 × 5 weights, got 1 × 2");
    expect(make([1, 2, 3])).toThrow("`image`");
    expect(make([])).toThrow("`image`");
    expect(make([[Number.NaN]])).toThrow("must be a finite number, got NaN");
  });
});
