import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCifar10 } from "cnn-workbook/datasets";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const RECORD = 3073;
let folder: string;

/** A record as published: class, red plane, green plane, blue plane. Its pixels count up, from another start a channel. */
function record(label: number): Buffer {
  return Buffer.from(
    Array.from({ length: RECORD }, (_, i) => (i === 0 ? label : label + Math.floor((i - 1) / 1024) + i)),
  );
}

function publish(batches: Record<string, Buffer>): void {
  const inside = join(folder, "cifar-10-batches-bin");
  mkdirSync(inside, { recursive: true });
  for (const [name, bytes] of Object.entries(batches)) writeFileSync(join(inside, name), bytes);
  mkdirSync(join(folder, "cifar-10"), { recursive: true });
  const archive = join(folder, "cifar-10", "cifar-10-binary.tar.gz");
  spawnSync("tar", ["-czf", archive, "--format=ustar", "cifar-10-batches-bin"], { cwd: folder });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cifar-"));
  vi.stubEnv("CNN_WORKBOOK_DATA", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("loadCifar10(options)", () => {
  const whole = () => ({
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`data_batch_${n}.bin`, Buffer.concat([record(n), record(9 - n)])]),
    ),
    "test_batch.bin": record(7),
  });

  it("reads the five training batches in order", async () => {
    publish(whole());
    const { images, labels, classNames } = await loadCifar10();
    expect(images.shape).toEqual([10, 32, 32, 3]);
    expect([...labels.data]).toEqual([1, 8, 2, 7, 3, 6, 4, 5, 5, 4]);
    expect(classNames[labels.get(1)]).toBe("ship");
  });

  it("puts red, green and blue of a pixel together", async () => {
    publish(whole());
    const { images, labels } = await loadCifar10({ split: "test" });
    expect(labels.shape).toEqual([1]);
    const bytes = record(7);
    for (const [row, column, channel] of [
      [0, 0, 0],
      [0, 1, 0],
      [5, 31, 1],
      [31, 2, 2],
    ]) {
      expect(images.get(0, row, column, channel)).toBe(bytes[1 + 1024 * channel + 32 * row + column]);
    }
  });

  it("stops at the limit, also across batches", async () => {
    publish(whole());
    const { images, labels } = await loadCifar10({ limit: 3 });
    expect(images.shape).toEqual([3, 32, 32, 3]);
    expect([...labels.data]).toEqual([1, 8, 2]);
  });

  it("says what is damaged", async () => {
    publish({ ...whole(), "test_batch.bin": record(7).subarray(1) });
    await expect(loadCifar10({ split: "test" })).rejects.toThrow("test_batch.bin has 3072 bytes, no multiple of 3073");
    rmSync(join(folder, "cifar-10-batches-bin", "data_batch_3.bin"));
    publish({});
    await expect(loadCifar10()).rejects.toThrow("cifar-10-binary.tar.gz is damaged: it has no data_batch_3.bin");
  });
});
