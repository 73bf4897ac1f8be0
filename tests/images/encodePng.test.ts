import { execFileSync } from "node:child_process";
import { toNested } from "cnn-workbook/arrays";
import { encodePng, loadImage } from "cnn-workbook/images";
import { randomGenerator } from "cnn-workbook/signals";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { decodePng } from "../../lib/images/decodePng.js";

function noise(...shape: number[]) {
  const { integer } = randomGenerator(shape.length);
  const size = shape.reduce((product, side) => product * side, 1);
  return ndarray(
    Float64Array.from({ length: size }, () => integer(0, 255)),
    shape,
  );
}

describe("encodePng(image) writes a PNG", () => {
  it("that begins as the format says", () => {
    const bytes = encodePng([[7]]);
    expect(bytes.toString("latin1", 0, 8)).toBe("\x89PNG\r\n\x1a\n");
    expect([...bytes.subarray(16, 29)]).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  });

  it.each([[[1, 1]], [[7, 5]], [[5, 7, 3]], [[64, 33, 3]]])("that loadImage reads back: %j", async (shape) => {
    const image = noise(...shape);
    const loaded = await loadImage(encodePng(image));
    expect(loaded.shape).toEqual(shape);
    expect(loaded.data).toEqual(image.data);
    expect(decodePng(encodePng(image)).data).toEqual(image.data);
  });

  it("with slopes and flat parts, where each filter of the format has its turn", async () => {
    const image = Array.from({ length: 40 }, (_, y) =>
      Array.from({ length: 50 }, (_, x) => (y < 10 ? 3 * x : y < 20 ? 5 * y : y < 30 ? 2 * x + 3 * y : (x * y) % 256)),
    );
    expect(toNested(await loadImage(encodePng(image)))).toEqual(image);
  });

  it("rounded, and cut to 0 … 255", () => {
    expect(toNested(decodePng(encodePng([[-5, 0.4, 99.6, 300]])))).toEqual([[0, 0, 100, 255]]);
  });

  it("from a transposed view, without changing it", () => {
    const image = ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    expect(toNested(decodePng(encodePng(image.transpose(1, 0))))).toEqual([[1, 4], [2, 5], [3, 6]]); // biome-ignore format: a matrix
    expect([...image.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("and says what is wrong", () => {
    expect(() => encodePng([[[1, 2]]])).toThrow("`image` must have 3 channels (red, green, blue), got shape [1, 1, 2]");
    expect(() => encodePng([1, 2])).toThrow("`image` must have 2 or 3 axes, got shape [2]");
    expect(() => encodePng([[Number.NaN]])).toThrow("`image[0][0]` must be a finite number, got NaN");
  });
});

describe("decodePng(bytes) reads only what encodePng writes", () => {
  it("and says so", () => {
    const deep = encodePng([[1]]);
    deep[24] = 16;
    expect(() => decodePng(deep)).toThrow("This PNG has 16 bits and colour type 0, which encodePng does not write");
  });
});

const python = process.env.CNN_WORKBOOK_PILLOW;
describe.skipIf(!python)("Pillow", () => {
  it("reads the file", () => {
    const script = "import sys,io,PIL.Image as I; print(list(I.open(io.BytesIO(sys.stdin.buffer.read())).tobytes()))";
    const answer = execFileSync(python!, ["-c", script], { input: encodePng(noise(3, 4, 3)) });
    expect(JSON.parse(answer.toString())).toEqual([...noise(3, 4, 3).data]);
  });
});
