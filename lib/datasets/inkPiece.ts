import type { PenPath } from "./penStrokes.js";

/** A picture to draw on, row by row. */
export interface Paper {
  data: Uint8Array | Float64Array;
  width: number;
  height: number;
}

/** How a pen marks the paper. */
export interface Pen {
  /** Half the stroke's width, in pixels. */
  radius: number;
  /** Over how many pixels the stroke's edge fades. */
  softness: number;
  /** What a fully inked pixel gets; at most 255 is written. */
  ink: number;
}

/**
 * Inks the pixels near a straight piece, fully within the radius, less and less over the soft edge. Ink never lightens
 * what is there.
 *
 * @param paper - written to
 * @param piece - in pixels of the paper; parts outside are left out
 */
export function inkPiece(paper: Paper, [x0, y0, x1, y1]: PenPath[number], { radius, softness, ink }: Pen): void {
  const { data, width, height } = paper;
  const reach = radius + softness;
  const [left, right] = [Math.ceil(Math.min(x0, x1) - reach), Math.floor(Math.max(x0, x1) + reach)];
  const [top, bottom] = [Math.ceil(Math.min(y0, y1) - reach), Math.floor(Math.max(y0, y1) + reach)];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const lengthSquared = dx * dx + dy * dy || 1;
  for (let y = clamp(top, 0, height); y <= bottom && y < height; y++) {
    for (let x = clamp(left, 0, width); x <= right && x < width; x++) {
      const along = clamp(((x - x0) * dx + (y - y0) * dy) / lengthSquared, 0, 1);
      const [ax, ay] = [x - x0 - along * dx, y - y0 - along * dy];
      const cover = clamp((radius + softness / 2 - Math.sqrt(ax * ax + ay * ay)) / softness, 0, 1);
      const at = y * width + x;
      data[at] = Math.max(data[at], Math.min(255, ink * cover));
    }
  }
}

function clamp(value: number, min: number, max: number): number {
  return value < min ? min : value > max ? max : value;
}
