import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backendName, tensorBoard, tf, trainModel } from "cnn-workbook/training";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crc32c } from "../../../lib/training/tensorBoard/crc32c.js";
import { readEvents } from "./readEvents.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const small = () => tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 2, activation: "softmax" })] });
const data = { images: [[0, 1], [1, 0], [0, 2], [2, 0]], labels: [0, 1, 0, 1] }; // biome-ignore format: points

describe("trainModel with logFolder", () => {
  it("logs loss and accuracy of each epoch, in training and validation", async () => {
    const options = { epochs: 3, validation: data, logFolder: join(folder, "deep", "run"), display: "none" } as const;
    const history = await trainModel(small(), data, options);
    const part = (name: string, loss: number[], accuracy: number[]) => {
      const events = readEvents(join(folder, "deep", "run", name));
      const curve = (tag: string) => events.filter((event) => event.tag === tag);
      expect(curve("epoch_loss").map(({ step }) => step)).toEqual([1, 2, 3]);
      curve("epoch_loss").forEach(({ value }, i) => {
        expect(value).toBeCloseTo(loss[i], 6);
      });
      curve("epoch_acc").forEach(({ value }, i) => {
        expect(value).toBeCloseTo(accuracy[i], 6);
      });
      expect(events).toHaveLength(6);
    };
    part("train", history.loss, history.accuracy);
    part("val", history.validationLoss, history.validationAccuracy);
  });

  it("makes no folder for validation where there is none", async () => {
    await trainModel(small(), data, { epochs: 1, logFolder: folder, display: "none" });
    expect(readdirSync(folder)).toEqual(["train"]);
  });

  it("says what is wrong", async () => {
    const run = trainModel(small(), data, { epochs: 1, logFolder: 5 as never });
    await expect(run).rejects.toThrow("`logFolder` must be the path of a folder, got 5");
  });
});

describe("tensorBoard(folder)", () => {
  async function fit(callback: unknown) {
    const model = small();
    model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy", metrics: ["accuracy"] });
    const [x, y] = [tf.tensor2d(data.images), tf.oneHot(tf.tensor1d(data.labels, "int32"), 2)];
    return model.fit(x, y, {
      epochs: 2,
      verbose: 0,
      validationData: [x, y],
      callbacks: callback as tf.CustomCallbackArgs,
    });
  }

  it("logs model.fit", async () => {
    const { history } = await fit(tensorBoard(folder));
    const losses = readEvents(join(folder, "val")).filter(({ tag }) => tag === "epoch_loss");
    expect(losses.map(({ step }) => step)).toEqual([1, 2]);
    losses.forEach(({ value }, i) => {
      expect(value).toBeCloseTo(history.val_loss[i] as number, 6);
    });
  });

  it.skipIf(backendName() !== "tensorflow")("names curves, files and steps as tf.node.tensorBoard does", async () => {
    const { node } = createRequire(import.meta.url)("@tensorflow/tfjs-node");
    await fit(tensorBoard(join(folder, "ours")));
    await fit(node.tensorBoard(join(folder, "theirs")));
    for (const part of ["train", "val"]) {
      const curves = (whose: string) =>
        readEvents(join(folder, whose, part))
          .map(({ tag, step }) => `${tag} ${step}`)
          .sort();
      expect(existsSync(join(folder, "theirs", part))).toBe(true);
      expect(curves("ours")).toEqual(curves("theirs"));
    }
  });

  it("frames each event with checksums, after the version of the format", async () => {
    await tensorBoard(folder).onEpochEnd(0, { loss: 1 });
    const [file] = readdirSync(join(folder, "train"));
    expect(file).toMatch(/^events\.out\.tfevents\.\d{10}\./);
    const bytes = readFileSync(join(folder, "train", file));
    const length = Number(bytes.readBigUInt64LE(0));
    expect(bytes.subarray(12, 12 + length).includes("brain.Event:2")).toBe(true);
    const unmasked = (at: number) => {
      const sum = (bytes.readUInt32LE(at) - 0xa282ead8) >>> 0;
      return ((sum >>> 17) | (sum << 15)) >>> 0;
    };
    expect(unmasked(8)).toBe(crc32c(bytes.subarray(0, 8)));
    expect(unmasked(12 + length)).toBe(crc32c(bytes.subarray(12, 12 + length)));
  });

  it("says what is wrong", () => {
    expect(() => tensorBoard("")).toThrow('`folder` must be the path of a folder, got ""');
  });
});

it("crc32c gives the published checksums", () => {
  expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  expect(crc32c(Buffer.alloc(32, 255))).toBe(0x62a8ab43);
});
