import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { toList } from "cnn-workbook/arrays";
import { loadMnist } from "cnn-workbook/datasets";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const real = process.env.CNN_WORKBOOK_DATA;

function idx(shape: number[], bytes: number[]): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.writeUInt16BE(0x0800 + shape.length, 2);
  shape.forEach((side, axis) => {
    header.writeUInt32BE(side, 4 + 4 * axis);
  });
  return Buffer.concat([header, Buffer.from(bytes)]);
}

describe("loadMnist(options) reads files in the published format", () => {
  let folder: string;
  const put = (file: string, bytes: Buffer) => writeFileSync(join(folder, "mnist", file), bytes);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mnist-"));
    mkdirSync(join(folder, "mnist"));
    vi.stubEnv("CNN_WORKBOOK_DATA", folder);
    put("t10k-images-idx3-ubyte.gz", gzipSync(idx([3, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255])));
    put("t10k-labels-idx1-ubyte", idx([3], [7, 2, 1]));
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it("gzipped or plain", () => {
    const { images, labels } = loadMnist({ split: "test" });
    expect(images.shape).toEqual([3, 2, 2, 1]);
    expect(toList(images.pick(2))).toEqual([9, 10, 11, 255]);
    expect(toList(labels)).toEqual([7, 2, 1]);
  });

  it("up to a limit", () => {
    const { images, labels } = loadMnist({ split: "test", limit: 2 });
    expect(images.shape).toEqual([2, 2, 2, 1]);
    expect(labels.shape).toEqual([2]);
    expect(loadMnist({ split: "test", limit: 99 }).labels.shape).toEqual([3]);
  });

  it("says where it looked for a missing file and what to use instead", () => {
    expect(() => loadMnist({ split: "train" })).toThrow(
      new RegExp(`train-images-idx3-ubyte.gz was not found in ${join(folder, "mnist")} or .*cache.*syntheticDigits`),
    );
  });

  it.each([
    ["cut off", gzipSync(idx([3, 2, 2], [1, 2])), "is damaged: its header promises 12 bytes of data, it has 2"],
    ["no gzip after all", Buffer.from([0x1f, 0x8b, 1, 2, 3]), "is damaged"],
    ["a web page", Buffer.from("<html>"), "is no IDX file of unsigned bytes: it begins with 3c68746d"],
    ["empty", Buffer.alloc(0), "is no IDX file"],
    ["cut off in its header", idx([3, 2, 2], []).subarray(0, 7), "is damaged"],
  ])("says that a file is %s", (_, bytes, message) => {
    put("t10k-images-idx3-ubyte.gz", bytes);
    expect(() => loadMnist({ split: "test" })).toThrow(message);
  });

  it("says that pictures and labels do not belong together", () => {
    put("t10k-labels-idx1-ubyte", idx([2], [7, 2]));
    expect(() => loadMnist({ split: "test" })).toThrow("do not belong together: [3,2,2] pictures and [2] labels");
  });

  it("refuses bad options", () => {
    expect(() => loadMnist({ limit: 0 })).toThrow("`limit` must be a whole number of at least 1, got 0");
    // @ts-expect-error a split that does not exist
    expect(() => loadMnist({ split: "dev" })).toThrow('`split` must be one of "train", "test", got "dev"');
  });
});

describe.skipIf(!real)("the real MNIST", () => {
  it("has the published sizes, and begins 5, 0, 4, 1, 9 and 7, 2, 1, 0, 4", () => {
    const train = loadMnist();
    expect(train.images.shape).toEqual([60_000, 28, 28, 1]);
    expect(toList(train.labels).slice(0, 5)).toEqual([5, 0, 4, 1, 9]);
    const test = loadMnist({ split: "test" });
    expect(test.images.shape).toEqual([10_000, 28, 28, 1]);
    expect(toList(test.labels).slice(0, 5)).toEqual([7, 2, 1, 0, 4]);
  });
});
