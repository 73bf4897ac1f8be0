import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { toList } from "cnn-workbook/arrays";
import { loadFashionMnist, loadMnist, mnistAtHand } from "cnn-workbook/datasets";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isAtHand } from "../../lib/datasets/datasetFile.js";
import { mnist } from "../../lib/datasets/publishedSets.js";
import { idx } from "./idxFiles.js";

const real = process.env.CNN_WORKBOOK_DATA;

describe.each([
  { name: "loadMnist", load: loadMnist, title: "MNIST", set: "mnist" },
  { name: "loadFashionMnist", load: loadFashionMnist, title: "Fashion-MNIST", set: "fashion-mnist" },
])("$name(options) reads files in the published format", ({ name, load, title, set }) => {
  let folder: string;
  const put = (file: string, bytes: Buffer) => writeFileSync(join(folder, set, file), bytes);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mnist-"));
    mkdirSync(join(folder, set));
    vi.stubEnv("CNN_WORKBOOK_DATA", folder);
    put("t10k-images-idx3-ubyte.gz", gzipSync(idx([3, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255])));
    put("t10k-labels-idx1-ubyte", idx([3], [7, 2, 1]));
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it("gzipped or plain", async () => {
    const { images, labels } = await load({ split: "test" });
    expect(images.shape).toEqual([3, 2, 2, 1]);
    expect(toList(images.pick(2))).toEqual([9, 10, 11, 255]);
    expect(toList(labels)).toEqual([7, 2, 1]);
  });

  it("up to a limit", async () => {
    const { images, labels } = await load({ split: "test", limit: 2 });
    expect(images.shape).toEqual([2, 2, 2, 1]);
    expect(labels.shape).toEqual([2]);
    expect((await load({ split: "test", limit: 99 })).labels.shape).toEqual([3]);
  });

  it.each([
    ["cut off", gzipSync(idx([3, 2, 2], [1, 2])), "is damaged: its header promises 12 bytes of data, it has 2"],
    ["no gzip after all", Buffer.from([0x1f, 0x8b, 1, 2, 3]), "is damaged"],
    ["a web page", Buffer.from("<html>"), "is no IDX file of unsigned bytes: it begins with 3c68746d"],
    ["empty", Buffer.alloc(0), "is no IDX file"],
    ["cut off in its header", idx([3, 2, 2], []).subarray(0, 7), "is damaged"],
  ])("says that a file is %s", async (_, bytes, message) => {
    put("t10k-images-idx3-ubyte.gz", bytes);
    const run = load({ split: "test" });
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toThrow(`t10k-images-idx3-ubyte of ${title}`);
  });

  it("says that pictures and labels do not belong together", async () => {
    put("t10k-labels-idx1-ubyte", idx([2], [7, 2]));
    const message = `The ${title} files do not belong together: [3,2,2] pictures and [2] labels`;
    await expect(load({ split: "test" })).rejects.toThrow(message);
  });

  it("refuses bad options", async () => {
    await expect(load({ limit: 0 })).rejects.toThrow("`limit` must be a whole number of at least 1, got 0");
    // @ts-expect-error a split that does not exist
    await expect(load({ split: "dev" })).rejects.toThrow('`split` must be one of "train", "test", got "dev"');
    const message = `\`count\` is no option of ${name}; it has \`split\`, \`limit\``;
    await expect(load({ count: 5 } as object)).rejects.toThrow(message);
  });
});

it("loadFashionMnist names its classes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fashion-"));
  mkdirSync(join(folder, "fashion-mnist"));
  writeFileSync(join(folder, "fashion-mnist", "train-images-idx3-ubyte"), idx([1, 1, 1], [5]));
  writeFileSync(join(folder, "fashion-mnist", "train-labels-idx1-ubyte"), idx([1], [9]));
  vi.stubEnv("CNN_WORKBOOK_DATA", folder);
  const { labels, classNames } = await loadFashionMnist();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  expect(classNames).toHaveLength(10);
  expect(classNames[labels.get(0)]).toBe("Ankle boot");
});

describe.skipIf(!real)("the real MNIST", () => {
  it("has the published sizes, and begins 5, 0, 4, 1, 9 and 7, 2, 1, 0, 4", async () => {
    const train = await loadMnist();
    expect(train.images.shape).toEqual([60_000, 28, 28, 1]);
    expect(toList(train.labels).slice(0, 5)).toEqual([5, 0, 4, 1, 9]);
    const test = await loadMnist({ split: "test" });
    expect(test.images.shape).toEqual([10_000, 28, 28, 1]);
    expect(toList(test.labels).slice(0, 5)).toEqual([7, 2, 1, 0, 4]);
  });
});

describe("mnistAtHand()", () => {
  it("is true only where all four files are there, packed or not", () => {
    const folder = mkdtempSync(join(tmpdir(), "mnist-"));
    vi.stubEnv("CNN_WORKBOOK_DATA", folder);
    mkdirSync(join(folder, "mnist"));
    const names = [
      "train-images-idx3-ubyte",
      "train-labels-idx1-ubyte",
      "t10k-images-idx3-ubyte",
      "t10k-labels-idx1-ubyte",
    ];
    const cached = isAtHand(mnist, folder);
    for (const name of names.slice(0, 3)) writeFileSync(join(folder, "mnist", `${name}.gz`), "");
    const three = isAtHand(mnist, join(folder, "no cache"));
    writeFileSync(join(folder, "mnist", names[3]), "");
    expect([cached, three, isAtHand(mnist, join(folder, "no cache")), mnistAtHand()]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});
