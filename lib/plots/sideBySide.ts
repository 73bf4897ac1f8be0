import ndarray from "ndarray";
import type { Float64NdArray } from "../arrays/index.js";

/** Small pictures are enlarged, each pixel to a square, until they are about this high. */
const READABLE = 240;

/**
 * One picture of several, in rows, white between them: what viewers show that cannot draw the figure.
 *
 * @param images - [h, w] or [h, w, 3] each, 0 to 255; not modified
 * @param columns - pictures in a row; up to four
 * @returns [h, w], or [h, w, 3] if one has colours
 */
export function sideBySide(images: readonly Float64NdArray[], columns = 4): Float64NdArray {
  const across = Math.min(columns, images.length);
  const tallest = Math.max(...images.map(({ shape }) => shape[0]));
  const widest = Math.max(...images.map(({ shape }) => shape[1]));
  const scale = Math.max(1, Math.floor(READABLE / tallest));
  const gap = images.length > 1 ? Math.max(4, Math.round((widest * scale) / 24)) : 0;
  const [stepX, stepY] = [widest * scale + gap, tallest * scale + gap];
  const [height, width] = [stepY * Math.ceil(images.length / across) - gap, stepX * across - gap];
  const colour = images.some(({ dimension }) => dimension === 3);
  const shape = colour ? [height, width, 3] : [height, width];
  const out = ndarray(new Float64Array(height * width * (colour ? 3 : 1)).fill(255), shape);
  images.forEach((image, i) => {
    copyInto(out, image, { top: stepY * Math.floor(i / across), left: stepX * (i % across), scale });
  });
  return out;
}

function copyInto(out: Float64NdArray, image: Float64NdArray, at: { top: number; left: number; scale: number }): void {
  const [height, width, channels = 1] = image.shape;
  const { top, left, scale } = at;
  const [, across, depth = 1] = out.shape;
  for (let y = 0; y < height * scale; y++) {
    for (let x = 0; x < width * scale; x++) {
      const from = (Math.floor(y / scale) * width + Math.floor(x / scale)) * channels;
      const to = ((top + y) * across + left + x) * depth;
      for (let c = 0; c < depth; c++) out.data[to + c] = image.data[from + (c % channels)];
    }
  }
}
