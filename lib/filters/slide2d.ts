import type { Positions } from "../signals/positions.js";
import { type AnyBoundary, type Plane, padPlane } from "./padPlane.js";

/** Where the kernel stands, and what stands around the image. */
export interface Slide2d {
  rows: Positions;
  columns: Positions;
  dilation: number;
  boundary: AnyBoundary;
  fillValue: number;
}

/**
 * Sums kernel entry times pixel at each position. The kernel is not flipped.
 *
 * The loop over columns is the innermost one, because then the processor reads and writes neighbours in turn:
 * four times faster than finishing one output before the next.
 */
export function slide2d(image: Plane, kernel: Plane, { rows, columns, dilation, boundary, fillValue }: Slide2d): Plane {
  const bottom = lastCell(rows, kernel.height, dilation) - (image.height - 1);
  const right = lastCell(columns, kernel.width, dilation) - (image.width - 1);
  const padded = padPlane(image, { top: -rows.start, left: -columns.start, bottom, right }, boundary, fillValue);
  const out = new Float64Array(rows.count * columns.count);
  for (let y = 0; y < rows.count; y++) {
    const outRow = out.subarray(y * columns.count, (y + 1) * columns.count);
    for (let i = 0; i < kernel.height; i++) {
      const row = (y * rows.stride + i * dilation) * padded.width;
      for (let j = 0; j < kernel.width; j++) {
        const weight = kernel.data[i * kernel.width + j];
        if (weight !== 0) addScaled(outRow, weight, padded.data, row + j * dilation, columns.stride);
      }
    }
  }
  return { data: out, height: rows.count, width: columns.count };
}

function addScaled(out: Float64Array, weight: number, from: Float64Array, start: number, stride: number): void {
  for (let x = 0, at = start; x < out.length; x++, at += stride) out[x] += weight * from[at];
}

/** The farthest cell that the kernel reaches along an axis. */
function lastCell({ start, count, stride }: Positions, size: number, dilation: number): number {
  return start + (count - 1) * stride + (size - 1) * dilation;
}
