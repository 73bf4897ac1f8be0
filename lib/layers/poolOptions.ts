import { type ArrayInput, describe, wholeNumber } from "../arrays/index.js";
import { type AxisPadding, axisWindows } from "./axisWindows.js";
import { type Batch, readBatch } from "./batch.js";
import { axisPaddings, type Padding, pair, type Size } from "./windows.js";

/** The windows of a pooling layer. */
export interface PoolOptions {
  /** Cells of a window: its side, or [height, width]. */
  size: Size;
  /** Cells between window starts; default `size`, so that windows do not overlap. */
  stride?: Size;
  /** Cells added around each image; default `"valid"`, none. They never count. */
  padding?: Padding;
}

/** For each window along an axis, its first cell and the cell after its last; cells of the padding left out. */
export interface Windows {
  first: Int32Array;
  end: Int32Array;
}

/** A checked input, and where its windows lie. */
export interface Pooling {
  batch: Batch;
  rows: Windows;
  columns: Windows;
}

/** Checks what a pooling layer was given. The batch may be the input's own memory, only to be read. */
export function checkPool(input: ArrayInput, { size, stride = size, padding = "valid" }: PoolOptions): Pooling {
  const batch = readBatch(input, { shared: true });
  const [down, across] = axisPaddings(checkPadding(padding));
  const rows = windowsAlong(batch.height, both(size)[0], both(stride)[0], down);
  const columns = windowsAlong(batch.width, both(size)[1], both(stride)[1], across);
  return { batch, rows, columns };
}

/** Down and across; what is neither a number nor a pair stands for both, and is refused by name later. */
function both(size: Size): readonly [number, number] {
  return Array.isArray(size) ? pair(size) : [size as number, size as number];
}

function checkPadding(padding: Padding): Padding {
  if (["string", "number"].includes(typeof padding) || (padding !== null && typeof padding === "object"))
    return padding;
  const allowed = '"valid", "same", cells on each side or { top, bottom, left, right }';
  throw new RangeError(`\`padding\` must be ${allowed}, got ${describe(padding)}`);
}

function windowsAlong(length: number, size: number, stride: number, padding: AxisPadding): Windows {
  wholeNumber(size, "size", 1);
  const { count, before, after } = axisWindows(length, size, stride, padding);
  // A window that lies in the padding wholly would have no value.
  if (padding !== "same") wholeNumber(Math.max(before, after), "padding", 0, size - 1);
  wholeNumber(size, "size", 1, length + before + after);
  const first = Int32Array.from({ length: count }, (_, i) => Math.max(0, i * stride - before));
  const end = Int32Array.from({ length: count }, (_, i) => Math.min(length, i * stride - before + size));
  return { first, end };
}
