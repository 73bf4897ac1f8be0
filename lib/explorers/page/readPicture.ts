import { toNested } from "../../arrays/index.js";
import { toGray } from "../../images/toGray.js";
import { MOST_PIXELS } from "../kernel/packPicture.js";

/** A picture that was read from a file. */
export interface ReadPicture {
  /** Grey, whole numbers from 0 to 255, no side over 128. */
  rows: number[][];
  /** [height, width] of the file's picture. */
  from: readonly [number, number];
}

/**
 * Reads a picture in the browser, which sends it nowhere.
 *
 * @throws {Error} a file that this browser cannot read as a picture
 */
export async function readPicture(file: Blob): Promise<ReadPicture> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error("This file cannot be read as a picture. PNG, JPEG, GIF and WebP can.");
  });
  const from = [bitmap.height, bitmap.width] as const;
  const scale = Math.min(1, MOST_PIXELS / Math.max(...from));
  const [height, width] = from.map((side) => Math.max(1, Math.round(side * scale)));
  const pixels = drawSmall(bitmap, width, height);
  const colours = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => Array.from(pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3))),
  );
  const grey = toNested(toGray(colours)) as number[][];
  return { rows: grey.map((row) => row.map(Math.round)), from };
}

/** Red, green, blue and opacity, pixel after pixel; what is see-through becomes white. */
function drawSmall(bitmap: ImageBitmap, width: number, height: number): Uint8ClampedArray {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return pen.getImageData(0, 0, width, height).data;
}
