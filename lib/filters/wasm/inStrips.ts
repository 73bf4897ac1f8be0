import { type Plane, padRows } from "../padPlane.js";
import type { Slide2d } from "../slide2d.js";
import { type Routines, reserve, routines } from "./routines.js";

/** Where things lie in the routines' memory, in bytes, and how many outputs are wanted. */
export interface Strip {
  image: number;
  stride: number;
  weights: number;
  between: number;
  out: number;
  rows: number;
  columns: number;
}

/** Numbers in a strip: with its results it stays in a core's own cache. */
const STRIP = 2 ** 15;
/** Numbers that a routine may read or write past the end of an array. */
const SLACK = 16;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * Copies an image with its boundary into the routines' memory, a strip of rows at a time, lets `work` compute each
 * strip's outputs, and collects them. Strips keep that memory small, whatever the image's size.
 *
 * @param reach - the kernel's size
 * @param weights - what `work` needs besides the image
 * @returns a plane of its own; `undefined` where there is no WebAssembly or no memory for it
 */
export function inStrips(
  image: Plane,
  reach: { height: number; width: number },
  { rows, columns, boundary, fillValue }: Slide2d,
  weights: Float64Array,
  work: (routines: Routines, strip: Strip) => void,
): Plane | undefined {
  const ready = routines();
  if (ready === undefined) return undefined;
  const width = rowLength(columns.count + reach.width - 1);
  const more = reach.height - 1;
  const most = Math.min(rows.count, Math.max(more, Math.ceil(STRIP / width)));
  const place = layOut(weights.length, width, most + more, most, columns.count);
  const memory = reserve(ready, place.end);
  if (memory === undefined) return undefined;
  memory.set(weights);
  const data = unset(rows.count * columns.count);
  for (let first = 0; first < rows.count; first += most) {
    const count = Math.min(most, rows.count - first);
    const frame = { top: -rows.start - first, left: -columns.start, height: count + more, width };
    padRows(image, frame, boundary, fillValue, memory, place.image);
    work(ready, inBytes(place, width, count, columns.count));
    data.set(memory.subarray(place.out, place.out + count * columns.count), first * columns.count);
  }
  return { data, height: rows.count, width: columns.count };
}

/** Rows a multiple of 4 KiB apart would meet in the same few lines of the cache. */
function rowLength(width: number): number {
  return width % 512 === 0 ? width + 8 : width;
}

function layOut(weights: number, width: number, imageRows: number, rows: number, columns: number) {
  const between = weights + SLACK;
  const image = between + 2 * width + SLACK;
  const out = image + (imageRows + 1) * width + SLACK;
  return { between, image, out, end: out + (rows + 1) * columns + SLACK };
}

function inBytes(place: ReturnType<typeof layOut>, width: number, rows: number, columns: number): Strip {
  const { image, between, out } = place;
  return {
    image: image * BYTES,
    stride: width * BYTES,
    weights: 0,
    between: between * BYTES,
    out: out * BYTES,
    rows,
    columns,
  };
}

/** Memory for a result that will be written whole: not set to zero first, which would take as long as a small filter. */
function unset(length: number): Float64Array {
  const buffer = globalThis.process?.getBuiltinModule?.("node:buffer").Buffer.allocUnsafeSlow(length * BYTES);
  return buffer ? new Float64Array(buffer.buffer) : new Float64Array(length);
}
