import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  readable,
  toNdarray,
  wholeNumber,
} from "../arrays/index.js";
import { type Batch, readBatch, writeBatch } from "./batch.js";
import { cropBatch } from "./padBatch.js";
import { slideKernel } from "./slideKernel.js";
import { addPatches, copyPatches, eachRow, measures } from "./sliding.js";
import { type Padding, pair, type Size } from "./windows.js";

/** The windows that become rows. */
export interface PatchOptions {
  /** Cells of a window: its side, or [height, width]. */
  size: Size;
  /** Cells between window starts; default 1. */
  stride?: Size;
  /** Zeros around each picture; default `"valid"`, none. */
  padding?: Padding;
  /** Cells between those that a window takes; default 1. */
  dilation?: Size;
}

/**
 * Lays windows out as the rows of a matrix, one window after another: then a convolution is one matrix product, of
 * these rows and the filters as columns. Where windows overlap, a cell is in several rows: nine times as many numbers
 * for windows of 3 × 3.
 *
 * @param input - [n, height, width, channels], one picture [height, width, channels] or one plane [height, width];
 *   not modified
 * @returns [windows, size · size · channels]; windows row after row, picture after picture, and the numbers of a window
 *   row after row, the channels of a cell together
 * @throws {RangeError} a window that does not fit the picture, an option out of range
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example im2col([[1, 2, 3], [4, 5, 6]], { size: 2 }) // [[1, 2, 4, 5], [2, 3, 5, 6]]
 * @see Chellapilla, Puri & Simard, High performance convolutional neural networks for document processing (2006)
 */
export function im2col(input: ArrayInput, options: PatchOptions): Float64NdArray {
  const { sliding, padded, windows, inner } = readPatches("im2col", input, options);
  const { patches, offsets, step } = measures(sliding);
  const rows = new Float64Array(windows * inner);
  let to = 0;
  eachRow(sliding, (start) => {
    copyPatches(patches, padded.data, start, offsets, step);
    rows.set(patches, to);
    to += patches.length;
  });
  return readable(ndarray(rows, [windows, inner]));
}

/**
 * The way back from `im2col`: each row is added to the window that it came from. Where windows overlap, cells add up.
 * So it is no inverse; it is how gradients by the rows become gradients by the picture.
 *
 * @param rows - [windows, size · size · channels], as from `im2col`; not modified
 * @param input - as given to `im2col`, for its shape; not modified
 * @param options - as given to `im2col`
 * @returns an array in the shape of `input`
 * @throws {RangeError} shapes that do not fit, an option out of range
 * @throws {TypeError} something that is no array of numbers, ragged rows, or an option of another name
 * @example col2im([[1, 1, 1, 1], [10, 10, 10, 10]], [[0, 0, 0], [0, 0, 0]], { size: 2 }) // [[1, 11, 10], [1, 11, 10]]
 */
export function col2im(rows: ArrayInput, input: ArrayInput, options: PatchOptions): Float64NdArray {
  const { sliding, batch, padded, windows, inner, sides } = readPatches("col2im", input, options);
  const { data, shape } = toNdarray(rows, "rows", { rank: 2, shared: true });
  if (shape[0] !== windows || shape[1] !== inner) {
    throw new RangeError(`\`rows\` must be [${windows}, ${inner}], a row a window, got [${shape.join(", ")}]`);
  }
  const { patches, offsets, step } = measures(sliding);
  const out = { ...padded, data: new Float64Array(padded.data.length) };
  let from = 0;
  eachRow(sliding, (start) => {
    addPatches(out.data, start, data.subarray(from, from + patches.length), offsets, step);
    from += patches.length;
  });
  return writeBatch(cropBatch(out, batch.height, batch.width, ...sides));
}

function readPatches(caller: string, input: ArrayInput, options: PatchOptions) {
  const { size, ...slide } = checkOptions(options, caller, ["size", "stride", "padding", "dilation"]);
  const batch: Batch = readBatch(input, { shared: true });
  const kernel = pair(size, "size");
  for (const side of kernel) wholeNumber(side, "size", 1);
  const placed = slideKernel(batch, kernel, slide, 1, 1);
  const [rows, columns] = placed.sliding.grid;
  return { ...placed, batch, inner: kernel[0] * kernel[1] * batch.channels, windows: batch.count * rows * columns };
}
