import { loadImage } from "cnn-workbook";
import { imagePlot } from "cnn-workbook/plots";
import { describe, expect, it } from "vitest";

const text = { title: "Before and after", alt: "The second is brighter." };
const isPng = (bytes?: Uint8Array) =>
  Buffer.from(bytes ?? [])
    .subarray(1, 4)
    .toString() === "PNG";

describe("imagePlot(images, options)", () => {
  it("draws one picture as a small PNG, with values on hover", () => {
    const figure = imagePlot(
      [
        [0, 255, 128],
        [1, 2, 3],
      ],
      text,
    );
    expect(figure.data).toHaveLength(1);
    expect(figure.data[0]).toMatchObject({ type: "image", source: expect.stringMatching(/^data:image\/png;base64,/) });
    expect(figure.data[0].hovertemplate).toContain("%{z[0]}");
    expect(isPng(figure.picture)).toBe(true);
  });

  it("keeps a 512 × 512 picture far under the size of its numbers", () => {
    const image = Array.from({ length: 512 }, (_, y) => Array.from({ length: 512 }, (_, x) => (x + y) % 256));
    expect(JSON.stringify(imagePlot(image, text).data).length).toBeLessThan(200_000);
  });

  it("sends whole numbers where the range is wide, and fractions where it is not", () => {
    const image = [[-100.4, 0.25]];
    expect(imagePlot(image, { ...text, range: [-128, 128] }).data[0].z).toEqual([[-100, 0]]);
    expect(imagePlot(image, { ...text, range: [-1, 1] }).data[0].z).toEqual([[-100.4, 0.25]]);
  });

  it("frames a picture, so that a white one stands out from the page", () => {
    const { layout } = imagePlot([[255, 255]], text);
    for (const axis of [layout.xaxis, layout.yaxis]) {
      expect(axis).toMatchObject({ showline: true, mirror: true, showticklabels: false });
    }
  });

  it("links the zoom of pictures of the same size, with square pixels in all", () => {
    const image = [[0, 255]];
    const { layout } = imagePlot(
      [
        { image, title: "a" },
        { image, title: "b" },
      ],
      text,
    );
    expect(layout.xaxis2).toMatchObject({ matches: "x" });
    expect(layout.yaxis2).toMatchObject({ matches: "y", scaleanchor: false });
    expect(layout.yaxis).toMatchObject({ scaleanchor: "x", autorange: "reversed" });
    expect((layout.annotations as { text: string }[]).map((one) => one.text)).toEqual(["a", "b"]);
  });

  it("does not link pictures of different sizes", () => {
    const { layout } = imagePlot(
      [
        { image: [[0, 1]], title: "a" },
        { image: [[0], [1]], title: "b" },
      ],
      text,
    );
    expect(layout.xaxis2).not.toHaveProperty("matches");
  });

  it("draws another range with its true values", () => {
    const { data } = imagePlot([[0, 0.5, 1]], { ...text, range: [0, 1] });
    expect(data[0]).toMatchObject({ type: "heatmap", z: [[0, 0.5, 1]], zmin: 0, zmax: 1, zsmooth: false });
  });

  it("draws colour", () => {
    expect(
      imagePlot(
        [
          [
            [255, 0, 0],
            [0, 0, 255],
          ],
        ],
        text,
      ).data[0].hovertemplate,
    ).toContain("green %{z[1]}");
  });

  it("enlarges small pictures for viewers that show the PNG", () => {
    const { picture } = imagePlot(
      [
        { image: [[0, 255]], title: "a" },
        { image: [[255, 0]], title: "b" },
      ],
      text,
    );
    const png = Buffer.from(picture ?? []);
    expect(png.readUInt32BE(20)).toBe(240);
    expect(png.readUInt32BE(16)).toBe(2 * 480 + 20);
  });

  it("puts pictures side by side in grey, and in colour where one of them has colours", async () => {
    const side = async (second: number[][] | number[][][]) => {
      const images = [
        { image: [[0, 255]], title: "a" },
        { image: second, title: "b" },
      ];
      return loadImage(imagePlot(images, text).picture ?? new Uint8Array());
    };
    const grey = await side([[255, 100]]);
    expect(grey.shape).toEqual([240, 980]);
    expect([100, 300, 490, 600, 900].map((x) => grey.get(120, x))).toEqual([0, 255, 255, 255, 100]);
    const colour = await side([
      [
        [255, 0, 9],
        [1, 2, 3],
      ],
    ]);
    expect(colour.shape).toEqual([240, 980, 3]);
    const pixel = (x: number) => [0, 1, 2].map((c) => colour.get(239, x, c));
    expect([100, 490, 600, 900].map(pixel)).toEqual([
      [0, 0, 0],
      [255, 255, 255],
      [255, 0, 9],
      [1, 2, 3],
    ]);
  });

  it("says what is wrong", () => {
    expect(() => imagePlot([[0]], { title: "a" } as never)).toThrow("imagePlot needs `alt`");
    expect(() => imagePlot([[[1, 2]]], text)).toThrow(
      "`images` must be [height, width] or [height, width, 3], got shape [1, 1, 2]",
    );
    expect(() => imagePlot([[1]], { ...text, range: [1, 1] })).toThrow("`range` must be two numbers, the lower first");
    expect(() => imagePlot([[1]], { ...text, range: 5 as never })).toThrow("the lower first, got 5");
    expect(() => imagePlot([[1]], { ...text, columns: -1 })).toThrow("`columns` must be a whole number of at least 1");
    expect(() => imagePlot([{ image: [[1]], title: "a" }, {} as never], text)).toThrow(
      "`images[1]` must be { image, title }",
    );
  });
});
