import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { loadImage, resizeImage, toNdarray } from "cnn-workbook";

/** Rows or columns; larger pictures only make the figures slow. */
export const LARGEST = 320;

/** From so many bytes on decoding takes so long that it must be announced. */
const SLOW = 1e6;

/**
 * A picture for this lesson: at most 320 pixels wide and high, and with three channels, also where the file is grey. Says
 * what it is doing with a file that takes seconds.
 *
 * @param file - a path from the notebook's folder, or an address
 * @returns [height, width, 3], 0 to 255
 * @throws {Error} as `loadImage`
 * @example const photo = await loadPhoto("../data/street.png")
 */
export async function loadPhoto(file: string) {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > SLOW) await say(`Reading ${file}, ${(bytes / 1e6).toFixed(1)} MB. Please wait some ten seconds …`);
  const full = await loadImage(file);
  const [rows, columns] = full.shape;
  if (bytes > SLOW) await say(`Making it smaller: it has ${rows} rows and ${columns} columns …`);
  const side = rows > columns ? { height: LARGEST } : { width: LARGEST };
  const image = Math.max(rows, columns) > LARGEST ? resizeImage(full, side) : full;
  if (image.dimension === 3) return image;
  const [height, width] = image.shape;
  return toNdarray(
    Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => [image.get(y, x), image.get(y, x), image.get(y, x)]),
    ),
    "photo",
  );
}

/** Prints a line and gives the page a moment to show it, since decoding leaves none. */
async function say(line: string): Promise<void> {
  console.log(line);
  await sleep(50);
}
