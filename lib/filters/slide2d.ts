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

/** The entries of a kernel that are not zero, and how far the pixel under each lies from the pixel under the first. */
interface Taps {
  weights: Float64Array;
  offsets: Int32Array;
}

/**
 * Sums kernel entry times pixel at each position. The kernel is not flipped. Works everywhere; what is faster is tested
 * against it.
 */
export function slide2d(image: Plane, kernel: Plane, slide: Slide2d): Plane {
  const { rows, columns, dilation } = slide;
  const padded = padForSlide(image, kernel, slide);
  const taps = tapsOf(kernel, dilation, padded.width);
  const out = new Float64Array(rows.count * columns.count);
  for (let y = 0; y < rows.count; y++) {
    const to = y * columns.count;
    const from = y * rows.stride * padded.width;
    for (let tap = 0; tap < taps.weights.length; tap += 4) {
      addFourTaps(out, to, columns.count, padded.data, from, columns.stride, taps, tap);
    }
  }
  return { data: out, height: rows.count, width: columns.count };
}

/** The image with as much of its boundary around it as the kernel reaches, its first pixel under the first position. */
export function padForSlide(image: Plane, kernel: Pick<Plane, "height" | "width">, slide: Slide2d): Plane {
  const { rows, columns, dilation, boundary, fillValue } = slide;
  const bottom = lastCell(rows, kernel.height, dilation) - (image.height - 1);
  const right = lastCell(columns, kernel.width, dilation) - (image.width - 1);
  return padPlane(image, { top: -rows.start, left: -columns.start, bottom, right }, boundary, fillValue);
}

/** Zeros fill the last group of four. */
function tapsOf({ data, width }: Plane, dilation: number, rowLength: number): Taps {
  const used = [...data.keys()].filter((entry) => data[entry] !== 0);
  const weights = new Float64Array(4 * Math.ceil(used.length / 4));
  const offsets = new Int32Array(weights.length);
  used.forEach((entry, tap) => {
    weights[tap] = data[entry];
    offsets[tap] = dilation * (Math.floor(entry / width) * rowLength + (entry % width));
  });
  return { weights, offsets };
}

/**
 * Adds four kernel entries to a whole row of outputs. Neighbours are read and written in turn, and each output is
 * loaded and stored once for four products: several times faster than finishing one output before the next.
 */
function addFourTaps(
  out: Float64Array,
  to: number,
  count: number,
  from: Float64Array,
  start: number,
  stride: number,
  { weights, offsets }: Taps,
  tap: number,
): void {
  const [w0, w1, w2, w3] = [weights[tap], weights[tap + 1], weights[tap + 2], weights[tap + 3]];
  let at0 = start + offsets[tap];
  const to1 = offsets[tap + 1] - offsets[tap];
  const to2 = offsets[tap + 2] - offsets[tap];
  const to3 = offsets[tap + 3] - offsets[tap];
  for (let x = to; x < to + count; x++, at0 += stride) {
    out[x] += w0 * from[at0] + w1 * from[at0 + to1] + w2 * from[at0 + to2] + w3 * from[at0 + to3];
  }
}

/** The farthest cell that the kernel reaches along an axis. */
function lastCell({ start, count, stride }: Positions, size: number, dilation: number): number {
  return start + (count - 1) * stride + (size - 1) * dilation;
}
