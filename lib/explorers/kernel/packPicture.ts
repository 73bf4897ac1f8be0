import type { Rows } from "../convolution2d/state.js";

/** Most rows or columns: so a saved notebook stays small, and single pixels can be seen. */
export const MOST_PIXELS = 128;

/** A grey picture of whole numbers from 0 to 255 as text, a byte a pixel. */
export interface PackedPicture {
  width: number;
  /** In base 64, row after row. */
  data: string;
}

/** @param rows - 0 to 255; rounded and cut off there */
export function packPicture(rows: Rows): PackedPicture {
  const bytes = Uint8ClampedArray.from(rows.flat());
  return { width: rows[0].length, data: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}

/** The picture's rows again. */
export function unpackPicture({ width, data }: PackedPicture): number[][] {
  const bytes = Array.from(atob(data), (character) => character.charCodeAt(0));
  return Array.from({ length: bytes.length / width }, (_, row) => bytes.slice(row * width, (row + 1) * width));
}
