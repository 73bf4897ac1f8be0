import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inRoot } from "../../scripts/paths.mjs";

const COUNT = 1920;
const PIXELS = 28 * 28;

/**
 * Writes the same pictures for all contestants: 32-bit floats from 0 to 1 in `images`, bytes in `labels`. They are
 * MNIST's where that is to be found, else random ones of the same shape, which take the same time.
 *
 * @returns {Promise<{ folder: string, source: string }>}
 */
export async function writeData() {
  mkdirSync(inRoot("cache"), { recursive: true });
  const folder = mkdtempSync(inRoot("cache", "bench-training-"));
  const { images, labels, source } = (await mnist()) ?? random();
  writeFileSync(
    join(folder, "images"),
    Float32Array.from(images, (byte) => byte / 255),
  );
  writeFileSync(join(folder, "labels"), labels);
  return { folder, source };
}

async function mnist() {
  // A benchmark must not begin with a download.
  if (!process.env.CNN_WORKBOOK_DATA) return undefined;
  try {
    const { loadMnist } = createRequire(import.meta.url)("cnn-workbook/datasets");
    const { images, labels } = await loadMnist({ limit: COUNT });
    return { images: images.data, labels: labels.data, source: `${COUNT} pictures of MNIST` };
  } catch {
    return undefined;
  }
}

function random() {
  const images = Uint8Array.from({ length: COUNT * PIXELS }, () => 256 * Math.random());
  const labels = Uint8Array.from({ length: COUNT }, () => 10 * Math.random());
  return { images, labels, source: `${COUNT} random pictures (CNN_WORKBOOK_DATA names no folder with MNIST)` };
}
