import { type ArrayInput, crop, toNdarray } from "cnn-workbook";

/**
 * Turns an image about its centre, clockwise. Each new pixel is a weighted mean of the four nearest old ones; beyond the
 * border the nearest pixel counts.
 *
 * @param image - [height, width], at least 2 × 2; not modified
 * @param degrees - clockwise
 * @returns the same shape
 */
export function turnImage(image: ArrayInput, degrees: number): ReturnType<typeof crop> {
  const input = toNdarray(image, "image", { rank: 2 });
  const [height, width] = input.shape;
  const out = crop(input, {});
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [cy, cx] = [(height - 1) / 2, (width - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dy, dx] = [y - cy, x - cx];
      out.set(y, x, between(input, cy - sin * dx + cos * dy, cx + cos * dx + sin * dy));
    }
  }
  return out;
}

function between(image: ReturnType<typeof crop>, row: number, column: number): number {
  const [height, width] = image.shape;
  const [y, x] = [clamp(row, height - 1), clamp(column, width - 1)];
  const [top, left] = [Math.min(Math.floor(y), height - 2), Math.min(Math.floor(x), width - 2)];
  const [down, right] = [y - top, x - left];
  const across = (r: number) => (1 - right) * image.get(r, left) + right * image.get(r, left + 1);
  return (1 - down) * across(top) + down * across(top + 1);
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(max, value));
}
