/** Bytes of pixels in rows, as PNG keeps them. */
export interface PngRows {
  bytes: Uint8Array;
  /** Bytes a row. */
  stride: number;
  /** Bytes a pixel. */
  bpp: number;
}

/** Filter types: none, left, up, average of both, Paeth. */
const TYPES = [0, 1, 2, 3, 4];

/**
 * Writes rows as differences from a guess, each row with the guess that leaves the smallest differences.
 *
 * @returns a byte for the filter type and then the differences, row after row
 * @see W3C, PNG Specification, third edition (2025), section 9, and 12.7 for the choice by smallest absolute sum
 */
export function filterRows(rows: PngRows): Uint8Array {
  const { bytes, stride } = rows;
  const height = bytes.length / stride;
  const out = new Uint8Array(height * (stride + 1));
  const trial = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    let smallest = Number.POSITIVE_INFINITY;
    for (const type of TYPES) {
      let sum = 0;
      for (let x = 0; x < stride; x++) {
        trial[x] = bytes[y * stride + x] - guess(type, rows, y, x);
        sum += trial[x] < 128 ? trial[x] : 256 - trial[x];
      }
      if (sum >= smallest) continue;
      smallest = sum;
      out[y * (stride + 1)] = type;
      out.set(trial, y * (stride + 1) + 1);
    }
  }
  return out;
}

/** Undoes `filterRows`. */
export function unfilterRows(filtered: Uint8Array, stride: number, bpp: number): Uint8Array {
  const height = filtered.length / (stride + 1);
  const bytes = new Uint8Array(height * stride);
  const rows = { bytes, stride, bpp };
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1) + 1;
    for (let x = 0; x < stride; x++) {
      bytes[y * stride + x] = filtered[from + x] + guess(filtered[from - 1], rows, y, x);
    }
  }
  return bytes;
}

/** A guess at a byte from those to its left (a), above it (b), and above to the left (c). */
function guess(type: number, { bytes, stride, bpp }: PngRows, y: number, x: number): number {
  if (type === 0) return 0;
  const at = y * stride + x;
  const a = x >= bpp ? bytes[at - bpp] : 0;
  const b = y > 0 ? bytes[at - stride] : 0;
  if (type === 1) return a;
  if (type === 2) return b;
  if (type === 3) return (a + b) >> 1;
  const c = x >= bpp && y > 0 ? bytes[at - stride - bpp] : 0;
  return nearest(a, b, c);
}

/** Whichever of a, b and c is nearest to a + b − c (Paeth, 1991). */
function nearest(a: number, b: number, c: number): number {
  const toA = Math.abs(b - c);
  const toB = Math.abs(a - c);
  const toC = Math.abs(a + b - 2 * c);
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}
