import { type ArrayInput, checkOptions, wholeNumber } from "../arrays/index.js";
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
export function checkPool(input: ArrayInput, options: PoolOptions, layer: string): Pooling {
  const { size, stride = size, padding = "valid" } = checkOptions(options, layer, ["size", "stride", "padding"]);
  const batch = readBatch(input, { shared: true });
  const [height, width] = pair(size, "size");
  const [strideDown, strideAcross] = pair(stride, "stride");
  const [down, across] = axisPaddings(padding);
  const rows = windowsAlong(batch.height, height, strideDown, down);
  const columns = windowsAlong(batch.width, width, strideAcross, across);
  return { batch, rows, columns };
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
