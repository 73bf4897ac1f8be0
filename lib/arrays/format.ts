import type { NdArray } from "ndarray";

const inspect = Symbol.for("nodejs.util.inspect.custom");
const MAX_ROWS = 12;

/** Makes an ndarray, and its parts, print as shape and rows of numbers wherever Node prints them. Returns the same array. */
export function readable<T extends NdArray<never> | NdArray>(array: T): T {
  const prototype = Object.getPrototypeOf(array);
  if (!prototype[inspect]) {
    prototype[inspect] = function (this: NdArray) {
      return formatArray(this);
    };
    // ndarray has a class for each number of axes: the rows of this array have the next one.
    if (array.dimension > 0) readable(array.pick(0) as T);
  }
  return array;
}

/**
 * An array as text: its shape, then its rows, with the middle of long axes left out. Of the axes before the last two
 * only the first and last entries are shown.
 *
 * @example formatArray(toNdarray([[1, 2], [3, 4]], "a")) // "[2, 2]\n[[1, 2],\n [3, 4]]"
 */
export function formatArray(array: NdArray): string {
  const shape = `[${array.shape.join(", ")}]`;
  if (array.size === 0) return `${shape} (empty)`;
  const width = widest(array);
  return `${shape}\n${rows(array, width, 0)}`;
}

function rows(array: NdArray, width: number, depth: number): string {
  if (array.dimension === 0) return number(array.get());
  const parts = visible(array).map((index) => {
    if (index === -1) return "…";
    return array.dimension === 1 ? number(array.get(index)).padStart(width) : rows(array.pick(index), width, depth + 1);
  });
  return array.dimension === 1 ? `[${parts.join(", ")}]` : `[${parts.join(`,\n${" ".repeat(depth + 1)}`)}]`;
}

/** The indices of the first axis that are printed; -1 stands for those left out. */
function visible({ shape, dimension }: NdArray): number[] {
  const all = Array.from({ length: shape[0] }, (_, i) => i);
  const [most, ends] = dimension > 2 ? [3, 1] : [MAX_ROWS, 5];
  return all.length <= most ? all : [...all.slice(0, ends), -1, ...all.slice(-ends)];
}

function widest(array: NdArray): number {
  if (array.dimension === 0) return number(array.get()).length;
  if (array.dimension > 1) {
    return Math.max(...visible(array).map((index) => (index === -1 ? 0 : widest(array.pick(index)))));
  }
  if (array.dimension === 1 && array.shape[0] === 0) return 0;
  return Math.max(...visible(array).map((index) => (index === -1 ? 1 : number(array.get(index)).length)));
}

/** Four significant digits, more before the point where there are more: 0.3333, 12, 1.23e-7, 123457. */
function number(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1000) return value.toFixed(0);
  return String(Number(value.toPrecision(4)));
}
