import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toNested } from "cnn-workbook/arrays";
import { encodePng, loadImage } from "cnn-workbook/images";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { farthest, golden } from "../golden/golden.js";

interface Picture {
  name: string;
  base64: string;
  expected: number[][] | number[][][];
  tolerance: number;
}

const pictures = golden<Picture>("pictures");
const bytesOf = (name: string) => Buffer.from(pictures.find((picture) => picture.name === name)!.base64, "base64");
const small = encodePng([[0, 128, 255]]);

describe("loadImage(source) reads what Pillow wrote", () => {
  it.each(pictures)("$name", async ({ base64, expected, tolerance }) => {
    const image = await loadImage(Buffer.from(base64, "base64"));
    expect(image.data).toBeInstanceOf(Float64Array);
    expect(farthest(image, expected)).toBeLessThanOrEqual(tolerance);
  });
});

describe("loadImage(source) finds the bytes", () => {
  let folder: string;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "pictures with é "));
    writeFileSync(join(folder, "tiny.png"), small);
    writeFileSync(join(folder, "wrong-ending.jpg"), small);
    server = createServer((request, response) => {
      if (request.url === "/tiny.png") response.end(small);
      else if (request.url === "/page") response.end("<!DOCTYPE html><p>a page about a picture");
      else if (request.url !== "/never") response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it("at a path, an address, in a data URL, a Buffer or other bytes", async () => {
    const sources = [
      join(folder, "tiny.png"),
      pathToFileURL(join(folder, "tiny.png")),
      `${address}/tiny.png`,
      `data:image/png;base64,${small.toString("base64")}`,
      small,
      new Uint8Array(small),
      new Uint8Array(small).buffer,
    ];
    for (const source of sources) expect(toNested(await loadImage(source))).toEqual([[0, 128, 255]]);
  });

  it("whatever the file is called", async () => {
    expect((await loadImage(join(folder, "wrong-ending.jpg"))).shape).toEqual([1, 3]);
  });

  it("or says where it looked and what is there", async () => {
    await expect(loadImage(join(folder, "photo.png"))).rejects.toThrow(
      `\`photo.png\` was not found in ${folder}, which has tiny.png, wrong-ending.jpg`,
    );
    await expect(loadImage(join(folder, "no", "photo.png"))).rejects.toThrow(", and there is no such folder");
    await expect(loadImage(folder)).rejects.toThrow("is a folder, not a picture, which has tiny.png");
    await expect(loadImage("")).rejects.toThrow("is a folder, not a picture");
    await expect(loadImage("/dev/zero")).rejects.toThrow("`zero` is a device or a pipe, not a picture");
  });

  it("or says why an address gave none", async () => {
    await expect(loadImage(`${address}/none.png`)).rejects.toThrow("could not be loaded: the server answered 404");
    await expect(loadImage(`${address}/page`)).rejects.toThrow("is a web page, not the picture itself");
    await expect(loadImage(`${address}/never`, { seconds: 0.2 })).rejects.toThrow("no answer within 0.2 seconds");
    await expect(loadImage("http://127.0.0.1:1/x.png")).rejects.toThrow(/could not be loaded: .*save the picture/);
    await expect(loadImage("data:nonsense")).rejects.toThrow("the data URL could not be loaded");
  });
});

describe("loadImage(source) refuses", () => {
  it.each([
    ["BMP", "is a BMP picture; loadImage reads PNG, JPEG and GIF. Save it as one of those."],
    ["WEBP", "is a WebP picture"],
    ["TIFF", "is a TIFF picture"],
    ["AVIF", "is an AVIF picture"],
    ["ICO", "is an icon"],
    ["JPEG2000", "is a JPEG 2000 picture"],
    ["JPEG", "is a JPEG that keeps red, green and blue as they are. Save it as a PNG or a usual JPEG."],
    ["CMYK as Adobe writes it", "is a JPEG in printing inks (CMYK). Save it in RGB."],
    ["CMYK", "is a JPEG in printing inks (CMYK). Save it in RGB."],
  ])("%s", async (kind, message) => {
    const { base64 } = golden<{ kind: string; base64: string }>("foreign").find((file) => file.kind === kind)!;
    await expect(loadImage(Buffer.from(base64, "base64"))).rejects.toThrow(message);
  });

  it.each([
    ["nothing", "", "the picture is empty: it has 0 bytes"],
    ["text", "hello", "no picture that is known here: it begins with the bytes 68656c6c"],
    ["an SVG drawing", '<?xml version="1.0"?><svg xmlns=""></svg>', "is an SVG drawing"],
    ["a HEIC picture", "\0\0\0\x18ftypheic\0\0\0\0", "is a HEIC picture (as iPhones take them)"],
    ["another HEIC picture", "\0\0\0\x18ftypmif1\0\0\0\0", "is a HEIC picture"],
    ["a video", "\0\0\0\x18ftypisom\0\0\0\0", "is a video"],
    ["a PDF document", "%PDF-1.7", "is a PDF document"],
    ["a pointer", "version https://git-lfs.github.com/spec/v1", "is a Git LFS pointer"],
  ])("%s", async (_, text, message) => {
    await expect(loadImage(Buffer.from(text))).rejects.toThrow(message);
  });

  it.each([
    "PNG, colours",
    "PNG, 16-bit grey",
    "JPEG, colours",
    "JPEG, progressive",
    "JPEG, orientation 6",
    "GIF, colours",
  ])("%s cut off at any byte, with an error and within the time limit", async (name) => {
    const whole = bytesOf(name);
    const lengths = Array.from({ length: 40 }, (_, i) => Math.floor(((i + 1) * (whole.length - 2)) / 40));
    for (const length of lengths) {
      const cut = whole.subarray(0, length);
      await expect(loadImage(cut, { seconds: 5 }), `${length} bytes`).rejects.toThrow(
        /cut off|damaged|decoded|begins with/,
      );
    }
  });

  it.each(["PNG, colours", "JPEG, colours", "GIF, colours"])(
    "%s with damaged bytes, or reads something",
    async (name) => {
      for (let at = 8; at < bytesOf(name).length; at += 7) {
        const damaged = Buffer.from(bytesOf(name));
        damaged[at] ^= 0xff;
        const result = await loadImage(damaged, { seconds: 5, maxPixels: 10_000 }).catch((error) => error);
        if (result instanceof Error) expect(result.message).toMatch(/^the picture /);
        else expect(result.data.every(Number.isFinite)).toBe(true);
      }
    },
  );

  it("one that is too large, before decoding it", async () => {
    const huge = Buffer.from(small);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(50_000, 20);
    await expect(loadImage(huge)).rejects.toThrow(
      "the picture has 60000 × 50000 = 3,000,000,000 pixels, more than the 16,000,000 allowed. Make it smaller, or raise `maxPixels`.",
    );
    await expect(loadImage(small, { maxPixels: 2 })).rejects.toThrow("3 × 1 = 3 pixels, more than the 2 allowed");
  });

  it("bad arguments", async () => {
    // @ts-expect-error a number is no source
    await expect(loadImage(7)).rejects.toThrow("`source` must be a path, an address or a Buffer, got 7");
    await expect(loadImage(small, { seconds: 0 })).rejects.toThrow("`seconds` must be a number greater than 0, got 0");
    await expect(loadImage(small, { maxPixels: 0.5 })).rejects.toThrow("`maxPixels` must be a whole number");
  });
});
