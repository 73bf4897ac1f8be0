import ndarray, { type NdArray } from "ndarray";
import { describe } from "./check.js";
import { readable } from "./format.js";
import type { ArrayInput, Float64NdArray, NestedArray, TypedArray } from "./types.js";

export interface ToNdarrayOptions {
  /** How many axes are allowed; any number when left out. */
  rank?: number | readonly number[];
  /** Whether NaN and infinities are an error (default) or pass through. */
  finite?: boolean;
  /**
   * Whether the result may be the input's own memory where that holds doubles in rows without gaps: for those who only
   * read it, and do so at once. Default false: a copy.
   */
  shared?: boolean;
}

/**
 * Copies any array into a new ndarray of doubles, rows one after another, after checking it.
 *
 * @param input - nested arrays, a typed array or an ndarray of any strides; not modified
 * @param name - the argument's name, for error messages
 * @returns a new array of the same shape; with `shared` perhaps a view of the input
 * @throws {TypeError} something that is no array, ragged rows, entries that are no numbers, or an array inside itself
 * @throws {RangeError} no entries, a wrong number of axes, or NaN or infinity where `finite` is left on
 * @example toNdarray([[1, 2], [3, 4]], "image", { rank: 2 }).shape // [2, 2]
 */
export function toNdarray(input: ArrayInput, name: string, options: ToNdarrayOptions = {}): Float64NdArray {
  const { rank, finite = true, shared = false } = options;
  const array = (shared && sameMemory(input)) || copy(input, name);
  if (array.size === 0) throw new RangeError(`\`${name}\` is empty: its shape is [${array.shape.join(", ")}]`);
  const ranks = rank === undefined ? [array.dimension] : [rank].flat();
  if (!ranks.includes(array.dimension)) {
    throw new RangeError(
      `\`${name}\` must have ${ranks.join(" or ")} ${ranks.at(-1) === 1 ? "axis" : "axes"}, got shape [${array.shape.join(", ")}]`,
    );
  }
  if (finite) checkFinite(array, name);
  return readable(array);
}

/** No array here has more axes; an array that contains itself would have infinitely many. */
const MOST_AXES = 16;

/** Whether `value` is an ndarray, of this or another copy of the package. */
export function isNdarray(value: unknown): value is NdArray<TypedArray | number[]> {
  const candidate = value as Partial<NdArray> | null;
  return Array.isArray(candidate?.shape) && Array.isArray(candidate.stride) && typeof candidate.get === "function";
}

function copy(input: ArrayInput, name: string): Float64NdArray {
  if (isNdarray(input)) return copyNdarray(input);
  if (Array.isArray(input)) return copyNested(input, name);
  if (ArrayBuffer.isView(input) && "length" in input && typeof input[0] !== "bigint") {
    return ndarray(new Float64Array(input), [input.length]);
  }
  throw new TypeError(`\`${name}\` must be an array of numbers, got ${describe(input)}`);
}

/** A view of doubles that lie in rows without gaps; `undefined` for any other array. */
function sameMemory(input: ArrayInput): Float64NdArray | undefined {
  const [data, offset, shape] = isNdarray(input)
    ? [input.data, input.offset, input.shape]
    : [input, 0, [input?.length]];
  if (!ArrayBuffer.isView(data) || data[Symbol.toStringTag] !== "Float64Array") return undefined;
  if (isNdarray(input) && !isPacked(input, data)) return undefined;
  const size = shape.reduce((product, side) => product * side, 1);
  // A view of this realm, also for an array from another: loops are slower where they meet both.
  return ndarray(new Float64Array(data.buffer, data.byteOffset + offset * data.BYTES_PER_ELEMENT, size), shape.slice());
}

/** Whether the entries lie in `data` in the order in which they are read, without gaps, and all of them do. */
function isPacked({ shape, stride, offset, size }: NdArray<TypedArray | number[]>, data: TypedArray): boolean {
  if (offset < 0 || offset + size > data.length) return false;
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] > 1 && stride[axis] !== step) return false;
    step *= shape[axis];
  }
  return true;
}

function copyNdarray(input: NdArray<TypedArray | number[]>): Float64NdArray {
  const { shape, stride, data } = input;
  if (ArrayBuffer.isView(data) && isPacked(input, data)) {
    return ndarray(new Float64Array(data.subarray(input.offset, input.offset + input.size)), shape.slice());
  }
  const out = new Float64Array(input.size);
  const last = shape.length - 1;
  let written = 0;
  const walk = (axis: number, offset: number) => {
    if (axis < last) for (let i = 0; i < shape[axis]; i++) walk(axis + 1, offset + i * stride[axis]);
    else for (let i = 0, at = offset; i < shape[last]; i++, at += stride[last]) out[written++] = data[at];
  };
  if (shape.length === 0) out[0] = data[input.offset];
  else if (out.length > 0) walk(0, input.offset);
  return ndarray(out, shape.slice());
}

function copyNested(input: NestedArray, name: string): Float64NdArray {
  const shape = shapeOf(input, name);
  const out = new Float64Array(shape.reduce((product, side) => product * side, 1));
  let written = 0;
  const walk = (value: unknown, axis: number, path: string) => {
    if (axis === shape.length) {
      if (typeof value !== "number") throw new TypeError(`\`${path}\` must be a number, got ${describe(value)}`);
      out[written++] = value;
      return;
    }
    const row = value as ArrayLike<unknown>;
    if (typeof row?.length !== "number" || typeof row === "string") {
      throw new TypeError(`\`${path}\` must be a row of ${shape[axis]} entries, got ${describe(value)}`);
    }
    if (row.length !== shape[axis]) {
      throw new TypeError(
        `\`${name}\` has rows of different lengths: \`${path}\` has ${row.length} entries, expected ${shape[axis]}`,
      );
    }
    for (let i = 0; i < row.length; i++) walk(row[i], axis + 1, `${path}[${i}]`);
  };
  walk(input, 0, name);
  return ndarray(out, shape);
}

function shapeOf(input: unknown, name: string): number[] {
  const shape: number[] = [];
  let level = input;
  while (Array.isArray(level) || ArrayBuffer.isView(level)) {
    const row = level as ArrayLike<unknown>;
    if (shape.length === MOST_AXES) {
      throw new TypeError(`\`${name}\` must have at most ${MOST_AXES} axes, got more: does an array contain itself?`);
    }
    shape.push(row.length);
    level = row[0];
  }
  return shape;
}

function checkFinite(array: Float64NdArray, name: string): void {
  if (sumsAreFinite(array.data)) return;
  const at = array.data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const path = array.stride.map((stride, axis) => `[${Math.floor(at / stride) % array.shape[axis]}]`).join("");
  throw new RangeError(`\`${name}${path}\` must be a finite number, got ${array.data[at]}`);
}

/**
 * Whether all numbers are surely finite: their sum is then, unless it overflows. Four sums, since a processor adds to
 * several at a time.
 */
function sumsAreFinite(data: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = data.length - (data.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += data[i];
    b += data[i + 1];
    c += data[i + 2];
    d += data[i + 3];
  }
  for (let i = whole; i < data.length; i++) a += data[i];
  return [a, b, c, d].every(Number.isFinite);
}
