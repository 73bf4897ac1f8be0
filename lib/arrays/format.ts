import type { NdArray } from "ndarray";

const inspect = Symbol.for("nodejs.util.inspect.custom");
const MAX_ROWS = 12;

/** Makes an ndarray print as its shape and rows of numbers wherever Node prints it. Returns the same array. */
export function readable<T extends NdArray<never> | NdArray>(array: T): T {
  const prototype = Object.getPrototypeOf(array);
  prototype[inspect] ??= function (this: NdArray) {
    return formatArray(this);
  };
  return array;
}

/**
 * An array as text: its shape, then its rows, with the middle of long axes left out.
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
  const parts = visible(array.shape[0]).map((index) => {
    if (index === -1) return "…";
    return array.dimension === 1 ? number(array.get(index)).padStart(width) : rows(array.pick(index), width, depth + 1);
  });
  return array.dimension === 1 ? `[${parts.join(", ")}]` : `[${parts.join(`,\n${" ".repeat(depth + 1)}`)}]`;
}

/** The indices of an axis that are printed; -1 stands for those left out. */
function visible(length: number): number[] {
  const all = Array.from({ length }, (_, i) => i);
  return length <= MAX_ROWS ? all : [...all.slice(0, 5), -1, ...all.slice(-5)];
}

function widest(array: NdArray): number {
  if (array.dimension === 0) return number(array.get()).length;
  if (array.dimension > 1) {
    return Math.max(...visible(array.shape[0]).map((index) => (index === -1 ? 0 : widest(array.pick(index)))));
  }
  if (array.dimension === 1 && array.shape[0] === 0) return 0;
  return Math.max(...visible(array.shape[0]).map((index) => (index === -1 ? 1 : number(array.get(index)).length)));
}

/** At most four significant digits: 0.3333, 12, 1.23e-7. */
function number(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}
